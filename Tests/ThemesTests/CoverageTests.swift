import Diagnostics
import Foundation
import Frontmatter
import Markdown
import Testing
import Themes

@Suite("The style of articles")
struct CoverageTests {
  /// Classes that say what something is without asking for a look of their own.
  private static let plain: Set<String> = ["left"]

  @Test("has a rule for every class that Markdown writes")
  func everyClass() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/muestra.md")
    let source = Source(path: "muestra.md", bytes: [UInt8](try Data(contentsOf: file)))
    var markdown = Markdown()
    let article = markdown.article(from: source, body: Header(of: source).body)
    let html = String(decoding: article.html, as: UTF8.self)
    let sheet = String(decoding: BuiltInTheme.styleSheet, as: UTF8.self)
    let classes = Set(
      html.matches(of: /class="([^"]*)"/).flatMap { $0.1.split(separator: " ").map(String.init) })
    #expect(classes.count > 25, "the sample shows too little: \(classes.sorted())")
    for name in classes.subtracting(Self.plain) where !name.hasPrefix("language-") {
      let rule = try Regex("\\.\(NSRegularExpression.escapedPattern(for: name))(?![\\w-])")
      let isStyled = sheet.contains(rule)
      #expect(isStyled, "no rule for .\(name)")
    }
  }
}
