import Audit
import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

@Suite("What is wrong with a finished site")
struct AuditTests {
  @Test(
    "is found at the place where the author wrote it, and nothing else is",
    arguments: [SampleSite("fallos"), SampleSite("plantillas")])
  func seeded(site: SampleSite) throws {
    try site.expect(site.outcome().report)
  }

  @Test("is told for every rule in the sites of the fixtures, more than sixty times in all")
  func everyRule() throws {
    let told = try ["fallos", "plantillas"].flatMap { try SampleSite($0).outcome().report.sorted }
    let codes = Set(told.map(\.finding.code))
    #expect(Rule.allCases.map(\.rawValue).filter { !codes.contains($0) } == [])
    #expect(told.count >= 60)
  }

  @Test("comes out the same whatever the number of jobs")
  func jobs() throws {
    let one = try SampleSite("fallos").outcome(jobs: 1).report
    #expect(try SampleSite("fallos").outcome(jobs: 7).report.told == one.told)
  }

  @Test("is as grave as 'check' in site.yaml says; errors of the build stay errors")
  func gravity() throws {
    let site = [
      "content/_index.md":
        "---\ntitle: Inicio\n---\n\n[nada](nada.md)\n\n#### Hondo\n\n![](a.png)\n\n{{< nada >}}\n",
      "site.yaml":
        "check: {link-broken: error, heading-order: \"off\", picture-missing: off, shortcode-unknown: off}\n",
    ]
    let folder = try TemporaryFolder()
    for (name, text) in site { try folder.write(text, to: name) }
    let unknown = try SampleSite.outcome(of: folder.path).report
    #expect(unknown.sorted.map(\.short).contains("site.yaml:1:73 unknown-key"))
    try folder.write(
      "check: {link-broken: error, heading-order: \"off\", picture-missing: off}\n", to: "site.yaml")
    let report = try SampleSite.outcome(of: folder.path).report
    #expect(
      report.sorted.map { "\($0.short) \($0.finding.severity)" } == [
        "content/_index.md:5:8 link-broken error", "content/_index.md:9:5 picture-alt warning",
        "content/_index.md:11:1 shortcode-unknown error",
      ])
  }

  @Test("is told with the build's mistakes alone where the site cannot be built")
  func unbuilt() throws {
    #expect(try findings(in: ["site.yaml": "titel: x\n"]) == ["site.yaml:1:1 unknown-key"])
    #expect(
      try findings(in: [
        "content/a.md": "---\ntitle: A\n---\n\nA\n", "content/A.md": "---\ntitle: B\n---\n\nB\n",
      ])
        == ["content/a.md content-address-taken"])
  }

  @Test("is little for a folder with one text, and nothing for an empty one")
  func small() throws {
    #expect(try findings(in: ["README.md": "# Un título\n\nUn texto.\n"]) == ["README.md:1:1 page-orphan"])
    #expect(try findings(in: ["site.yaml": "title: Nada\n"]) == [])
  }

  @Test("is found in the text whatever stands in the page before it")
  func repeatedText() throws {
    let text =
      "---\ntitle: Uno\ndescription: Texto.\n---\n\nTexto.\n\n[a](x.md) y [b](x.md)\n\nTexto.\n\n[](uno.md)\n"
    #expect(
      try findings(in: [
        "content/_index.md": "---\ntitle: Inicio\n---\n\n[uno](uno.md)\n", "content/uno.md": text,
      ]) == [
        "content/uno.md:8:5 link-broken", "content/uno.md:8:17 link-broken",
        "content/uno.md:12:4 link-no-text",
      ])
  }

  @Test("stops at no HTML, however broken")
  func hostile() throws {
    var dice = Dice(seed: Seed.current)
    let pieces = [
      "<", ">", "</", "/>", "<a", " href=", "\"", "'", "#", "/x/", "<!--", "-->", "<h1>", "</h2>", "<table>",
      "<th>",
      "</table>", "<script>", "</script", "<style>", "<p", " id=", " lang=es", "<span lang=en>", "<img src=x",
      " alt=\"\"", "&amp;", "%C3", "ñ", "<iframe>", "<title>", "<svg/>", "<a href=\"http://", "\n",
    ]
    let folder = try TemporaryFolder()
    try folder.write("title: Hostil\nbase_url: https://ejemplo.dev/\n", to: "site.yaml")
    for number in 0..<60 {
      let html = (0..<200).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      try folder.write(html, to: "static/\(number).html")
      try folder.write("---\ntitle: Página \(number)\n---\n\n\(html)\n", to: "content/\(number).md")
    }
    #expect(try SampleSite.outcome(of: folder.path).pages > 120, "seed \(Seed.current)")
  }
}
