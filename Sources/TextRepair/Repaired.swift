/// A text after its repair: clean UTF-8, and what was done to get there.
public struct Repaired: Sendable {
  /// The text in UTF-8 without a byte order mark: the very same buffer if nothing was wrong.
  public let bytes: [UInt8]
  /// What the bytes were.
  public let encoding: Encoding
  /// What was repaired and what could not be, by line and column.
  public let repairs: [Repair]

  /// Whether the bytes are those that came in.
  public let isUnchanged: Bool

  init(_ text: [UInt8], _ encoding: Encoding, _ repairs: [Repair], from bytes: [UInt8]) {
    self.bytes = text
    self.encoding = encoding
    self.repairs = repairs
    isUnchanged = text == bytes
  }

  /// What could not be undone.
  public var unresolved: [Repair] { repairs.filter { $0.grade == .unresolved } }
}
