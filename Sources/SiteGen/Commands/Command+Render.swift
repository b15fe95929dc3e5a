import Diagnostics
import Disk
import Markdown

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
          es: "exactamente lo que escribe cmark-gfm: sin metadatos, sin arreglos, nada más que GFM")
      )
    ],
    examples: ["sitegen render content/blog/talos.md", "sitegen render --plain-gfm README.md"],
    run: { invocation, console in
      let path = invocation.arguments.first ?? "-"
      let bytes: [UInt8]
      do throws(Mistake) {
        bytes = try File.contents(path)
      } catch {
        console.show(Report([error]))
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
