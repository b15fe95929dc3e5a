import Diagnostics
import Markdown
import TestSupport
import Testing

@Suite("Random texts")
struct FuzzTests {
  private static let words = [
    "a", "b c", "\n", "\n\n", "    ", "  ", "\t", "> ", "- ", "1. ", "# ", "```", "```yaml\n", "~", "~~",
    "==", "^",
    "^^", "++", ":", ":::", "::: note", "!!! note", "??? tip \"x\"", "=== \"a\"", "[", "]", "(", ")", "![",
    "[^1]",
    "[^1]: ", "{", "}", "{.x}", "{: #y }", "{{<", ">}}", "{{< a >}}", "{{< /a >}}", "{{% b c=\"d\" %}}", "|",
    "|-|\n", "*",
    "**", "_", "`", "``", "<", ">", "<a href=\"x\">", "<!--", "-->", "<!-- more -->", "*[a]: x", "\\",
    "&amp;", "\"", "...",
    "--", "ñ", "🚀", ":+1:", "[TOC]", "> [!NOTE]", "www.x.y", "http://x.y", "a@b.c", "\r\n", "\0", "# (1)",
    "16 GB",
  ]

  @Test("neither crash nor misplace a hole", arguments: 1...12 as ClosedRange<UInt64>)
  func random(seed: UInt64) {
    var dice = Dice(seed: seed)
    func next(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &dice) }
    var markdown = Markdown()
    for _ in 0..<150 {
      let text = (0..<(2 + next(40))).map { _ in Self.words[next(Self.words.count)] }.joined()
      let article = markdown.article(from: Source(path: "a.md", bytes: Array(text.utf8)))
      var end = 0
      for hole in article.holes {
        #expect(
          hole.range.lowerBound >= end && hole.range.upperBound <= article.html.count, "seed \(seed): \(text)"
        )
        end = hole.range.upperBound
      }
      #expect(article.excerpt.map { $0.end <= article.html.count } ?? true, "seed \(seed): \(text)")
      var plain: [UInt8] = []
      markdown.renderPlain(Array(text.utf8).span, into: &plain)
    }
  }

  /// What rows of tables are made of, and nothing that we write otherwise than the library.
  private static let rowWords = [
    "a", "b c", "|", "|", "|", "\\|", "\\", "\n", "\n", "\n|", "\n|-|-|\n", "\na|b\n-|:-\n", " ", "  ", "\t",
    "\u{C}", "*", "_",
    "ñ", "\n> ", "\n- ", "&amp;", "w", "a:b", "`", "]", "&#35;",
  ]

  @Test("have their rows and texts read as the library reads them", arguments: 1...8 as ClosedRange<UInt64>)
  func rows(seed: UInt64) {
    var dice = Dice(seed: seed)
    func next(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &dice) }
    var markdown = Markdown()
    var options = Options()
    options.typographer = false
    var compared = 0
    for _ in 0..<400 {
      let text =
        "a|b\n-|-\n" + (0..<(2 + next(30))).map { _ in Self.rowWords[next(Self.rowWords.count)] }.joined()
      var plain: [UInt8] = []
      markdown.renderPlain(Array(text.utf8).span, into: &plain)
      let expected = String(decoding: plain, as: UTF8.self)
        .replacing(" align=\"left\"", with: " class=\"left\"")
      let article = markdown.article(from: Source(path: "a.md", bytes: Array(text.utf8)), options: options)
      let html = String(decoding: article.html, as: UTF8.self)
        .replacing("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Tabla\">\n", with: "")
        .replacing("</table>\n</div>", with: "</table>")
      if expected.contains("<pre") || expected.contains("<h") { continue }
      compared += 1
      #expect(html == expected, "seed \(seed): \(text.debugDescription)")
    }
    #expect(compared > 100)
  }
}
