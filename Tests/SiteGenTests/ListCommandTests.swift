import Foundation
import TestSupport
import Testing

@Suite("sitegen list")
struct ListCommandTests {
  private static func site() throws -> TemporaryFolder {
    let scratch = try TemporaryFolder()
    let pages = [
      "blog/2026-02-10-uno.md": "title: Uno\ntags: [Talos, Ñu, nube]",
      "blog/dos.md": "title: Dos 👩‍🚀\ndate: 2026-01-01\ntags: [talos]",
      "acerca.md": "title: \"Acerca\\nde\"",
      "blog/mañana.md": "title: Mañana\ndate: 2026-03-01\npublishDate: 2026-03-02",
      "blog/ayer.md": "title: Ayer\ndate: 2025-01-01\nexpiryDate: 2026-02-01",
      "blog/idea.md": "title: Idea\ndraft: true",
    ]
    for (name, header) in pages { try scratch.write("---\n\(header)\n---\nTexto.\n", to: "content/\(name)") }
    return scratch
  }

  private static func list(_ arguments: String...) throws -> Program.Run {
    let site = try site()
    return try Program.run(
      arguments: ["list"] + arguments + ["--now", "2026-02-20T00:00:00Z"], in: site.url)
  }

  @Test(
    "tells what is there and what waits",
    arguments: [
      (
        "pages",
        """
        2026-02-10  content/blog/2026-02-10-uno.md  Uno        /blog/uno/
        2026-01-01  content/blog/dos.md             Dos 👩‍🚀     /blog/dos/
        -           content/acerca.md               Acerca de  /acerca/

        """
      ),
      ("drafts", "-  content/blog/idea.md  Idea\n"),
      ("future", "2026-03-02  content/blog/mañana.md  Mañana\n"),
      ("expired", "2026-02-01  content/blog/ayer.md  Ayer\n"),
      ("tags", "1  nube   /etiquetas/nube/\n1  Ñu     /etiquetas/nu/\n2  Talos  /etiquetas/talos/\n"),
    ])
  func lists(what: String, expected: String) throws {
    #expect(try Self.list(what) == .init(output: expected, errors: "", status: 0))
  }

  @Test("tells it to programs as JSON")
  func json() throws {
    #expect(
      try Self.list("drafts", "--format", "json").output == """
        {"drafts":[
        {"date":null,"path":"content/blog/idea.md","title":"Idea"}]}

        """)
    #expect(
      try Self.list("tags", "--format", "json").output == """
        {"tags":[
        {"count":1,"name":"nube","url":"/etiquetas/nube/"},
        {"count":1,"name":"Ñu","url":"/etiquetas/nu/"},
        {"count":2,"name":"Talos","url":"/etiquetas/talos/"}]}

        """)
    #expect(try Self.list("pages", "--format", "json").output.contains("\"title\":\"Acerca\\nde\""))
  }

  @Test("a file that can't be understood is told, and the rest is listed")
  func mistakes() throws {
    let site = try Self.site()
    try site.write("---\ntitle: a: b\n---\n", to: "content/blog/mal.md")
    let run = try Program.run("list", "drafts", in: site.url)
    #expect(run.output == "-  content/blog/idea.md  Idea\n")
    #expect(run.errors.hasPrefix("content/blog/mal.md:2:9: error: "))
    #expect(run.status == 1)
    #expect(
      try Program.run("list", "draft", in: site.url)
        == .init(
          output: "",
          errors: """
            sitegen: error: 'drafts|future|expired|pages|tags' can't be 'draft'
            hint: did you mean 'drafts'?

            """, status: 2))
  }
}
