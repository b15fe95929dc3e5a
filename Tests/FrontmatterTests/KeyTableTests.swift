import Testing

@testable import Frontmatter

@Suite("The table of keys")
struct KeyTableTests {
  @Test("has no key twice, and finds each one")
  func unique() {
    let folded = KeyTable.rows.map { KeyTable.fold($0.spelling) }
    #expect(!folded.contains(nil), "a key is too long to be packed")
    #expect(Set(folded).count == folded.count)
    for row in KeyTable.rows {
      #expect(KeyTable.row(for: row.spelling)?.spelling == row.spelling)
      #expect(!KeyTable.isInWrongCase(row.spelling, of: row))
    }
  }

  @Test("suggests nothing for the keys that it knows")
  func knows() {
    for key in ["link", "math", "hidden", "toc", "subtitle", "ShowToc", "_build", "seo"] {
      #expect(KeyTable.row(for: key) != nil || key == "seo")
    }
    #expect(KeyTable.row(for: "nada") == nil)
    #expect(KeyTable.row(for: "") == nil)
    #expect(KeyTable.row(for: "título") == nil)
  }
}
