import Bytes
import Site
import Testing

@Suite("What a page asks of the policy")
struct PolicyScanTests {
  private func needs(_ page: String) -> [String] {
    PolicyScan(origin: "https://ejemplo.dev").needs(of: Array(page.utf8).span).sorted().map(\.text)
  }

  private func hash(_ text: String) -> String { "'\(SecureDigest.sha256.text(of: Array(text.utf8).span))'" }

  @Test(
    "is nothing, as long as it is all from the site itself",
    arguments: [
      "", "texto", "<p>a < b && c > d</p>", "<img src=/a.png srcset='a.png 1x, b.png 2x'>",
      "<script src=\"/a.js\"></script><link rel=stylesheet href=a.css>",
      "<img src=\"https://ejemplo.dev/a.png\"><img src=//EJEMPLO.dev/b.png>",
      "<a href=\"https://otro.dev/\">fuera</a><link rel=canonical href=https://otro.dev/>",
      "<!-- <script>x</script> <img src=https://otro.dev/a.png> -->", "<script></script>", "<", "<img",
      "<img src",
      "<img src=", "<img src=\"", "<!--", "<p style", "&lt;img src=https://otro.dev/a.png&gt;",
      "<script type=\"application/ld+json\">{\"@type\": \"Person\"}</script>",
      "<script type=text/x-plantilla><img src=https://otro.dev/a.png></script>",
      "<pre>style=\"color: red\" onclick=\"x\"</pre>", "<span title=\"a style='x' onclick='y'\">x</span>",
    ])
  func nothing(page: String) { #expect(needs(page) == []) }

  @Test(
    "are the hosts that pictures, code, frames, recordings and forms come from or go to",
    arguments: [
      ("<img src=https://a.dev/x.png>", ["img-src https://a.dev"]),
      ("<IMG alt='' SRC = \"HTTPS://A.dev:8443/x.png\" >", ["img-src https://a.dev:8443"]),
      ("<img src=//a.dev/x.png>", ["img-src https://a.dev"]),
      ("<img src=\"http://a.dev?x&amp;y\">", ["img-src http://a.dev"]),
      ("<img src=\"data:image/png;base64,xyz\">", ["img-src data:"]),
      (
        "<img srcset=\"https://a.dev/1.png 1x,\n https://b.dev/2.png 2x, data:image/png;base64,a,b 3x\">",
        ["img-src data:", "img-src https://a.dev", "img-src https://b.dev"]
      ),
      ("<picture><source srcset='//a.dev/1.avif 600w'></picture>", ["img-src https://a.dev"]),
      ("<script async src=https://a.dev/x.js></script>", ["script-src https://a.dev"]),
      (
        "<link href=\"https://a.dev/x.css\" rel=\"preload stylesheet\" as=style>", ["style-src https://a.dev"]
      ),
      ("<link rel=icon href=https://a.dev/x.ico>", ["img-src https://a.dev"]),
      ("<link rel=preload as=font href=https://a.dev/x.woff2>", ["font-src https://a.dev"]),
      (
        "<iframe src=\"https://www.youtube-nocookie.com/embed/x\"></iframe>",
        ["frame-src https://www.youtube-nocookie.com"]
      ),
      ("<iframe src=/demo/></iframe>", ["frame-src 'self'"]),
      (
        "<video src=/v.webm poster=https://a.dev/p.jpg><source src=https://b.dev/v.mp4></video>",
        ["img-src https://a.dev", "media-src 'self'", "media-src https://b.dev"]
      ),
      (
        "<form><button formaction=https://a.dev/x>x</button></form>",
        ["form-action 'self'", "form-action https://a.dev"]
      ),
      ("<form action=https://a.dev/x method=post></form>", ["form-action https://a.dev"]),
      (
        "<object data=x.svg></object><embed src=https://a.dev/x>",
        ["object-src 'self'", "object-src https://a.dev"]
      ),
      ("<svg><image href=https://a.dev/x.png /></svg>", ["img-src https://a.dev"]),
      ("<base href=/x/>", ["base-uri 'self'"]),
      ("<p/onclick=x>x</p><b OnLoad='y'>", ["script-src-attr onclick", "script-src-attr onload"]),
    ])
  func hosts(page: String, expected: [String]) { #expect(needs(page) == expected) }

  @Test(
    "can hold nothing that would end a directive",
    arguments: ["https://a.dev;script-src", "//a dev", "https://", "//a,b", "https://ñ.dev"])
  func injection(url: String) {
    #expect(
      needs("<img src=\"\(url)/x\">").allSatisfy {
        !$0.contains(";") && !$0.contains(",") && $0.utf8.count < 25
      })
  }

  @Test("are the hashes of scripts that run, as browsers see them")
  func scripts() {
    #expect(needs("<script>alert('</p>')</script>") == ["script-src \(hash("alert('</p>')"))"])
    #expect(needs("<SCRIPT type=module>a<b\r\nc\rd</SCRIPT >") == ["script-src \(hash("a<b\nc\nd"))"])
    #expect(needs("<script>sin final") == ["script-src \(hash("sin final"))"])
    #expect(
      needs("<script>a</script><script>b</script><script>a</script>")
        == [hash("a"), hash("b")].sorted().map { "script-src \($0)" })
    // The digest that the standard's own example of a hash gives.
    #expect(
      needs("<script>alert('Hello, world.');</script>")
        == ["script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"])
  }

  @Test("are the hashes of styles, and what they load")
  func styles() {
    let sheet = """
      @import "https://a.dev/x.css"; @import url(https://b.dev/x.css);
      @font-face { font-family: x; src: local(y), url('https://c.dev/x.woff2') }
      p { color: red; background: url( "data:image/svg+xml,<svg/>" ), url(//d.dev/x.png), url(x.png) }
      """
    #expect(
      needs("<style>\(sheet)</style>") == [
        "font-src https://c.dev", "img-src data:", "img-src https://d.dev", "style-src \(hash(sheet))",
        "style-src https://a.dev", "style-src https://b.dev",
      ])
  }

  @Test("are the hashes of style attributes, their references read")
  func styleAttributes() {
    #expect(needs("<p style=\"color: red\">") == ["style-src-attr \(hash("color: red"))"])
    #expect(
      needs("<p class=a STYLE='font: &quot;A&amp;B&#34;&#x27;&copy;'>")
        == ["style-src-attr \(hash("font: \"A&B\"'&copy;"))"])
    #expect(
      needs("<p style=background:url(//a.dev/x)>") == [
        "img-src https://a.dev", "style-src-attr \(hash("background:url(//a.dev/x)"))",
      ])
  }

  @Test("can be kept as text")
  func text() {
    for need in PolicyScan(origin: "").needs(of: Array("<img src=//a.dev/x><script>x</script>".utf8).span) {
      #expect(PolicyNeed(text: need.text) == need)
    }
    #expect(PolicyNeed(text: "img-src") == nil)
    #expect(PolicyNeed(text: "x-src y") == nil)
  }

  @Test("is found whatever a page holds", arguments: [50_000])
  func hostile(count: Int) {
    for piece in [
      "<", "<a ", "<p style='", "<!--", "<script>", "=", "\"", "<img src=", "<p x=y", "</", "<p style=url(",
    ] {
      _ = needs(String(repeating: piece, count: count / 10))
    }
    _ = needs("<style>" + String(repeating: "url(", count: count / 10))
  }
}
