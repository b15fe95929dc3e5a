import Bytes
import Diagnostics
import Language

/// A fault with what tells it from others. A site that was moved here from elsewhere has tens of thousands, so each is
/// marked by the worker that found it, and not when all are told; and those that an earlier build found stay packed until
/// one of them is.
struct MarkedFault: Sendable {
  private enum Kept: Sendable {
    case made(Fault)
    case packed(in: [UInt8], at: Range<Int>)
  }

  private let kept: Kept
  let digest: Digest
  let isWarning: Bool

  init(_ fault: Fault) {
    kept = .made(fault)
    digest = fault.digest
    isWarning = fault.finding.severity == .warning
  }

  var fault: Fault {
    switch kept {
    case .made(let fault): return fault
    case .packed(let bytes, let range):
      var unpacker = Unpacker(bytes, in: range)
      return Fault(from: &unpacker)
    }
  }
}

extension MarkedFault {
  func pack(into packer: inout Packer) {
    packer.add(fixed: digest.value)
    packer.add(isWarning)
    packer.add { fault.pack(into: &$0) }
  }

  /// Takes one that was packed into these bytes.
  init(from unpacker: inout Unpacker, in bytes: [UInt8]) {
    digest = Digest(value: unpacker.fixed())
    isWarning = unpacker.flag()
    kept = .packed(in: bytes, at: unpacker.skipMeasured())
  }
}

extension Fault {
  /// What tells it from other faults: the same text is filled for its page, for lists and for feeds.
  fileprivate var digest: Digest {
    let hole = finding as? HoleFinding
    var mixer = Mixer()
    mixer.add(path)
    mixer.add(range?.lowerBound ?? 0)
    mixer.add(hole?.code ?? finding.code)
    // Two arguments of one shortcode may be wrong at one place; those findings are few.
    if hole == nil || range?.isEmpty != false { mixer.add(finding.sentence(in: .english).message) }
    if let hole { mixer.add(hole.subject) }
    return Digest(value: mixer.value)
  }
}
