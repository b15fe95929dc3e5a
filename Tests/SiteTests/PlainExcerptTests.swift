import Diagnostics
import Markdown
import Testing

@testable import Site

@Suite("The opening of a text in plain words")
struct PlainExcerptTests {
  private func opening(_ text: String) -> String {
    var markdown = Markdown()
    return PlainExcerpt.text(of: markdown.article(from: Source(path: "a.md", bytes: Array(text.utf8))))
  }

  @Test(
    "keeps words and what stands between them",
    arguments: [
      ("Un **texto** con `código`.", "Un texto con código."),
      ("## Título\n\nEl texto.", "El texto."),
      ("Uno\n\nDos", "Uno Dos"),
      ("a *b*c & \\<d>", "a bc & <d>"),
      ("```yaml\na: 1\n```\n\nDespués", "Después"),
      ("", ""),
    ])
  func words(text: String, expected: String) { #expect(opening(text) == expected) }

  @Test("ends with the last word that fits")
  func cut() {
    let words = Array(repeating: "palabra,", count: 40).joined(separator: " ")
    let text = opening(words)
    #expect(text == Array(repeating: "palabra,", count: 16).joined(separator: " ") + " palabra…")
  }

  @Test("cuts a word that never ends between its letters")
  func long() {
    #expect(opening(String(repeating: "ñ", count: 500)) == String(repeating: "ñ", count: 80) + "…")
  }
}
