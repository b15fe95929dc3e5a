/// Which runs of text a byte may stand in, looked up in a table.
struct ByteKind: OptionSet {
  let rawValue: UInt8

  static let digit = ByteKind(rawValue: 1)
  static let hex = ByteKind(rawValue: 2)
  static let letterOrDigit = ByteKind(rawValue: 4)
  /// Letters, digits, `-` and `_`: what tokens and labels of names are made of.
  static let token = ByteKind(rawValue: 8)
  /// What stands before the `@` of an address.
  static let mailbox = ByteKind(rawValue: 16)

  /// The kinds of each byte.
  static let table: [ByteKind] = (UInt8.min...UInt8.max).map { kinds(of: $0) }

  private static func kinds(of byte: UInt8) -> ByteKind {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): [.digit, .hex, .letterOrDigit, .token, .mailbox]
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      [.hex, .letterOrDigit, .token, .mailbox]
    case UInt8(ascii: "g")...UInt8(ascii: "z"), UInt8(ascii: "G")...UInt8(ascii: "Z"):
      [.letterOrDigit, .token, .mailbox]
    case UInt8(ascii: "-"), UInt8(ascii: "_"): [.token, .mailbox]
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "%"): .mailbox
    default: []
    }
  }
}
