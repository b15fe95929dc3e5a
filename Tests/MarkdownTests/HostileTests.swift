import Diagnostics
import Foundation
import Markdown
import Testing

@Suite("Hostile texts are read in time")
struct HostileTests {
  struct Text: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  static let texts = [
    Text("10,000 quotes in each other", times(10_000, ">") + " a"),
    Text("10,000 open brackets", times(10_000, "[")),
    Text("10,000 pairs of brackets", times(10_000, "[") + times(10_000, "]")),
    Text("1,800 open pictures", times(1_800, "![")),
    Text("1,800 open instructions", times(1_800, "<?")),
    Text("4,000 open directives", times(4_000, "::: note\n")),
    Text("1,000 directives in each other", times(1_000, "::: note\n") + times(1_000, ":::\n")),
    Text("1,000 tabs", times(1_000, "=== \"a\"\n    x\n\n")),
    Text("4,000 definitions", times(4_000, "a\n: b\n\n")),
    Text("4,000 shortcodes in a line", times(4_000, "{{< a b=\"c\" >}} ")),
    Text("4,000 open shortcodes", times(4_000, "{{< a ")),
    Text("2,000 shortcodes in each other", times(2_000, "{{< a >}}\n") + times(2_000, "{{< /a >}}\n")),
    Text("4,000 open marks", times(4_000, "==a ^b ~c *d ")),
    Text("10,000 braces", times(10_000, "{")),
    Text("10,000 colons", times(10_000, ":a")),
    Text("4,000 headings of one name", times(4_000, "# a\n\n")),
    Text("4,000 links to one file", times(4_000, "[a](b.md) ")),
    Text("4,000 open comments", times(4_000, "<!-- ")),
    Text("2,000 unclosed fences", times(2_000, "```\na\n")),
    Text("an annotated block of 4,000 lines", "```yaml\n\(times(4_000, "a: b # (1)!\n"))```\n\n1. x\n"),
    Text("a line of 1 MB", times(1_000_000, "a")),
    Text("15,000 short paragraphs", times(15_000, "hola mundo\n\n")),
    Text("20,000 NULs", times(20_000, "\0")),
  ]

  @Test("however they are built", arguments: texts)
  func inTime(text: Text) {
    var markdown = Markdown()
    let bytes = Array(text.text.utf8)
    let start = clock()
    let article = markdown.article(from: Source(path: "a.md", bytes: bytes))
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    #expect(!article.html.isEmpty || !article.mistakes.isEmpty)
    // A second for each megabyte is promised of the optimised program; this build is ten times slower.
    #expect(seconds < 10 * max(1, Double(bytes.count) / 1e6))
  }

  @Test(
    "or refused with a message",
    arguments: [
      (Self.times(60_000, "!["), "markdown-too-many-openers"),
      (Self.times(60_000, "<?"), "markdown-too-many-openers"),
      ("|\(Self.times(10_000, "a|"))\n|\(Self.times(10_000, "-|"))\n", "markdown-wide-table"),
    ])
  func refused(text: String, code: String) {
    var markdown = Markdown()
    let article = markdown.article(from: Source(path: "a.md", bytes: Array(text.utf8)))
    #expect(article.mistakes.map(\.finding.code) == [code])
  }

  @Test("CRLF and a lone CR end lines as LF does")
  func lineEnds() {
    let text = "# Uno\n\n!!! note\n    Dos\n\n```yaml\na: 1\n```\n"
    #expect(
      html(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
        == html(text))
    #expect(html("# Uno\rDos") == html("# Uno\nDos"))
  }

  private func html(_ text: String) -> String {
    var markdown = Markdown()
    let article = markdown.article(from: Source(path: "a.md", bytes: Array(text.utf8)))
    return String(decoding: article.html.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
  }
}
