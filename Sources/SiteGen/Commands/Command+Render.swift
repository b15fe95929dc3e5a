import Diagnostics
import Disk
import Frontmatter
import Markdown
import TextRepair

extension Command {
  /// `sitegen render`: the article's HTML alone.
  static let render = Command(
    name: "render",
    summary: Words(en: "print the HTML of one article", es: "escribe el HTML de un artículo"),
    arguments: [
      Argument(
        label: "FILE",
        summary: Words(
          en: "a Markdown file, or - for standard input",
          es: "un archivo Markdown, o - para la entrada estándar"),
        isRequired: false
      )
    ],
    options: [
      Option(
        name: "--plain-gfm",
        summary: Words(
          en: "exactly what cmark-gfm writes: no front matter, no repair, nothing beyond GFM",
          es: "exactamente lo que escribe cmark-gfm: sin cabecera, sin arreglos, nada más que GFM")
      )
    ],
    examples: ["sitegen render content/blog/talos.md", "sitegen render --plain-gfm README.md"],
    run: { invocation, console in
      let path = invocation.arguments.first ?? "-"
      let bytes: [UInt8]
      do throws(DiskFailure) {
        bytes = try path == "-" ? File.readStandardInput() : File.read(Path(path))
      } catch {
        console.show(Report([error.mistake]))
        return .outside
      }
      var markdown = Markdown()
      if invocation.has("--plain-gfm") {
        var out: [UInt8] = []
        markdown.renderPlain(bytes.span, into: &out)
        console.print(out)
        return .done
      }
      return ArticleRendering(path: path, bytes: bytes).run(&markdown, on: console)
    }
  )
}

/// Renders one file as a build would, without a site around it: holes keep their default filling.
private struct ArticleRendering {
  let path: String
  let bytes: [UInt8]

  func run(_ markdown: inout Markdown, on console: Console) -> ExitCode {
    let source = Source(path: path, bytes: TextRepair.repair(bytes).bytes)
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
