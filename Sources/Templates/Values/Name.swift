import Bytes

/// The name of a variable or a member, interned as a number so that looking it up compares no letters.
public struct Name: Hashable, Sendable {
  public let text: String
  /// The digest of the text; two names are the same when their digests are.
  public let id: UInt64

  public init(_ text: String) {
    self.text = text
    id = Name.digest(of: text)
  }

  public static func == (one: Name, other: Name) -> Bool { one.id == other.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  static func digest(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { Digest(of: $0.span).value }
  }
}

extension Name: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}
