import Hosting
import Testing

@Suite("Redirects of a host")
struct RedirectRulesTests {
  private let rules = RedirectRules(
    parsing: Array(
      """
      # old places
      /viejo/  /nuevo/
      /a%C3%B1o/ /2026/ 302
      /blog/:year/:slug  /entradas/:slug/ 301
      /docs/*  https://docs.example/:splat 308
      /forzado/ /x/ 301!
      /app/*  /app/index.html 200
      /q id=:id /never/ 301
      /a/*/b/:year/:yearly  /:yearly/:year/:splat/:nada 301 # a remark
      https://otro.example/solo/ /alli/
      """.utf8))

  @Test(
    "lead on by the first rule that fits",
    arguments: [
      ("/viejo/", "/nuevo/ 301"), ("/año/", "/2026/ 302"), ("/blog/2026/talos", "/entradas/talos/ 301"),
      ("/docs/a/b", "https://docs.example/a/b 308"), ("/docs/", "https://docs.example/ 308"),
      ("/forzado/", "/x/ 301!"),
      ("/app/x/y", "/app/index.html 200"), ("/a/x/b/y/b/1/2", "/2/1/x/b/y/:nada 301"),
      ("/solo/", "/alli/ 301"),
    ])
  func lead(path: String, target: String) {
    let found = rules.target(of: path)
    #expect(found.map { "\($0.address) \($0.status)\($0.isForced ? "!" : "")" } == target)
  }

  @Test("leave other paths alone", arguments: ["/", "/viejo", "/viejo/mas/", "/blog/2026/", "/q"])
  func leave(path: String) { #expect(rules.target(of: path) == nil) }
}
