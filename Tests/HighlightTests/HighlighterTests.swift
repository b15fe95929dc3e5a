import Highlight
import Testing

@Suite("A highlighter")
struct HighlighterTests {
  @Test("escapes plain text and leaves it uncoloured")
  func plain() {
    var out: [UInt8] = []
    Highlighter().highlight(Array("a < b\n".utf8).span, as: .text, into: &out)
    #expect(String(decoding: out, as: UTF8.self) == "a &lt; b\n")
  }

  @Test("opens a span with the class name of every style")
  func opening() {
    for style in Style.allCases where style != .text {
      var out: [UInt8] = []
      out.append(0..<1, of: [120].span, tokens: [Token(end: 1, style: style)])
      #expect(String(decoding: out, as: UTF8.self) == "<span class=\"\(style.className)\">x</span>")
    }
  }

  @Test("closes spans at line ends")
  func lines() {
    let code = Array("/* a\n\nb */ c".utf8)
    let tokens = [Token(end: 10, style: .commentMultiline), Token(end: 12, style: .text)]
    var out: [UInt8] = []
    out.append(0..<code.count, of: code.span, tokens: tokens)
    let expected = "<span class=\"cm\">/* a</span>\n\n<span class=\"cm\">b */</span> c"
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }

  @Test("writes any range of the code")
  func range() {
    let code = Array("/* a\n\nb */ c".utf8)
    let tokens = [Token(end: 10, style: .commentMultiline), Token(end: 12, style: .text)]
    var out: [UInt8] = []
    out.append(6..<11, of: code.span, tokens: tokens)
    #expect(String(decoding: out, as: UTF8.self) == "<span class=\"cm\">b */</span> ")
  }
}
