import Highlight
import Testing

@Suite("The markup of code")
struct MarkupTests {
  @Test("escapes what needs it, wherever it stands and however long the code is")
  func escaping() {
    let signs = Array("a&b<c>d\"e'f\n\u{E9}\0\u{7F}%=?;#!\u{B}\t~\u{10FFFF}".utf8)
    for count in 0...80 {
      for shift in 0..<signs.count {
        let code = (0..<count).map { signs[($0 * 7 + $0 / 5 + shift) % signs.count] }
        check(code, tokens: tokens(of: count, each: 1 + shift % 19))
      }
    }
  }

  @Test("writes long tokens and many tokens alike")
  func long() {
    let code = Array(String(repeating: "a\n<b> c\n\n", count: 700).utf8)
    for each in [1, 2, 3, 511, 512, 513, 5_000, 10_000] {
      check(code, tokens: tokens(of: code.count, each: each))
      check(code, tokens: [])
    }
  }

  private func tokens(of count: Int, each: Int) -> [Token] {
    let styles: [Style] = [.commentPreprocessorFile, .text, .error, .keyword, .string]
    return stride(from: 0, to: count, by: each).enumerated().map { number, start in
      Token(end: min(start + each, count), style: styles[number % styles.count])
    }
  }

  private func check(_ code: [UInt8], tokens: [Token], at location: SourceLocation = #_sourceLocation) {
    var out: [UInt8] = [33]
    out.append(0..<code.count, of: code.span, tokens: tokens)
    #expect(out == [33] + expected(code, tokens: tokens), sourceLocation: location)
  }

  /// The same, byte by byte.
  private func expected(_ code: [UInt8], tokens: [Token]) -> [UInt8] {
    let entities: [UInt8: String] = [38: "&amp;", 60: "&lt;", 62: "&gt;", 34: "&quot;", 39: "&#39;"]
    var out: [UInt8] = []
    var start = 0
    for token in tokens + [Token(end: code.count, style: .text)] {
      for (number, line) in code[start..<token.end].split(separator: 10, omittingEmptySubsequences: false)
        .enumerated()
      {
        if number > 0 { out.append(10) }
        let isColoured = token.style != .text && !line.isEmpty
        if isColoured { out += Array("<span class=\"\(token.style.className)\">".utf8) }
        for byte in line { out += entities[byte].map { Array($0.utf8) } ?? [byte] }
        if isColoured { out += Array("</span>".utf8) }
      }
      start = token.end
    }
    return out
  }
}
