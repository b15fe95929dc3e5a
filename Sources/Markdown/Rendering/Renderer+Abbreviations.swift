import Bytes

extension Renderer {
  /// Writes text, with each abbreviated word inside an `<abbr>`.
  mutating func appendExplaining(_ bytes: Span<UInt8>) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let isStart = index == 0 ? !Scanner.isWord(typography.last) : !Scanner.isWord(bytes[index - 1])
      guard isStart, let abbreviation = abbreviation(at: index, in: bytes) else {
        index += 1
        continue
      }
      appendSet(bytes.extracting(start..<index))
      out.append("<abbr title=\"")
      out.append(htmlText: abbreviation.meaning.span)
      out.append("\">")
      out.append(htmlText: abbreviation.word.span)
      out.append("</abbr>")
      typography.last = UInt8(ascii: "a")
      index += abbreviation.word.count
      start = index
    }
    appendSet(bytes.extracting(start..<bytes.count))
  }

  private func abbreviation(at index: Int, in bytes: Span<UInt8>) -> Abbreviation? {
    abbreviations.last { abbreviation in
      let end = index + abbreviation.word.count
      guard end <= bytes.count, end == bytes.count || !Scanner.isWord(bytes[end]) else { return false }
      for (offset, byte) in abbreviation.word.enumerated() where bytes[index + offset] != byte {
        return false
      }
      return true
    }
  }
}
