import Diagnostics
import Frontmatter
import Testing

@Suite("A page without text")
struct EmptinessTests {
  private func code(_ path: String, _ text: String) -> String? {
    let source = Source(path: path, bytes: Array(text.utf8))
    return Header(of: source).emptiness(in: source)?.finding.code
  }

  @Test("is told, unless the file describes its folder or has a graver fault")
  func told() {
    #expect(code("a.md", "") == "file-empty")
    #expect(code("a.md", " \n\t\r\n") == "file-empty")
    #expect(code("a.md", "---\ntitle: Nota\n---\n\n") == "file-without-text")
    #expect(code("blog/_index.md", "---\ntitle: Nota\n---\n") == nil)
    #expect(code("a.md", "---\ntitle: Nota\n---\nTexto") == nil)
    #expect(code("a.md", "Texto") == nil)
    #expect(code("a.md", "---\ntitle: Nota\n") == nil)
  }
}
