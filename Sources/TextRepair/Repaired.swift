/// A text after its repair: clean UTF-8, and what was done to get there.
public struct Repaired: Sendable {
  /// The text in UTF-8 without a byte order mark: the very same buffer if nothing was wrong.
  public let bytes: [UInt8]
  /// What the bytes were.
  public let encoding: Encoding
  /// Whether the bytes are those that came in.
  public let isUnchanged: Bool
  /// What could not be undone, by line and column.
  public let unresolved: [Repair]

  private let decoded: [ByteDecoding.Change]
  private let lines: [Line]

  init(
    _ text: [UInt8], _ encoding: Encoding, decoded: [ByteDecoding.Change] = [], lines: [Line] = [],
    from bytes: [UInt8]
  ) {
    self.bytes = text
    self.encoding = encoding
    self.decoded = decoded
    self.lines = lines
    isUnchanged = text == bytes
    let torn = decoded.filter(\.isTorn)
    let known = Set(torn.map(\.number))
    let left = lines.lazy.filter { !known.contains($0.number) }.flatMap(\.unresolved)
    unresolved = (torn.flatMap(\.repairs).filter { $0.grade == .unresolved } + left).sorted()
  }

  /// What was repaired and what could not be, by line and column; found out each time it is asked for.
  public var repairs: [Repair] {
    let mended = decoded.flatMap(\.repairs).filter { $0.grade != .unresolved }
    return (mended + lines.flatMap { $0.mended(by: .shared) } + unresolved).sorted()
  }

  /// The same, after another repair on top of it.
  func followed(by next: Repaired, from bytes: [UInt8]) -> Repaired {
    Repaired(next.bytes, encoding, decoded: decoded + next.decoded, lines: lines + next.lines, from: bytes)
  }
}

extension ByteDecoding.Change {
  /// Whether something of the line is lost.
  fileprivate var isTorn: Bool { after.contains(0xFFFD) }

  fileprivate var repairs: [Repair] {
    Comparison(of: before, with: after).repairs(
      line: number, chain: [codec?.name ?? "utf-8"], grade: .lossless, confidence: saved / Spanish.bit)
  }
}
