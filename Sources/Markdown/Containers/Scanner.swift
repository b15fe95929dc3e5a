/// Reads one line's bytes from left to right.
struct Scanner {
  private(set) var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { bytes.isEmpty }
  var offset: Int { bytes.startIndex }

  mutating func skipSpaces() {
    bytes = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// Takes a literal, if it comes next.
  mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    for index in 0..<count where bytes[bytes.startIndex + index] != literal.utf8Start[index] { return false }
    bytes = bytes.dropFirst(count)
    return true
  }

  /// Takes as many of one byte as come next.
  mutating func run(of byte: UInt8) -> Int {
    let rest = bytes.drop { $0 == byte }
    defer { bytes = rest }
    return bytes.count - rest.count
  }

  mutating func take(while accepts: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let taken = bytes.prefix(while: accepts)
    bytes = bytes.dropFirst(taken.count)
    return taken
  }

  /// Takes a word of letters, digits, `-` and `_`; letters outside ASCII count.
  mutating func word() -> String {
    String(decoding: take(while: Self.isWord), as: UTF8.self)
  }

  /// Takes text between two marks, the closing one being the last of the line when `isLast`.
  mutating func quoted(_ open: UInt8, _ close: UInt8) -> ArraySlice<UInt8>? {
    guard bytes.first == open else { return nil }
    let inner = bytes.dropFirst()
    guard let end = inner.firstIndex(of: close) else { return nil }
    bytes = bytes[(end + 1)...]
    return inner[..<end]
  }

  /// Whether nothing but spaces is left.
  var isBlank: Bool { bytes.allSatisfy(isSpace) }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

/// A slice of a line without the spaces around it.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var slice = bytes.drop(while: isSpace)
  while let last = slice.last, isSpace(last) { slice.removeLast() }
  return slice
}
