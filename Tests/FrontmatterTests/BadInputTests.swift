import Diagnostics
import Frontmatter
import Language
import Testing

@Suite("Bad input")
struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    let text: String
    let message: String
    var testDescription: String { id }
  }

  static let cases: [Case] = [
    Case(
      id: "date in two readings", text: "---\ndate: 10-12-2024\n---\n",
      message: "nota.md:2:7: error: the date '10-12-2024' can be read in two ways"),
    Case(
      id: "impossible date", text: "---\ndate: 2025-13-45\n---\n",
      message: "nota.md:2:7: error: the date '2025-13-45' has no month 13"),
    Case(
      id: "tags as a map", text: "---\ntags: {a: b}\n---\n",
      message: "nota.md:2:7: error: 'tags' must be a list of texts, not a map"),
    Case(
      id: "draft in Spanish", text: "---\ndraft: \"si\"\n---\n",
      message: "nota.md:2:8: error: 'draft' must be 'true' or 'false', not 'si'"),
    Case(
      id: "key in the wrong case", text: "---\nTitle: Nota\n---\n",
      message: "nota.md:2:1: warning: the key 'Title' is written 'title'"),
    Case(
      id: "misspelt key", text: "---\ntilte: Nota\n---\n",
      message: "nota.md:2:1: warning: no key is called 'tilte'"),
    Case(
      id: "indented", text: "  ---\n  title: Nota\n  ---\n",
      message: "nota.md:1:3: error: the front matter is indented"),
    Case(
      id: "after a blank line", text: "\n---\ntitle: Nota\n---\n",
      message: "nota.md:2:1: error: the front matter comes after a blank line"),
    Case(
      id: "unclosed", text: "---\ntitle: Nota\n\nTexto\n",
      message: "nota.md:1:1: error: the front matter is never closed"),
  ]

  @Test("gives exactly one message", arguments: cases)
  func one(_ item: Case) throws {
    let header = Header(of: Source(path: "nota.md", bytes: Array(item.text.utf8)))
    let mistakes = header.report.sorted
    #expect(mistakes.count == 1)
    let mistake = try #require(mistakes.first)
    var out: [UInt8] = []
    mistake.write(in: .english, ink: .none, into: &out)
    #expect(
      String(decoding: out, as: UTF8.self).split(separator: "\n").first.map(String.init) == item.message)
  }

  @Test(
    "of the kind that YAML refuses gives exactly one message",
    arguments: ["title: [a", "title: Uno\ntitle: Dos", "title: Talos: otra vez"])
  func yaml(_ text: String) {
    let header = Header(of: Source(path: "nota.md", bytes: Array("---\n\(text)\n---\n".utf8)))
    #expect(header.report.count(of: .error) == 1)
    #expect(header.report.sorted.count == 1)
  }

  @Test("with lone carriage returns is read like any other")
  func carriageReturns() {
    let text = "---\rtitle: Nota\rdraft: si\r---\r# Texto"
    let header = Header(of: Source(path: "nota.md", bytes: Array(text.utf8)))
    #expect(header.metadata.title == "Nota")
    #expect(header.report.sorted.map { $0.place?.line } == [3])
  }

  @Test("that is empty, or only front matter, is fine")
  func nothing() {
    for text in ["", "\u{FEFF}", "\n", "---\n---", "---\ntitle: Nota\n---"] {
      #expect(Header(of: Source(path: "nota.md", bytes: Array(text.utf8))).report.isEmpty)
    }
  }
}
