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
    ] + templateOptions,
    examples: ["sitegen render content/blog/talos.md", "sitegen render --plain-gfm README.md"],
    run: { invocation, console in
      if let template = invocation.text("--template") {
        return TemplateRendering(
          template: Path(template), data: invocation.text("--data").map { Path($0) },
          isLenient: invocation.text("--undefined") == "lenient", escapes: !invocation.has("--no-autoescape")
        ).run(on: console)
      }
      let path = invocation.arguments.first ?? "-"
      let bytes: [UInt8]
      do throws(Mistake) {
        bytes = try File.contents(path)
      } catch {
        console.show(Report([error]))
        return .outside
      }
      if invocation.has("--plain-gfm") {
        var markdown = Markdown()
        var out: [UInt8] = []
        markdown.renderPlain(bytes.span, into: &out)
        console.print(out)
        return .done
      }
      return ArticleRendering(path: path, bytes: bytes).run(on: console)
    }
  )
}

extension Command {
  /// What renders a template instead of an article.
  private static let templateOptions = [
    Option(
      name: "--template", value: .text(label: "FILE", completes: .file),
      summary: Words(en: "render this template instead", es: "genera esta plantilla en su lugar")),
    Option(
      name: "--data", value: .text(label: "FILE.json", completes: .file),
      summary: Words(en: "what the template sees", es: "lo que ve la plantilla")),
    Option(
      name: "--undefined", value: .choice(["strict", "lenient"]),
      summary: Words(
        en: "what an unknown name does (default: strict)",
        es: "qué hace un nombre desconocido (por defecto: strict)")),
    Option(
      name: "--no-autoescape",
      summary: Words(en: "print values as they are", es: "escribe los valores tal cual")),
  ]
}
