import Bytes

/// Takes secret values out of texts before anybody sees them.
///
///     let scrubber = Scrubber(["s3cr3t-t0ken"])
///     scrubber.scrub("refused: s3cr3t-t0ken")        // "refused: •••"
///
/// A value is found as it is, and in the spellings that it travels in: percent-encoded and in Base64.
public struct Scrubber: Sendable {
  private var needles: [[UInt8]] = []

  /// A shorter value would be found in ordinary words, and protects nothing.
  public static let shortestSecret = 4
  /// What stands in a secret's place.
  public static let mark = "•••"

  public init(_ secrets: some Sequence<String> = EmptyCollection<String>()) {
    for secret in secrets { add(secret) }
  }

  /// Takes another value for secret; blanks at its ends do not belong to it.
  public mutating func add(_ secret: String) {
    let value = Self.trimmed(Array(secret.utf8))
    guard value.count >= Self.shortestSecret else { return }
    for spelling in [value, Self.percentEncoded(value)] + Self.base64(of: value)
    where !needles.contains(spelling) {
      needles.append(spelling)
    }
    // The longest first, so that of a token that holds another nothing is left.
    needles.sort { $0.count > $1.count }
  }

  /// Takes another scrubber's values for secret too.
  public mutating func add(contentsOf other: Scrubber) {
    for needle in other.needles where !needles.contains(needle) { needles.append(needle) }
    needles.sort { $0.count > $1.count }
  }

  public var isEmpty: Bool { needles.isEmpty }

  /// The text without the secrets.
  public func scrub(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard needles.contains(where: { Self.first($0, in: bytes, from: 0) != nil }) else { return text }
    return String(decoding: needles.reduce(bytes, Self.replace), as: UTF8.self)
  }

  /// Tells whether a text holds a secret.
  public func finds(in bytes: [UInt8]) -> Bool {
    needles.contains { Self.first($0, in: bytes, from: 0) != nil }
  }
}

extension Scrubber {
  private static func replace(in bytes: [UInt8], _ needle: [UInt8]) -> [UInt8] {
    var clean: [UInt8] = []
    var start = 0
    while let found = first(needle, in: bytes, from: start) {
      clean += bytes[start..<found] + Array(mark.utf8)
      start = found + needle.count
    }
    return clean + bytes[start...]
  }

  private static func first(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let head = needle.first, bytes.count - start >= needle.count else { return nil }
    return (start...(bytes.count - needle.count)).first { index in
      bytes[index] == head && bytes[index..<(index + needle.count)].elementsEqual(needle)
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    let start = bytes.drop(while: isBlank)
    return Array(start.reversed().drop(while: isBlank).reversed())
  }

  private static func percentEncoded(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        [byte]
      default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }

  /// The characters that a value always has in Base64, for each of the three places where it may begin in a group: with
  /// a user's name before it (`user:secret`) it begins anywhere.
  private static func base64(of value: [UInt8]) -> [[UInt8]] {
    (0..<3).compactMap { shift in
      let text = Array(([UInt8](repeating: 0, count: shift) + value).base64.utf8)
      let sharedBefore = [0, 2, 3][shift]
      let sharedAfter = [0, 3, 2][(shift + value.count) % 3]
      let own = Array(text.dropFirst(sharedBefore).dropLast(sharedAfter))
      return own.count >= shortestSecret ? own : nil
    }
  }
}
