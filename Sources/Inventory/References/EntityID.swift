import Bytes

/// The name of one thing of the inventory: `host:neo`.
public struct EntityID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let kind: Kind
  public let id: String

  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  public var description: String { "\(kind.rawValue):\(id)" }

  public static func < (one: EntityID, other: EntityID) -> Bool {
    (one.kind, one.id) < (other.kind, other.id)
  }

  /// Tells whether a text can be an id: small letters, digits and hyphens, no hyphen first.
  static func isID(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 &- 48 < 10 || $0 == UInt8(ascii: "-")
    }
  }
}
