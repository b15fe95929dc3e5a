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
  /// What it has read; see `OutputTrace.keys`. Taken along only where somebody asks: those of all outputs are large.
  let keys: [UInt32]
  let isRendered: Bool

  init(mistakes: [Mistake] = [], needs: Set<PolicyNeed> = [], exposures: [Exposure] = []) {
    self.mistakes = mistakes
    self.needs = needs
    self.exposures = exposures
    (faults, expiry, keys, isRendered) = ([], nil, [], false)
  }

  /// One that was kept as it was.
  init(_ notes: OutputNotes) {
    (faults, mistakes, needs) = (notes.faults, notes.mistakes, notes.needs)
    (keys, expiry) = (notes.trace.keys, notes.trace.expiry)
    (exposures, isRendered) = ([], false)
  }

  /// One that was rendered.
  init(_ notes: OutputNotes, _ exposures: [Exposure], takingKeys: Bool) {
    (faults, mistakes, needs) = (notes.faults, notes.mistakes, notes.needs)
    self.exposures = exposures
    keys = takingKeys ? notes.trace.keys : []
    expiry = notes.trace.expiry
    isRendered = true
  }
}
