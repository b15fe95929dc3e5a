// The few character references that people write in headings.

extension InlineText {
  /// No reference that we know is longer than this.
  private static let longestReference = 10

  /// Decodes `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&nbsp;` and numbers; other ampersands are text.
  mutating func readEntity(at index: Int, in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let limit = min(range.upperBound, index + Self.longestReference)
    guard let end = (index..<limit).first(where: { bytes[$0] == UInt8(ascii: ";") }),
      let scalar = Self.scalar(named: index + 1..<end, of: bytes)
    else {
      append(bytes[index])
      return index + 1
    }
    for byte in String(Character(scalar)).utf8 { append(byte) }
    return end + 1
  }

  private static func scalar(named name: Range<Int>, of bytes: Span<UInt8>) -> Unicode.Scalar? {
    if bytes.equals("amp", in: name) { return "&" }
    if bytes.equals("lt", in: name) { return "<" }
    if bytes.equals("gt", in: name) { return ">" }
    if bytes.equals("quot", in: name) { return "\"" }
    if bytes.equals("nbsp", in: name) { return "\u{A0}" }
    guard name.count > 1, bytes[name.lowerBound] == UInt8(ascii: "#") else { return nil }
    let isHex = bytes[name.lowerBound + 1] | 0x20 == UInt8(ascii: "x")
    let digits = bytes.text(of: name.lowerBound + (isHex ? 2 : 1)..<name.upperBound)
    return UInt32(digits, radix: isHex ? 16 : 10).flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}
