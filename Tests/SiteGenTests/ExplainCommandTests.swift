import Foundation
import TestSupport
import Testing

@Suite("sitegen explain")
struct ExplainCommandTests {
  private static let post = """
    ---
    title: Del portátil al armario
    date: 2025-11-03
    tags: [Talos, k3s]
    draft: true
    ---

    Así creció el homelab.

    """

  @Test("tells dialect, encoding and each field with its key and line")
  func human() throws {
    let scratch = try Scratch()
    try scratch.write("armario.md", Self.post)
    #expect(
      try Program.run("explain", "armario.md", in: scratch.folder)
        == .init(
          output: """
            armario.md
              dialect: none
                - its keys are common to all systems
              encoding: utf-8
              fields:
                title  Del portátil al armario  ← 'title', line 2
                date   2025-11-03  ← 'date', line 3
                draft  true  ← 'draft', line 5
                tags   Talos · k3s  ← 'tags', line 4

            """,
          errors: "",
          status: 0
        )
    )
  }

  @Test("reads standard input where a dash stands for the file")
  func standardInput() throws {
    let run = try Program.run("explain", "-", "--lang", "es", input: Data(Self.post.utf8))
    #expect(
      run.output.hasPrefix(
        """
        -
          dialecto: ninguno
            - sus claves son comunes a todos los sistemas
          codificación: utf-8
          campos:
            title  Del portátil al armario  ← «title», línea 2

        """), "\(run)")
    #expect(run.errors.isEmpty && run.status == 0)
  }

  @Test("tells repairs as a build does, and lists them")
  func repairs() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", Self.post.replacingOccurrences(of: "ó", with: "Ã³"))
    let run = try Program.run("explain", "a.md", in: scratch.folder)
    #expect(run.output.contains("\n    - 8:10  «Ã³» → «ó»  (cp1252, lossless, "), "\(run)")
    #expect(
      run.errors == """
        a.md: warning: 1 damaged place repaired (cp1252)
        hint: 'sitegen repair --write FILE' mends the file itself
        1 warning

        """)
    #expect(run.status == 0)
  }

  @Test("is JSON for programs")
  func json() throws {
    let scratch = try Scratch()
    try scratch.write("armario.md", Self.post)
    let output = try Program.run("explain", "--format", "json", "armario.md", in: scratch.folder).output
    let document = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(document["path"] as? String == "armario.md")
  }

  @Test("reads dates by the zone of the site above the file")
  func zone() throws {
    let scratch = try Scratch()
    try scratch.write("site.yaml", "time_zone: America/New_York\n")
    try scratch.write("content/a.md", "---\ndate: 2025-08-12T08:45:00-04:00\n---\nTexto.\n")
    try scratch.write("content/b.md", "---\ndate: 2025-08-12T08:45:00-05:00\n---\nTexto.\n")
    #expect(try Program.run("explain", "content/a.md", in: scratch.folder).errors.isEmpty)
    #expect(try Program.run("explain", "content/b.md", in: scratch.folder).errors.contains("-04:00"))
  }

  @Test("tells the mistakes of site.yaml too")
  func site() throws {
    let scratch = try Scratch()
    try scratch.write("site.yaml", "time_zone: Europe/Madriz\n")
    try scratch.write("a.md", "Texto.\n")
    let run = try Program.run("explain", "a.md", in: scratch.folder)
    #expect(
      run.errors == """
        site.yaml:1:12: error: this machine knows no time zone 'Europe/Madriz'
           1 | time_zone: Europe/Madriz
             |            ^~~~~~~~~~~~~
        hint: write a name such as Europe/Madrid, or install the package tzdata
        1 error

        """
    )
    #expect(run.status == 1)
  }

  @Test("has one message for each bad input", arguments: Fixture.all(in: "bad-input"))
  func badInput(fixture: Fixture) throws {
    let scratch = try Scratch()
    let text = fixture.name == "empty" ? "" : fixture.input
    try scratch.write("\(fixture.name).md", text)
    let run = try Program.run("explain", "\(fixture.name).md", in: scratch.folder)
    try fixture.expect(run.errors)
    #expect(run.errors.components(separatedBy: "\nhint: ").count == 2, "one message with a remedy")
  }

  @Test("refuses ten thousand nested lists without falling over")
  func deep() throws {
    let scratch = try Scratch()
    let brackets = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    try scratch.write("deep.md", "---\na: \(brackets)\n---\nTexto.\n")
    let run = try Program.run("explain", "deep.md", in: scratch.folder)
    #expect(run.errors.hasPrefix("deep.md:2:259: error: more than 256 lists and maps inside each other\n"))
    #expect(run.errors.hasSuffix("hint: make the structure flatter\n1 error\n"))
    #expect(run.status == 1)
  }
}
