import Bytes

/// The name of one thing of the inventory: `host:neo`.
public struct EntityID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let kind: Kind
  public let id: String

  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  public static func == (one: EntityID, other: EntityID) -> Bool {
    one.id == other.id && one.kind == other.kind
  }

  /// One number for the hasher instead of two texts: large inventories look up hundreds of thousands of ids.
  public func hash(into hasher: inout Hasher) {
    var number = UInt64(truncatingIfNeeded: kind.order)
    for byte in id.utf8 { number = (number ^ UInt64(byte)) &* Self.prime }
    hasher.combine(number)
  }

  /// The multiplier of the hash of Fowler, Noll and Vo.
  private static let prime: UInt64 = 0x100_0000_01B3

  public var description: String { "\(kind.rawValue):\(id)" }

  public static func < (one: EntityID, other: EntityID) -> Bool {
    (one.kind, one.id) < (other.kind, other.id)
  }

  /// Tells whether a text can be an id: small letters, digits and hyphens, no hyphen first.
  static func isID(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first, first != UInt8(ascii: "-") else { return false }
    return text.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 &- 48 < 10 || $0 == UInt8(ascii: "-")
    }
  }
}
