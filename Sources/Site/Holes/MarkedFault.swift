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
    var own = Packer()
    fault.pack(into: &own)
    packer.add(own.bytes.count)
    packer.add(packed: own.bytes[...])
  }

  /// Takes one that was packed into these bytes.
  init(from unpacker: inout Unpacker, in bytes: [UInt8]) {
    digest = Digest(value: unpacker.fixed())
    isWarning = unpacker.flag()
    let count = unpacker.count()
    let start = unpacker.position
    unpacker.skip(count)
    kept = .packed(in: bytes, at: start..<unpacker.position)
  }
}

extension Fault {
  /// What tells it from other faults: the same text is filled for its page, for lists and for feeds.
  fileprivate var digest: Digest {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    bytes.append(text: path)
    bytes.append(0)
    bytes.append(decimal: range?.lowerBound ?? 0)
    bytes.append(text: finding.code)
    // Two arguments of one shortcode may be wrong at one place; those findings are few.
    if !(finding is HoleFinding) || range?.isEmpty != false {
      bytes.append(text: finding.sentence(in: .english).message)
    }
    if let finding = finding as? HoleFinding { bytes.append(text: finding.subject) }
    return Digest(of: bytes.span)
  }
}
