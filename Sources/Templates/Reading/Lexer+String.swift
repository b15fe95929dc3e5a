import Bytes

// String literals with Python's escapes.

extension Lexer {
  mutating func readString(_ quote: UInt8) throws(Fault) {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let next = byte(0) {
      position += 1
      if next == quote {
        return add(.string, String(decoding: text, as: UTF8.self), start..<position)
      } else if next == UInt8(ascii: "\\") {
        readEscape(into: &text)
      } else {
        text.append(next)
      }
    }
    throw Fault(.unclosedString, at: start..<start + 1)
  }

  private mutating func readEscape(into text: inout [UInt8]) {
    guard let letter = byte(0) else { return }
    position += 1
    switch letter {
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "a"): text.append(7)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "v"): text.append(11)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): text.append(letter)
    case UInt8(ascii: "x"): readCode(2, base: 16, after: letter, into: &text)
    case UInt8(ascii: "u"): readCode(4, base: 16, after: letter, into: &text)
    case UInt8(ascii: "U"): readCode(8, base: 16, after: letter, into: &text)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      position -= 1
      readCode(3, base: 8, after: nil, into: &text)
    default: text += [UInt8(ascii: "\\"), letter]
    }
  }

  /// Reads a character's number; what is none stays as it was written.
  private mutating func readCode(_ most: Int, base: UInt32, after letter: UInt8?, into text: inout [UInt8]) {
    var value: UInt32 = 0
    var count = 0
    while count < most, let next = byte(count), let digit = Unicode.Scalar(next).hexDigit, digit < base {
      value = value &* base &+ digit
      count += 1
    }
    if (letter == nil || count == most), let scalar = Unicode.Scalar(value) {
      position += count
      text.append(text: String(Character(scalar)))
    } else {
      text.append(UInt8(ascii: "\\"))
      if let letter { text.append(letter) }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var hexDigit: UInt32? {
    switch self {
    case "0"..."9": value - 48
    case "a"..."f": value - 87
    case "A"..."F": value - 55
    default: nil
    }
  }
}
