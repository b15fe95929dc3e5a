import Bytes
import Language

/// Ids for headings.
enum Slug {
  /// The id with accents folded: `Instalación (2)` becomes `instalacion-2`.
  static func folded(_ bytes: Span<UInt8>) -> [UInt8] { make(bytes, folding: true) }

  /// The id as GitHub makes it, with its accents: `instalación-2`.
  static func accented(_ bytes: Span<UInt8>) -> [UInt8] { make(bytes, folding: false) }

  private static func make(_ bytes: Span<UInt8>, folding: Bool) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isAscii = true
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(bytes[index] | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        out.append(bytes[index])
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\t"):
        if !folding || (out.last != UInt8(ascii: "-") && !out.isEmpty) { out.append(UInt8(ascii: "-")) }
      case 0x80...:
        isAscii = false
        out.append(bytes[index])
      default: break
      }
    }
    if !isAscii { out = letters(of: out, folding: folding) }
    if folding { while out.last == UInt8(ascii: "-") { out.removeLast() } }
    return out
  }

  private static func letters(of bytes: [UInt8], folding: Bool) -> [UInt8] {
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
      if scalar.isASCII {
        if folding, scalar == "-", out.last == "-" || out.isEmpty { continue }
        out.append(scalar)
      } else if folding {
        if let base = base(of: scalar) { out.append(base) }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        out.append(scalar)
      }
    }
    return Array(String(out).utf8)
  }

  /// The letter without its accent; nil for what is no Latin letter.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let accented = "áàâäãåāăąéèêëēėęíìîïīóòôöõøōúùûüūñńçćčšśžźżýÿßłđ"
    let bases = "aaaaaaaaaeeeeeeeiiiiiooooooouuuuunnccc" + "ss" + "zzz" + "yy" + "sld"
    for (one, other) in zip(accented.unicodeScalars, bases.unicodeScalars) where one == scalar {
      return other
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of a literal.
  func isEqual(to literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount else { return false }
    for index in indices where self[index] != literal.utf8Start[index] { return false }
    return true
  }
}
