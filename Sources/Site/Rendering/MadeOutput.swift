import Diagnostics
import Language

/// What came of one output, however that ended; a reference, because tens of thousands are put into one list after another.
final class MadeOutput: Sendable {
  let faults: [MarkedFault]
  let mistakes: [Mistake]
  /// What it asks of the site's policy.
  let needs: Set<PolicyNeed>
  let exposures: [Exposure]
  /// Until when its bytes are true.
  let expiry: Instant?
  /// What the next build is to know of it; nil where it is made anew each time.
  let record: ArraySlice<UInt8>?
  /// What it has read; see `OutputTrace.keys`. Taken along only where somebody asks: those of all outputs are large.
  let keys: [UInt32]
  let isRendered: Bool

  init(mistakes: [Mistake] = [], needs: Set<PolicyNeed> = [], exposures: [Exposure] = []) {
    self.mistakes = mistakes
    self.needs = needs
    self.exposures = exposures
    (faults, expiry, record, keys, isRendered) = ([], nil, nil, [], false)
  }

  /// One that was kept as it was.
  init(_ notes: OutputNotes, _ record: ArraySlice<UInt8>) {
    (faults, mistakes, needs) = (notes.faults, notes.mistakes, notes.needs)
    (keys, expiry) = (notes.trace.keys, notes.trace.expiry)
    self.record = record
    (exposures, isRendered) = ([], false)
  }

  /// One that was rendered.
  init(_ rendered: Rendered, _ trace: OutputTrace, _ exposures: [Exposure], takingKeys: Bool) {
    let notes = OutputNotes(rendered, trace: trace)
    (faults, mistakes, needs) = (notes.faults, notes.mistakes, notes.needs)
    self.exposures = exposures
    keys = takingKeys ? trace.keys : []
    expiry = trace.expiry
    record = notes.pack()[...]
    isRendered = true
  }
}
