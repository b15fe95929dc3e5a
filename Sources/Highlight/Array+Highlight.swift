import Bytes

extension [UInt8] {
  /// Appends a range of code as HTML, coloured by its tokens. Spans never cross a line end, so that the result may
  /// be cut at any line feed; tokens whole or in part outside of the range are skipped or clipped.
  public mutating func append(_ range: Range<Int>, of code: Span<UInt8>, tokens: [Token]) {
    var index = Self.firstToken(in: tokens, after: range.lowerBound)
    var start = range.lowerBound
    while start < range.upperBound {
      let token = index < tokens.count ? tokens[index] : Token(end: code.count, style: .text)
      let end = Swift.min(token.end, range.upperBound)
      if token.style == .text {
        append(htmlEscaping: code.extracting(start..<end))
      } else {
        append(start..<end, of: code, styled: token.style)
      }
      start = end
      index += 1
    }
  }
}

extension [UInt8] {
  /// Writes one span for each line that the token touches; line ends stand outside.
  private mutating func append(_ range: Range<Int>, of code: Span<UInt8>, styled style: Style) {
    var start = range.lowerBound
    for index in range where code[index] == UInt8(ascii: "\n") {
      append(line: start..<index, of: code, styled: style)
      append(UInt8(ascii: "\n"))
      start = index + 1
    }
    append(line: start..<range.upperBound, of: code, styled: style)
  }

  @inline(__always)
  private mutating func append(line: Range<Int>, of code: Span<UInt8>, styled style: Style) {
    guard !line.isEmpty else { return }
    append(style.opening)
    append(htmlEscaping: code.extracting(line))
    append("</span>")
  }

  private static func firstToken(in tokens: [Token], after offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
