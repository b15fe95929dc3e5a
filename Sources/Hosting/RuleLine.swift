/// One line of `_redirects` or `_headers` that is not empty.
struct RuleLine {
  /// Without the blanks around it.
  let text: String
  let isIndented: Bool
  /// Where it stands in the file, blanks included.
  let place: Range<Int>

  var isRemark: Bool { text.hasPrefix("#") }

  static func all(of bytes: [UInt8]) -> [RuleLine] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let text = trimmed(String(decoding: line, as: UTF8.self))
      guard !text.isEmpty else { return nil }
      return RuleLine(
        text: text, isIndented: line.first.map(isBlank) ?? false, place: line.startIndex..<line.endIndex)
    }
  }

  /// A text without the blanks around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
