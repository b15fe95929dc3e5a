extension [UInt8] {
  /// Appends a range of code as HTML, coloured by its tokens. Spans never cross a line end, so that the result may
  /// be cut at any line feed; tokens whole or in part outside of the range are skipped or clipped.
  public mutating func append(_ range: Range<Int>, of code: Span<UInt8>, tokens: [Token]) {
    var index = Self.firstToken(in: tokens, after: range.lowerBound)
    var start = range.lowerBound
    while start < range.upperBound {
      let first = index
      var end = start
      // Room is made for some tokens at a time, so that the worst case of it stays small.
      while end < range.upperBound, end - start < 512 {
        end = Swift.min(index < tokens.count ? tokens[index].end : code.count, range.upperBound)
        index += 1
      }
      append(
        start..<end, of: code, runs: tokens[Swift.min(first, tokens.count)..<Swift.min(index, tokens.count)])
      start = end
    }
  }

  /// Writes runs that cover a range; what they leave is plain.
  private mutating func append(_ range: Range<Int>, of code: Span<UInt8>, runs: ArraySlice<Token>) {
    code.withUnsafeBufferPointer { bytes in
      let room = MarkupWriter.mostBytes(for: range.count, tokens: runs.count)
      append(addingCapacity: room) { (output: inout OutputSpan<UInt8>) in
        output.withUnsafeMutableBufferPointer { buffer, count in
          guard let base = buffer.baseAddress else { return }
          var writer = MarkupWriter(bytes: bytes, into: UnsafeMutableRawPointer(base + count))
          var start = range.lowerBound
          for token in runs {
            let end = Swift.min(token.end, range.upperBound)
            writer.write(start..<end, styled: token.style)
            start = end
          }
          writer.write(start..<range.upperBound, styled: .text)
          count += writer.count
        }
      }
    }
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
