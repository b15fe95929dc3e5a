// Reading base 64 (RFC 4648), as certificates and keys travel in it.

extension [UInt8] {
  /// Reads the standard alphabet; blanks and line breaks between are skipped, missing `=` at the end are forgiven.
  ///
  /// Nil for any other character, and for a last group that cannot be whole bytes.
  public init?(base64 text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var group: UInt32 = 0
    var held = 0
    var padding = 0
    for byte in text.utf8 where byte > 0x20 {
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let six = Self.six(of: byte) else { return nil }
      group = group << 6 | UInt32(six)
      held += 1
      guard held == 4 else { continue }
      bytes += [UInt8(group >> 16 & 0xFF), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)]
      (group, held) = (0, 0)
    }
    // Two characters hold one byte, three hold two; the bits that are left over must be nothing.
    switch held {
    case 0: guard padding == 0 || padding <= 2 && !bytes.isEmpty else { return nil }
    case 2 where group & 0xF == 0: bytes.append(UInt8(group >> 4 & 0xFF))
    case 3 where group & 0x3 == 0: bytes += [UInt8(group >> 10 & 0xFF), UInt8(group >> 2 & 0xFF)]
    default: return nil
    }
    guard padding == 0 || held + padding == 4 else { return nil }
    self = bytes
  }

  private static func six(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
