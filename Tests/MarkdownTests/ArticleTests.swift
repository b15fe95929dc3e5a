import Diagnostics
import Foundation
import Language
import Markdown
import Testing

@Suite("An article")
struct ArticleTests {
  @Test("is written as the fixtures show", arguments: Case.all(in: "Articles"))
  func fixtures(example: Case) throws {
    #expect(Self.render(example.input) == example.expected)
  }

  @Test("has enough fixtures")
  func count() {
    #expect(Case.all(in: "Articles").count >= 250)
  }

  /// With RECORD_FIXTURES set, rewrites all expectations, and fails so that nobody forgets it set.
  @Test("is recorded only on purpose")
  func recording() throws {
    guard ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil else { return }
    for url in Case.files(in: "Articles") {
      let head = String(decoding: try Data(contentsOf: url), as: UTF8.self).components(
        separatedBy: "\n======== ")[0]
      let cases = Case.read(url).map { example in
        let name = example.name.split(separator: ": ", maxSplits: 1)[1]
        return "\n======== \(name)\n\(example.input.dropLast())\n.\n\(Self.render(example.input))"
      }
      try Data((head + cases.joined()).utf8).write(to: url)
    }
    Issue.record("recorded")
  }

  static func render(_ input: String) -> String {
    var markdown = Markdown()
    var options = Options()
    var text = input
    if text.hasPrefix("%mdx\n") {
      options.isMDX = true
      text = String(text.dropFirst(5))
    }
    for policy in Options.RawHTML.allCases where text.hasPrefix("%\(policy.rawValue)\n") {
      options.rawHTML = policy
      text = String(text.dropFirst(policy.rawValue.count + 2))
    }
    let article = markdown.article(from: Source(path: "a.md", bytes: Array(text.utf8)), options: options)
    let mistakes = article.mistakes.filter { $0.finding.code != "code-unknown-language" }.map {
      "\n! \($0.place.map { "\($0.line):\($0.column)" } ?? "-") \($0.finding.code)"
    }
    let holes = article.holes.compactMap(Self.note).map { "\n# \($0)" }
    // Which words of code are coloured is the highlighter's matter; prompts are ours.
    let html = String(decoding: article.html, as: UTF8.self)
      .replacing(#/<span class="(?!gp)[a-z][a-z0-9]{0,2}">([^<]*)<\/span>/#) { $0.output.1 }
    return html.trimmingCharacters(in: .newlines)
      + mistakes.joined() + holes.joined()
  }

  /// Shortcodes are shown, for their output is the site's.
  private static func note(_ hole: Hole) -> String? {
    guard case .shortcode(let shortcode) = hole.kind else { return nil }
    let arguments =
      shortcode.positional.map { "[\($0)]" } + shortcode.named.map { "\($0.name)=[\($0.value)]" }
    let inner = shortcode.inner.map { " inner=[\($0.replacing("\n", with: "⏎"))]" } ?? ""
    return ([shortcode.name, "\(shortcode.form)", "\(hole.context)"] + arguments).joined(separator: " ")
      + inner
  }
}
