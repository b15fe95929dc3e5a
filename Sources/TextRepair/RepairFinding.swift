import Diagnostics

/// What a repair tells the author about a file; the build goes on with the repaired text.
public enum RepairFinding: Finding, Equatable {
  /// The bytes are not UTF-8.
  case decoded(Encoding)
  /// So many damaged places were made whole, undoing these codecs.
  case repaired(places: Int, chain: [String])
  /// So many of them were put back by what stands around, because bytes were lost.
  case restored(places: Int)
  /// So many places are lost for good.
  case unresolved(places: Int)

  public var code: String {
    switch self {
    case .decoded: "text-not-utf8"
    case .repaired: "text-repaired"
    case .restored: "text-restored"
    case .unresolved: "text-unresolved"
    }
  }

  public var severity: Severity {
    switch self {
    case .decoded, .restored: .note
    case .repaired, .unresolved: .warning
    }
  }
}

extension Repaired {
  /// What there is to tell about the file, the gravest last; nothing for clean text.
  public func findings(at path: String) -> [Mistake] {
    var findings: [RepairFinding] = []
    if encoding.isForeign { findings.append(.decoded(encoding)) }
    let mojibake = repairs.filter { $0.grade != .unresolved }
    if let chain = mojibake.map(\.chain).mostFrequent {
      findings.append(.repaired(places: mojibake.count, chain: chain))
    }
    let restored = repairs.count { $0.grade == .restored }
    if restored > 0 { findings.append(.restored(places: restored)) }
    let source = Source(path: path, bytes: bytes)
    return findings.map { source.mistake($0) } + [loss(at: path)].compactMap(\.self)
  }

  /// What there is to tell about what is lost for good; nil when nothing is.
  public func loss(at path: String) -> Mistake? {
    firstUnresolved.map {
      Source(path: path, bytes: bytes).mistake(RepairFinding.unresolved(places: unresolved.count), at: $0)
    }
  }

  /// The first lost place in the text as it is now.
  private var firstUnresolved: Range<Int>? {
    guard let first = unresolved.first else { return nil }
    let lost: [UInt8] = Array(first.after.utf8)
    var line = 1
    for index in bytes.indices {
      if line == first.line, bytes[index...].starts(with: lost) { return index..<index + lost.count }
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
    }
    return 0..<0
  }
}

extension Encoding {
  /// Whether it is another encoding than UTF-8.
  var isForeign: Bool {
    if case .utf8 = self { return false }
    return true
  }
}

extension [[String]] {
  /// The chain that most repairs have; of two, the one that sorts first.
  fileprivate var mostFrequent: [String]? {
    let counts = reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return counts.min {
      ($1.value, $0.key.joined(separator: " ")) < ($0.value, $1.key.joined(separator: " "))
    }?.key
  }
}
