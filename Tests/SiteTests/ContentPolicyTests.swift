import Bytes
import Diagnostics
import Language
import Site
import TestSupport
import Testing

@Suite("The site's policy")
struct ContentPolicyTests {
  private func policy(_ needs: [String], isSecure: Bool = false) -> String {
    ContentPolicy(Set(needs.compactMap { PolicyNeed(text: $0) }), isSecure: isSecure).text
  }

  @Test("allows nothing but the site's own where pages ask for nothing")
  func strict() {
    #expect(
      policy([], isSecure: true)
        == "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'none'; "
        + "frame-ancestors 'none'; img-src 'self'; manifest-src 'self'; script-src 'self'; style-src 'self'; "
        + "upgrade-insecure-requests")
  }

  @Test("allows what pages contain, in one order, and never all inline code")
  func union() {
    let needs = [
      "style-src-attr 'sha256-b'", "script-src 'sha256-a'", "img-src https://b.dev", "img-src data:",
      "img-src https://a.dev", "frame-src 'self'", "form-action 'self'", "media-src https://m.dev",
      "object-src 'self'", "style-src 'sha256-s'", "font-src https://f.dev", "base-uri 'self'",
      "script-src-attr onclick", "style-src-attr 'sha256-a'",
    ]
    let expected =
      "default-src 'none'; base-uri 'self'; connect-src 'self'; font-src 'self' https://f.dev; "
      + "form-action 'self'; frame-ancestors 'self'; frame-src 'self'; img-src 'self' data: https://a.dev https://b.dev; "
      + "manifest-src 'self'; media-src https://m.dev; object-src 'self'; script-src 'self' 'sha256-a'; "
      + "style-src 'self' 'sha256-s'; style-src-attr 'unsafe-hashes' 'sha256-a' 'sha256-b'"
    #expect(policy(needs) == expected)
    #expect(policy(needs.reversed()) == expected)
    #expect(!expected.contains("unsafe-inline"))
  }

  @Test("names hosts of pictures up to a score, then any over HTTPS")
  func manyPictures() {
    let hosts = (10..<31).map { "img-src https://\($0).dev" }
    #expect(policy(Array(hosts.prefix(20))).contains("https://29.dev;"))
    #expect(
      policy(hosts + ["img-src http://a.dev", "img-src data:"]).contains(
        "img-src 'self' data: http://a.dev https:;"))
  }

  @Test("warns when it gets too long for servers")
  func long() throws {
    let needs = (0..<150).map { "style-src-attr 'sha256-\(String(repeating: "x", count: 40))\($0)'" }
    let policy = ContentPolicy(Set(needs.compactMap { PolicyNeed(text: $0) }), isSecure: true)
    let finding = try #require(policy.finding)
    #expect(finding == .longPolicy(bytes: policy.text.utf8.count))
    #expect(ContentPolicy([], isSecure: true).finding == nil)
    #expect(
      SecurityFinding.longPolicy(bytes: 9_000).sentence(in: .english)
        == Sentence(
          "the site's Content-Security-Policy has 9000 bytes, more than some servers send",
          hint:
            "pages name many hosts, or hold much inline style: write classes instead of 'style' attributes"))
    #expect(
      SecurityFinding.longPolicy(bytes: 9_000).sentence(in: .spanish)
        == Sentence(
          "la Content-Security-Policy del sitio ocupa 9000 bytes, más de lo que envían algunos servidores",
          hint:
            "las páginas nombran muchos servidores o tienen mucho estilo en línea: usa clases en vez de «style»"
        ))
  }

  @Test("tells of handlers, which it never allows")
  func handlers() {
    let needs = PolicyScan(origin: "").needs(of: Array("<p onclick=x onload=y>".utf8).span)
    #expect(needs.findings == [.handler("onclick"), .handler("onload")])
    #expect(!ContentPolicy(needs, isSecure: true).text.contains("-attr"))
    #expect(
      SecurityFinding.handler("onclick").sentence(in: .english)
        == Sentence(
          "the page has an attribute 'onclick', which the site's policy keeps browsers from running",
          hint: "put the code into a <script>, or into a file under assets/"))
    #expect(
      SecurityFinding.handler("onclick").sentence(in: .spanish)
        == Sentence(
          "la página tiene un atributo «onclick», que la política del sitio no deja ejecutar",
          hint: "pon el código en un <script> o en un archivo dentro de assets/"))
  }
}
