import Bytes
import Language

/// Ids for headings.
enum Slug {
  /// The id of a heading: `Instalación (2)` becomes `instalacion-2`.
  static func folded(_ bytes: Span<UInt8>) -> [UInt8] { slug(of: bytes) }

  /// The id as GitHub makes it, with its accents: `instalación-2`.
  static func accented(_ bytes: Span<UInt8>) -> [UInt8] { make(bytes) }

  private static func make(_ bytes: Span<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isAscii = true
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(bytes[index] | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        out.append(bytes[index])
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\t"):
        out.append(UInt8(ascii: "-"))
      case 0x80...:
        isAscii = false
        out.append(bytes[index])
      default: break
      }
    }
    return isAscii ? out : letters(of: out)
  }

  /// Drops what is no letter outside ASCII, and puts the rest in lower case.
  private static func letters(of bytes: [UInt8]) -> [UInt8] {
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars
    where scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      out.append(scalar)
    }
    return Array(String(out).utf8)
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
