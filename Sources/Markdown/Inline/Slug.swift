import Bytes
import Language

/// Ids for headings.
enum Slug {
  /// The id of a heading: `Instalación (2)` becomes `instalacion-2`.
  static func folded(_ bytes: Span<UInt8>) -> [UInt8] { slug(of: bytes) }

  /// The id as GitHub makes it, with its accents: `instalación-2`.
  static func accented(_ bytes: Span<UInt8>) -> [UInt8] { make(bytes) }

  private static func make(_ bytes: Span<UInt8>) -> [UInt8] {
    var isAscii = true
    // Written in place: each heading passes here, and none gets longer.
    let out = [UInt8](unsafeUninitializedCapacity: bytes.count) { out, count in
      for index in bytes.indices {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          out[count] = byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): out[count] = byte | 0x20
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\t"): out[count] = UInt8(ascii: "-")
        case 0x80...:
          isAscii = false
          out[count] = byte
        default: continue
        }
        count += 1
      }
    }
    return isAscii ? out : letters(of: out)
  }

  /// Drops what is no letter outside ASCII, and puts the rest in lower case.
  private static func letters(of bytes: [UInt8]) -> [UInt8] {
    latin(bytes) ?? anyLetters(of: bytes)
  }

  /// The same for the letters of Western Europe, `À` to `ÿ`, whose lower case lies thirty-two places on; nil for a text
  /// with any other sign.
  private static func latin(_ bytes: [UInt8]) -> [UInt8]? {
    var out = bytes
    var index = 0
    while index < out.count {
      guard out[index] >= 0x80 else {
        index += 1
        continue
      }
      guard out[index] == 0xC3, index + 1 < out.count else { return nil }
      switch out[index + 1] {
      // × and ÷ are no letters, and ß has no capital here.
      case 0x97, 0xB7, 0x9F: return nil
      case 0x80...0x9E: out[index + 1] |= 0x20
      case 0xA0...0xBF: break
      default: return nil
      }
      index += 2
    }
    return out
  }

  private static func anyLetters(of bytes: [UInt8]) -> [UInt8] {
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
