import Diagnostics
import Disk
import Frontmatter
import Highlight
import Language
import Markdown
import Site
import TextRepair

/// Renders one file as a build would: by the settings and grammars of the site above it, holes with their default
/// filling.
struct ArticleRendering {
  let path: String
  let bytes: [UInt8]

  func run(on console: Console) -> ExitCode {
    let repaired = TextRepair.repair(bytes)
    if let mistake = repaired.mistake(at: path) {
      console.show(Report([mistake]))
      return .wrong
    }
    var report = Report()
    let source = Source(path: path, bytes: repaired.bytes)
    let root = path == "-" ? nil : SiteFolder.root(above: Path(path))
    let header = Header(of: source)
    let options = options(above: root, report: &report)
    var markdown = Markdown(highlighter: highlighter(of: root, report: &report))
    let article = markdown.article(from: source, body: header.body, options: options)
    console.print(article.html)
    report.add(contentsOf: header.report.sorted + article.mistakes)
    console.show(report)
    return report.fails() ? .wrong : .done
  }

  private func options(above root: Path?, report: inout Report) -> Options {
    let isMDX = path.hasSuffix(".mdx")
    guard let root else {
      var options = Options()
      options.isMDX = isMDX
      return options
    }
    do throws(Report) {
      let configuration = try SiteFolder(at: root).configuration
      let tongue: Tongue = configuration.language.text.hasPrefix("en") ? .english : .spanish
      return configuration.markdown.options(in: tongue, isMDX: isMDX)
    } catch {
      report.add(contentsOf: error.sorted)
      return Options()
    }
  }

  private func highlighter(of root: Path?, report: inout Report) -> Highlighter {
    guard let root else { return Highlighter() }
    let added = SiteGrammars(of: root)
    report.add(contentsOf: added.mistakes)
    return Highlighter(grammars: added.grammars)
  }
}
