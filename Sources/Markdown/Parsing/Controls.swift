import Bytes
import Diagnostics

/// The characters that no page may hold: they show nothing, and make its HTML malformed.
///
/// Mostly they come from a terminal whose output was pasted, with its colours: `ESC [ 3 1 m`. HTML forbids them as
/// references, too: `&#7;`.
enum Controls {
  /// Whether a byte is such a character; tabs, line ends and form feeds are none, and NUL is told by whoever reads files.
  @inline(__always)
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D || byte == 0x7F
  }

  /// Whether a scalar is one, or one of the two that no text may hold.
  static func isControl(_ scalar: UInt32) -> Bool {
    if let byte = UInt8(exactly: scalar), byte < 0x80 { return isControl(byte) }
    return scalar < 0xA0 || scalar == 0xFFFE || scalar == 0xFFFF
  }

  /// Where they stand in a text, from a place on.
  static func places(in bytes: [UInt8], from start: Int) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var places: [Int] = []
      var index = start
      while let place = bytes.next(from: index, where: areControls) {
        places.append(place)
        index = place + 1
      }
      return places
    }
  }

  /// The same of sixteen bytes.
  @inline(__always)
  private static func areControls(_ bytes: SixteenBytes) -> UInt16 {
    let others = bytes.are(in: 0x09...0x0A) | bytes.are(in: 0x0C...0x0D) | bytes.are(0)
    return bytes.are(below: 0x20) & ~others | bytes.are(0x7F)
  }

  /// Whether a text may hold references to such characters by number.
  static func mayBeReferred(to text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while let found = bytes.next(UInt8(ascii: "&"), from: index) {
        index = found + 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "#"),
          isControl(number(in: bytes[(index + 1)...]))
        {
          return true
        }
      }
      return false
    }
  }

  /// The number of a reference, behind its `#`.
  private static func number(in text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    let isHex = text.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    var number: UInt32 = 0
    for byte in isHex ? text.dropFirst() : text {
      switch byte | 0x20 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number &* (isHex ? 16 : 10) &+ UInt32(byte & 15)
      case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: number = number &* 16 &+ UInt32(byte & 15) &+ 9
      default: return number
      }
      // No character has a higher number.
      if number > 0x10FFFF { return number }
    }
    return number
  }

  /// The first reference to such a character from a place on, with what it refers to.
  static func reference(in text: [UInt8], from start: Int) -> (range: Range<Int>, scalar: UInt32)? {
    var index = start
    while let and = text[index...].firstIndex(of: UInt8(ascii: "&")) {
      index = and + 1
      guard let end = text[index...].prefix(longestReference).firstIndex(of: UInt8(ascii: ";")),
        text[index] == UInt8(ascii: "#")
      else { continue }
      let digits = String(decoding: text[index + 1..<end], as: UTF8.self)
      let isHex = digits.first == "x" || digits.first == "X"
      guard let scalar = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits), scalar > 0,
        isControl(scalar)
      else { continue }
      return (and..<end + 1, scalar)
    }
    return nil
  }

  private static let longestReference = 10

  /// The text without them; nil where it holds none.
  static func left(out text: Span<UInt8>) -> [UInt8]? {
    guard text.withUnsafeBufferPointer(mayHoldSuspect) else { return nil }
    // The library writes the last two scalars of the plane as bytes that are no UTF-8.
    let bytes = text.indices.map { text[$0] }.filter { $0 < 0xFE }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { !isControl($0.value) }
    let rest = Array(String(String.UnicodeScalarView(scalars)).utf8)
    return rest.count < text.count ? rest : nil
  }

  /// Whether a text may hold one, be it one that is written with several bytes.
  private static func mayHoldSuspect(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.next { areControls($0) | $0.are(0xC2) | $0.are(0xEF) | $0.are(from: 0xFE) } != nil
  }
}

extension Source {
  /// The same text with a space for each control character behind a place, so that all else stands where it stood.
  func withoutControls(at places: [Int]) -> Source {
    guard !places.isEmpty else { return self }
    var bytes = bytes
    for place in places { bytes[place] = UInt8(ascii: " ") }
    return Source(path: path, bytes: bytes)
  }
}

extension Renderer {
  /// Leaves out of a tree what references in the text would put there.
  mutating func leaveOutControls(_ root: TreeNode) {
    guard Controls.mayBeReferred(to: origin.text) else { return }
    var count = 0
    var first: Int?
    root.visit { node in
      guard node.leaveOutControls() else { return }
      count += 1
      if first == nil { first = line(of: node) }
    }
    guard let first else { return }
    let start = origin.lines.start(of: first)
    let found = Controls.reference(in: origin.text, from: start)
    report(
      .controlCharacter(found?.scalar ?? 0, more: count - 1), at: found?.range ?? origin.line(first))
  }
}
