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
    let scratch = try TemporaryFolder()
    try scratch.write(Self.post, to: "armario.md")
    #expect(
      try Program.run("explain", "armario.md", in: scratch.url)
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
    let scratch = try TemporaryFolder()
    try scratch.write(Self.post.replacingOccurrences(of: "ó", with: "Ã³"), to: "a.md")
    let run = try Program.run("explain", "a.md", in: scratch.url)
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
    let scratch = try TemporaryFolder()
    try scratch.write(Self.post, to: "armario.md")
    let output = try Program.run("explain", "--format", "json", "armario.md", in: scratch.url).output
    let document = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(document["path"] as? String == "armario.md")
  }

  @Test("reads dates by the zone of the site above the file")
  func zone() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("time_zone: America/New_York\n", to: "site.yaml")
    try scratch.write("---\ndate: 2025-08-12T08:45:00-04:00\n---\nTexto.\n", to: "content/a.md")
    try scratch.write("---\ndate: 2025-08-12T08:45:00-05:00\n---\nTexto.\n", to: "content/b.md")
    #expect(try Program.run("explain", "content/a.md", in: scratch.url).errors.isEmpty)
    #expect(try Program.run("explain", "content/b.md", in: scratch.url).errors.contains("-04:00"))
  }

  @Test("tells the mistakes of site.yaml too")
  func site() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("time_zone: Europe/Madriz\n", to: "site.yaml")
    try scratch.write("Texto.\n", to: "a.md")
    let run = try Program.run("explain", "a.md", in: scratch.url)
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
    let scratch = try TemporaryFolder()
    let text = fixture.name == "empty" ? "" : fixture.input
    try scratch.write(text, to: "\(fixture.name).md")
    let run = try Program.run("explain", "\(fixture.name).md", in: scratch.url)
    try fixture.expect(run.errors)
    #expect(run.errors.components(separatedBy: "\nhint: ").count == 2, "one message with a remedy")
  }

  @Test("refuses ten thousand nested lists without falling over")
  func deep() throws {
    let scratch = try TemporaryFolder()
    let brackets = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    try scratch.write("---\na: \(brackets)\n---\nTexto.\n", to: "deep.md")
    let run = try Program.run("explain", "deep.md", in: scratch.url)
    #expect(run.errors.hasPrefix("deep.md:2:259: error: more than 256 lists and maps inside each other\n"))
    #expect(run.errors.hasSuffix("hint: make the structure flatter\n1 error\n"))
    #expect(run.status == 1)
  }
}
