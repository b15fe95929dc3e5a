import Diagnostics
import Language

/// What came of one output, however that ended.
struct MadeOutput: Sendable {
  var faults: [MarkedFault] = []
  var mistakes: [Mistake] = []
  /// What it asks of the site's policy.
  var needs: Set<PolicyNeed> = []
  var exposures: [Exposure] = []
  /// Until when its bytes are true.
  var expiry: Instant?
  /// What the next build is to know of it; nil where it is made anew each time.
  var record: ArraySlice<UInt8>?
  /// What it has read; see `OutputTrace.keys`. Taken along only where somebody asks: those of all outputs are large.
  var keys: [UInt32] = []
  var isRendered = false

  init(mistakes: [Mistake] = [], needs: Set<PolicyNeed> = [], exposures: [Exposure] = []) {
    self.mistakes = mistakes
    self.needs = needs
    self.exposures = exposures
  }

  /// One that was kept as it was.
  init(_ notes: OutputNotes, _ record: ArraySlice<UInt8>) {
    (faults, mistakes, needs) = (notes.faults, notes.mistakes, notes.needs)
    (keys, expiry) = (notes.trace.keys, notes.trace.expiry)
    self.record = record
  }

  /// One that was rendered into `bytes`.
  init(
    _ rendered: Rendered, _ trace: OutputTrace, in bytes: [UInt8], _ exposures: [Exposure], takingKeys: Bool
  ) {
    let notes = OutputNotes(rendered, trace: trace, in: bytes)
    (faults, mistakes, needs) = (notes.faults, notes.mistakes, notes.needs)
    self.exposures = exposures
    if takingKeys { keys = trace.keys }
    expiry = trace.expiry
    record = notes.pack()[...]
    isRendered = true
  }
}
