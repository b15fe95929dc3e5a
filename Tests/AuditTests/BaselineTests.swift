import Audit
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("A baseline")
struct BaselineTests {
  private static func report(_ body: String) throws -> Report {
    let folder = try TemporaryFolder()
    try folder.write("---\ntitle: Inicio\n---\n\n\(body)", to: "content/_index.md")
    return try SampleSite.outcome(of: folder.path).report
  }

  private static func baseline(_ text: String) throws -> Baseline {
    try Baseline(reading: Source(path: "known.yaml", bytes: Array(text.utf8)))
  }

  @Test("is the same for the same findings, sorted, with equal lines counted")
  func file() throws {
    let text = String(
      decoding: Baseline.file(for: try Self.report("[a](x.md)\n\n[a](x.md)\n\n#### Hondo\n")), as: UTF8.self)
    #expect(
      text.split(separator: "\n").dropFirst(2).map { $0.replacing(/"[0-9a-f]{16}"/, with: "DIGEST") } == [
        "findings:", "- {rule: \"heading-order\", path: \"content/_index.md\", line: DIGEST}",
        "- {rule: \"link-broken\", path: \"content/_index.md\", line: DIGEST, count: 2}",
      ])
    #expect(String(decoding: Baseline.file(for: Report()), as: UTF8.self).hasSuffix("findings: []\n"))
  }

  @Test("hides what is known wherever its line has moved to, and no more of it than was known")
  func hiding() throws {
    let known = try Self.report("[a](x.md)\n\n#### Hondo\n")
    let baseline = try Self.baseline(String(decoding: Baseline.file(for: known), as: UTF8.self))
    let moved = try Self.report("Antes.\n\nMás.\n\n[a](x.md)\n\n#### Hondo\n\n[a](x.md)\n")
    let compared = baseline.compared(with: moved)
    #expect(compared.hidden == 2)
    #expect(compared.stale == 0)
    #expect(compared.report.sorted.map(\.short) == ["content/_index.md:13:5 link-broken"])
  }

  @Test("tells what is gone, in both languages")
  func stale() throws {
    let text = """
      findings:
      - {rule: link-broken, path: content/a.md, line: "0000000000000000"}
      - {rule: link-broken, path: content/b.md, line: "0000000000000000", count: 3}

      """
    let compared = try Self.baseline(text).compared(with: Report())
    #expect(compared.stale == 4)
    #expect(!compared.report.fails(strict: true))
    #expect(
      compared.report.told == """
        known.yaml:2:3: note: 'link-broken' in 'content/a.md' is no longer found
           2 | - {rule: link-broken, path: content/a.md, line: "0000000000000000"}
             |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: remove the line, or write the baseline anew with --write-baseline
        known.yaml:3:3: note: 3 findings of 'link-broken' in 'content/b.md' are no longer found
           3 | - {rule: link-broken, path: content/b.md, line: "0000000000000000", cou…
             |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: remove the line, or write the baseline anew with --write-baseline
        known.yaml:2:3: nota: «link-broken» en «content/a.md» ya no aparece
           2 | - {rule: link-broken, path: content/a.md, line: "0000000000000000"}
             |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        pista: quita la línea o escribe el registro de nuevo con --write-baseline
        known.yaml:3:3: nota: 3 avisos «link-broken» en «content/b.md» ya no aparecen
           3 | - {rule: link-broken, path: content/b.md, line: "0000000000000000", cou…
             |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        pista: quita la línea o escribe el registro de nuevo con --write-baseline

        """)
  }

  @Test(
    "that cannot be read is a mistake at its line", arguments: ["findings: 3\n", "finding: []\n", "- [\n"])
  func unreadable(text: String) throws {
    #expect(throws: Report.self) { try Self.baseline(text) }
  }

  @Test("never hides that the site cannot be built")
  func errors() throws {
    let broken = try Self.report("{{< nada >}}\n")
    #expect(Baseline.count(in: broken) == 0)
    #expect(String(decoding: Baseline.file(for: broken), as: UTF8.self).hasSuffix("findings: []\n"))
  }
}
