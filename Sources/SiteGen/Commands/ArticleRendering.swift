import Diagnostics
import Frontmatter
import Markdown
import TextRepair

/// Renders one file as a build would, without a site around it: holes keep their default filling.
struct ArticleRendering {
  let path: String
  let bytes: [UInt8]

  func run(_ markdown: inout Markdown, on console: Console) -> ExitCode {
    let repaired = TextRepair.repair(bytes)
    if let mistake = repaired.mistake(at: path) {
      console.show(Report([mistake]))
      return .wrong
    }
    let source = Source(path: path, bytes: repaired.bytes)
    let header = Header(of: source)
    var options = Options()
    options.isMDX = path.hasSuffix(".mdx")
    let article = markdown.article(from: source, body: header.body, options: options)
    console.print(article.html)
    var report = header.report
    report.add(contentsOf: article.mistakes)
    console.show(report)
    return report.fails() ? .wrong : .done
  }
}
