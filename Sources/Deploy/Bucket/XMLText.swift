/// The texts of elements in the flat answers of object stores, whose form is fixed; no reader of XML at large.
struct XMLText {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the insides of the elements of a name are; those within another one where a range is given.
  func insides(of name: StaticString, within range: Range<Int>? = nil, limit: Int = .max) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = range ?? bytes.indices
    while found.count < limit, let start = next(Self.opening, name, in: place),
      let end = next(Self.closing, name, in: start.upperBound..<place.upperBound)
    {
      found.append(start.upperBound..<end.lowerBound)
      place = end.upperBound..<place.upperBound
    }
    return found
  }

  /// The text of the first element of a name.
  func first(_ name: StaticString, within range: Range<Int>? = nil) -> String? {
    insides(of: name, within: range, limit: 1).first.map { String(decoding: unescaped($0), as: UTF8.self) }
  }

  /// What stands in a place, with the entities that XML knows by itself as what they stand for.
  func unescaped(_ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let entity = bytes[index] == UInt8(ascii: "&") ? Self.entity(at: index, in: bytes) : nil
      out.append(entity?.byte ?? bytes[index])
      index += entity?.length ?? 1
    }
    return out
  }
}

extension XMLText {
  private static let opening: StaticString = "<"
  private static let closing: StaticString = "</"

  private static let entities: [(name: StaticString, byte: UInt8)] = [
    ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&quot;", UInt8(ascii: "\"")),
    ("&apos;", UInt8(ascii: "'")), ("&#34;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
    ("&amp;", UInt8(ascii: "&")),
  ]

  private static func entity(at index: Int, in bytes: [UInt8]) -> (byte: UInt8, length: Int)? {
    entities.first { holds($0.name, at: index, in: bytes) }.map { ($0.byte, $0.name.utf8CodeUnitCount) }
  }

  /// The next `<name>` or `</name>`.
  private func next(_ sign: StaticString, _ name: StaticString, in range: Range<Int>) -> Range<Int>? {
    let (signs, letters) = (sign.utf8CodeUnitCount, name.utf8CodeUnitCount)
    var index = range.lowerBound
    let last = range.upperBound - signs - letters - 1
    while index <= last {
      if bytes[index] == UInt8(ascii: "<"), Self.holds(sign, at: index, in: bytes),
        Self.holds(name, at: index + signs, in: bytes),
        bytes[index + signs + letters] == UInt8(ascii: ">")
      {
        return index..<index + signs + letters + 1
      }
      index += 1
    }
    return nil
  }

  private static func holds(_ text: StaticString, at index: Int, in bytes: [UInt8]) -> Bool {
    text.withUTF8Buffer { text in
      guard index + text.count <= bytes.count else { return false }
      for offset in text.indices where bytes[index + offset] != text[offset] { return false }
      return true
    }
  }
}
