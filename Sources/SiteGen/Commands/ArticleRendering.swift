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
    let text = repaired.bytes
    let block = Block(in: text.span)
    let guide = Guides.mended(
      Array(text[block.body...]), mode: .fence, hasFrontmatter: block.kind != .absent)
    let source = Source(path: path, bytes: text[..<block.body] + guide.bytes)
    let header = Header(of: source)
    var options = Options()
    options.isMDX = path.hasSuffix(".mdx")
    let article = markdown.article(from: source, body: header.body, options: options)
    console.print(article.html)
    var report = Report((header.report.sorted + article.mistakes).map { guide.placed($0) })
    if let (finding, range) = guide.finding {
      let place = range.lowerBound + block.body..<range.upperBound + block.body
      report.add(Source(path: path, bytes: text).mistake(finding, at: place))
    }
    console.show(report)
    return report.fails() ? .wrong : .done
  }
}

extension MendedGuide {
  /// The mistake at the author's own line, where mending has moved it.
  fileprivate func placed(_ mistake: Mistake) -> Mistake {
    guard let place = mistake.place, authorLines.indices.contains(place.line - 1) else { return mistake }
    return mistake.moved(toLine: authorLines[place.line - 1] + 1)
  }
}
