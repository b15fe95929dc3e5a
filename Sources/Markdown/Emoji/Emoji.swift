/// The sign that a `:shortcode:` stands for, found in a sorted table without allocating.
///
///     :rocket: → 🚀        10:30:45 → stays, for no sign is called 30
public struct Emoji: Equatable, Sendable {
  /// Where the sign's UTF-8 stands in the table.
  let sign: Range<Int>

  /// Finds the sign of a name without its colons; names are as GitHub spells them, in lower case.
  public init?(named name: Span<UInt8>) {
    guard let sign = Self.names.sign(of: name, within: 0..<name.count) else { return nil }
    self.sign = sign
  }

  /// Reads `:name:` at an opening colon; gives the sign and the offset past the closing colon.
  public static func read(at start: Int, in bytes: Span<UInt8>) -> (emoji: Emoji, end: Int)? {
    guard start >= 0, start < bytes.count, bytes[start] == UInt8(ascii: ":") else { return nil }
    var end = start + 1
    var isNumber = true
    while end < bytes.count, end - start <= longestName + 1, isNamePart(bytes[end]) {
      isNumber = isNumber && isDigit(bytes[end])
      end += 1
    }
    guard end > start + 1, end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return nil }
    // `1:100:2` is a ratio or a time, not a mark of full points.
    if isNumber, touchesWord(start - 1, in: bytes) || touchesWord(end + 1, in: bytes) { return nil }
    guard let sign = names.sign(of: bytes, within: start + 1..<end) else { return nil }
    return (Emoji(sign: sign), end + 1)
  }

  /// How many names are known.
  public static var count: Int { names.entries.count }
}

extension [UInt8] {
  /// Appends the sign's UTF-8.
  public mutating func append(_ emoji: Emoji) {
    append(contentsOf: Emoji.names.bytes[emoji.sign])
  }
}

extension Emoji {
  /// No name in the table is longer; a test holds them together.
  static let longestName = 40

  /// The table split into its names, once, at the first look-up.
  static let names = Names(table)

  private init(sign: Range<Int>) { self.sign = sign }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: isDigit(byte)
    }
  }

  private static func touchesWord(_ index: Int, in bytes: Span<UInt8>) -> Bool {
    guard index >= 0, index < bytes.count else { return false }
    return isDigit(bytes[index]) || isNamePart(bytes[index] | 0x20)
  }
}
