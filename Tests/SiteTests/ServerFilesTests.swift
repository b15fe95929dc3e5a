import Bytes
import Diagnostics
import Disk
import Foundation
import Language
import Site
import TestSupport
import Testing
import Workers

@Suite("What servers are told")
struct ServerFilesTests {
  /// Builds a site of these files; what it has to say, and its output.
  private func built(_ files: [String: String], environment: String? = nil) throws -> (
    told: String, site: OutputFolder
  ) {
    let site = try OutputFolder()
    for (path, content) in files { try site.put(path, content) }
    var request = SiteBuild.Request(
      source: site.sources, output: site.output, workers: Workers(count: 2),
      now: Instant(seconds: 1_750_000_000))
    request.environment = environment
    let outcome = try SiteBuild(request).run()
    return (outcome.report.told(in: .english), site)
  }

  @Test("is one policy for all pages, of templates, of posts and of files that are only copied")
  func policy() throws {
    let (told, site) = try built([
      "site.yaml": "base_url: https://ejemplo.dev/lab/\nredirects:\n  - {from: /v, to: /blog/}\n",
      "content/blog/hola.md":
        "---\ndate: 2025-02-03\naliases: [/viejo/]\n---\n# Hola\n\n![x](https://a.dev/x.png)\n",
      "static/demo/index.html": "<script>demo()</script>",
      "static/demo.css": "p { background: url(//b.dev/x.png) }",
    ])
    #expect(!told.contains("error"), "\(told)")
    let headers = try #require(try site.tree()["_headers"])
    let policy = try #require(headers.split(separator: "\n").first { $0.contains("Policy: default-src") })
    #expect(headers.hasPrefix("/lab/*\n"))
    #expect(headers.contains("\n/lab/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"))
    #expect(policy.contains(" https://a.dev https://b.dev;"))
    let demo = SecureDigest.sha256.text(of: Array("demo()".utf8).span)
    #expect(policy.contains(demo))
    #expect(policy.hasSuffix("; upgrade-insecure-requests"))
    #expect(!headers.contains("unsafe-inline"))
    #expect(try site.tree()["_redirects"] == "/lab/v /lab/blog/ 301\n/lab/viejo/ /lab/blog/hola/ 301\n")
  }

  @Test("is the author's own, where there is a file of it, and a word about that")
  func ownFile() throws {
    let (told, site) = try built([
      "content/a.md": "# A\n", "static/_headers": "/*\n  X-A: 1\n", "static/_redirects": "/a /b\n",
    ])
    #expect(
      told == """
        static/_headers: warning: this file takes the place of the '_headers' that the site would have
        hint: write its rules under 'headers' in site.yaml, which are added to the site's
        static/_redirects: warning: this file takes the place of the '_redirects' that the site would have
        hint: write its rules under 'redirects' in site.yaml, which are added to the site's

        """)
    #expect(try site.tree()["_headers"] == "/*\n  X-A: 1\n")
    #expect(try site.tree()["_redirects"] == "/a /b\n")
    #expect(
      SecurityFinding.ownFile("_headers").sentence(in: .spanish)
        == Sentence(
          "este archivo sustituye al «_headers» que tendría el sitio",
          hint: "escribe sus reglas en «headers» de site.yaml: se añaden a las del sitio"))
  }

  @Test("is nothing about redirects where there are none, and that robots stay away where they should")
  func staging() throws {
    let files = ["content/a.md": "# A\n", "site.yaml": "environments: {staging: {noindex: true}}\n"]
    let (_, hidden) = try built(files, environment: "staging")
    #expect(try hidden.tree()["_headers"]?.contains("  X-Robots-Tag: noindex\n") == true)
    #expect(try hidden.tree()["robots.txt"] == "User-agent: *\nDisallow: /\n")
    let (_, shown) = try built(files)
    #expect(try shown.tree()["_headers"]?.contains("Robots") == false)
    #expect(try shown.tree()["_redirects"] == nil)
  }

  @Test("is refused where it could not be a header, and nothing is written")
  func badHeader() throws {
    let (told, site) = try built([
      "content/a.md": "# A\n", "site.yaml": "headers:\n  - {path: /*, values: {\"X A\": x}}\n",
    ])
    #expect(told.hasPrefix("site.yaml:2:25: error: 'X A' cannot be the name of a header\n"), "\(told)")
    #expect(!File.exists(site.output))
  }
}
