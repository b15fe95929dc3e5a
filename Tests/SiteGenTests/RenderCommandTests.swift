import Foundation
import TestSupport
import Testing

@Suite("sitegen render")
struct RenderCommandTests {
  private static let guide = """
    Guía para poner en marcha el nodo

    Descarga la herramienta y déjala en su sitio.

    # comprueba la versión
    talosctl version --client
    sudo mv talosctl /usr/local/bin/

    Después, reinicia.

    """

  @Test("writes the article's HTML alone, without its front matter")
  func article() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("---\ntitle: Nota\n---\n\n!!! tip\n    Usa `talosctl`.\n", to: "a.md")
    #expect(
      try Program.run("render", "a.md", in: scratch.url)
        == .init(
          output: """
            <div class="callout tip">
            <p class="callout-title">Consejo</p>
            <p>Usa <code>talosctl</code>.</p>
            </div>

            """,
          errors: "",
          status: 0
        )
    )
  }

  @Test("plain mode knows nothing beyond GFM")
  func plain() throws {
    let text = Data("!!! tip\n    Usa `talosctl`.\n".utf8)
    #expect(
      try Program.run("render", "--plain-gfm", input: text).output
        == "<p>!!! tip\nUsa <code>talosctl</code>.</p>\n"
    )
  }

  @Test("fences the bare code of a pasted guide, and says so at the author's line")
  func guide() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(Self.guide, to: "guia.md")
    let run = try Program.run("render", "guia.md", in: scratch.url)
    #expect(run.output.contains("<figure class=\"code\" data-language=\"sh\">"))
    #expect(run.output.components(separatedBy: "<h1").count == 2)
    #expect(
      run.errors == """
        guia.md:5:1: warning: code stands here without a fence; 1 block was fenced
           5 | # comprueba la versión
             | ^~~~~~~~~~~~~~~~~~~~~~
        hint: 'sitegen repair --fences --write' writes the fences into the file
        1 warning

        """
    )
  }

  @Test("mistakes below mended lines keep the author's line")
  func places() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(Self.guide + "\n{{< figura\n", to: "guia.md")
    let errors = try Program.run("render", "guia.md", in: scratch.url).errors
    #expect(errors.contains("guia.md:11:1: error: "), "\(errors)")
  }

  @Test("repair --fences shows the difference, and writes it when asked")
  func fences() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(Self.guide, to: "guia.md")
    let shown = try Program.run("repair", "--fences", "guia.md", in: scratch.url)
    #expect(shown.output.contains("\n+```sh\n # comprueba la versión\n"), "\(shown)")
    #expect(try scratch.read("guia.md") == Data(Self.guide.utf8))
    #expect(try Program.run("repair", "--fences", "--write", "guia.md", in: scratch.url).status == 0)
    let written = String(decoding: try scratch.read("guia.md"), as: UTF8.self)
    #expect(written.contains("```sh\n# comprueba la versión\n"))
    #expect(try Program.run("repair", "--fences", "guia.md", in: scratch.url).output.isEmpty)
  }

  @Test("repair --fences keeps the line ends of the file")
  func lineEnds() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(Self.guide.replacingOccurrences(of: "\n", with: "\r\n"), to: "guia.md")
    #expect(try Program.run("repair", "--fences", "--write", "guia.md", in: scratch.url).status == 0)
    let written = String(decoding: try scratch.read("guia.md"), as: UTF8.self)
    #expect(written.contains("```sh\r\n# comprueba la versión\r\n"))
    #expect(!written.replacingOccurrences(of: "\r\n", with: "").unicodeScalars.contains("\n"))
  }

  @Test("goes by the settings and the grammars of the site above the file")
  func site() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("markdown: {raw_html: escape}\n", to: "site.yaml")
    try scratch.write(
      "language receta\n\nstate root\n  \\d+  mi\n  [^\\d]+  -\n", to: "syntaxes/receta.syntax")
    try scratch.write("---\ntitle: Nota\n---\n\n<b>x</b>\n\n```receta\n12 g\n```\n", to: "content/a.md")
    let run = try Program.run("render", "content/a.md", in: scratch.url)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("&lt;b&gt;x&lt;/b&gt;"))
    #expect(run.output.contains("<span class=\"mi\">12</span> g"))
  }

  @Test("tells what is wrong with a grammar of the site, and renders all the same")
  func brokenGrammar() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("", to: "site.yaml")
    try scratch.write("language rota\n\nstate root\n  [a-  k\n", to: "syntaxes/rota.syntax")
    try scratch.write("---\ntitle: Nota\n---\n\nTexto.\n", to: "a.md")
    let run = try Program.run("render", "a.md", in: scratch.url)
    #expect(run.output == "<p>Texto.</p>\n")
    #expect(run.errors.hasPrefix("syntaxes/rota.syntax:4:"), "\(run.errors)")
    #expect(run.status == 1)
  }
}
