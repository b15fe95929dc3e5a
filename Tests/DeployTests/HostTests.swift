import Diagnostics
import Foundation
import Language
import TestSupport
import Testing

@testable import Deploy

@Suite("A host of sites")
struct HostTests {
  private func told(
    _ host: HostingService, redirects: String = "", headers: String = "", others: [String: String] = [:]
  ) throws
    -> String
  {
    let scratch = try TemporaryFolder(inMemory: true)
    var files = others.merging(["index.html": "x"]) { $1 }
    if !redirects.isEmpty { files["_redirects"] = redirects }
    if !headers.isEmpty { files["_headers"] = headers }
    try scratch.write(files, in: "public")
    let lines = try Sample.built(scratch).review(for: host).flatMap { mistake in
      [Tongue.english, .spanish].map { tongue in
        let sentence = mistake.finding.sentence(in: tongue)
        let name = mistake.path.split(separator: "/").last ?? ""
        let hint = sentence.hint.map { "; \($0)" } ?? ""
        return
          "\(name):\(mistake.place?.line ?? 0): \(mistake.finding.severity): \(sentence.message)\(hint)\n"
      }
    }
    return lines.joined()
  }

  @Test("that reads no redirects loses those that have no page of their own")
  func noRedirects() throws {
    #expect(
      try told(
        .github, redirects: "/alias/ /x/ 301\n/regla/ /x/ 301\n/todo/* /x/ 301\n",
        others: ["alias/index.html": "y"])
          == """
          _redirects:2: warning: GitHub Pages reads no _redirects: 2 of its rules have no effect there; use 'aliases' in the page instead: an alias has a page of its own that leads on
          _redirects:2: warning: GitHub Pages no lee _redirects: 2 de sus reglas no tienen efecto allí; usa «aliases» en la página: un alias tiene una página propia que lleva a la nueva

          """)
    #expect(try told(.github, redirects: "/alias/ /x/ 301\n", others: ["alias/index.html": "y"]) == "")
  }

  @Test("that reads no headers says so")
  func noHeaders() throws {
    #expect(
      try told(.gitlab, headers: "/*\n  X: y\n") == """
        _headers:1: note: GitLab Pages reads no _headers: it sends its own headers alone
        _headers:1: note: GitLab Pages no lee _headers: solo envía sus propias cabeceras

        """)
    #expect(try told(.netlify, redirects: "/a /b\n", headers: "/*\n  X: y\n") == "")
  }

  @Test("takes so many rules of a kind, and no longer lines")
  func limits() throws {
    let many = (0..<101).map { "/a\($0)/* /b/ 301\n" }.joined()
    #expect(
      try told(.cloudflare, redirects: many + "/c /d 301\n") == """
        _redirects:101: warning: there are 101 rules of this kind; Cloudflare Pages takes the first 100; join some of them with '*', or drop 'redirects.legacy'
        _redirects:101: warning: hay 101 reglas de esta clase; Cloudflare Pages toma las 100 primeras; une algunas con «*», o quita «redirects.legacy»

        """)
    let plain = (0..<1001).map { "/a\($0) /b 301\n" }.joined()
    #expect(try told(.cloudflare, redirects: plain) == "")
    #expect(
      try told(.gitlab, redirects: plain).contains(
        "there are 1001 rules of this kind; GitLab Pages takes the first 1000"))
    let long = String(repeating: "x", count: 1000)
    #expect(
      try told(.cloudflare, redirects: "/\(long) /b 301\n").contains(
        "_redirects:1: warning: this line has 1008 bytes; Cloudflare Pages takes no more than 1000; shorten it\n"
      ))
    #expect(
      try told(.cloudflare, headers: "/*\n  X: \(long)\(long)\n").contains(
        "_headers:2: warning: esta línea tiene 2005 bytes; Cloudflare Pages no toma más de 2000; acórtala\n"))
  }

  @Test("is known by the address of a repository")
  func addresses() {
    #expect(HostingService(repository: "git@github.com:yo/blog.git") == .github)
    #expect(HostingService(repository: "https://gitlab.com/yo/blog") == .gitlab)
    #expect(HostingService(repository: "ssh://git@codeberg.org/yo/pages") == .codeberg)
    #expect(HostingService(repository: "https://git.example.org/blog.git") == nil)
  }

  @Test("says in two tongues what went wrong afterwards")
  func sentences() {
    func told(_ finding: some Finding) -> String { Report([Mistake(finding, path: "prod", place: nil)]).told }
    #expect(
      told(DeployFailure.purge(host: "cdn.example", status: 403, said: "no")) == """
        prod: error: cdn.example did not take the order to forget (403): no
        hint: the site is published, nothing was deleted; check 'purge' and its token, and deploy again
        prod: error: cdn.example no aceptó la orden de olvidar (403): no
        pista: el sitio está publicado y no se borró nada; revisa «purge» y su token, y publica otra vez

        """)
    #expect(
      told(DeployFailure.notServed([.nothingToVerify])) == """
        prod: error: the site was sent, but 1 address serves something else
        hint: look at them once more with 'sitegen deploy --verify'
        prod: error: el sitio se envió, pero 1 dirección sirve otra cosa
        pista: compruébalas otra vez con «sitegen deploy --verify»

        """)
    #expect(
      told(DeployFailure.noLibrary("zlib", reason: "gone")) == """
        prod: error: zlib is needed to compress, and cannot be used: gone
        hint: install zlib1g and libbrotli1, or do without 'precompress' and 'gzip'
        prod: error: hace falta zlib para comprimir, y no se puede usar: gone
        pista: instala zlib1g y libbrotli1, o prescinde de «precompress» y «gzip»

        """)
    #expect(
      told(DeployFinding.nothingToVerify) == """
        prod: error: this target has no public address to look at
        hint: set 'url' on the target, or base_url
        prod: error: este destino no tiene una dirección pública que comprobar
        pista: pon «url» en el destino, o base_url

        """)
    #expect(
      told(DeployFinding.wrongAfterwards(url: "https://x/", why: .content)) == """
        prod: error: https://x/ is not what was sent: its content is another
        hint: look whether a cache stands in between, and whether 'url' is the address of this target
        prod: error: https://x/ no es lo que se envió: su contenido es otro
        pista: mira si hay una caché por medio, y si «url» es la dirección de este destino

        """)
  }
}
