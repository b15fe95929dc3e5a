import Diagnostics
import Language
import Nodes
import Site
import TestSupport
import Testing

@Suite("The file of headers")
struct HeadersFileTests {
  private func rules(_ yaml: String) throws -> (rules: [HeaderRule], source: Source) {
    let source = Source(path: "site.yaml", bytes: Array("headers:\n\(yaml)\n".utf8))
    return (try Configuration.decode(YAML.read(source), from: source).value.headers, source)
  }

  private func file(
    base: String = "https://ejemplo.dev", assets: [String] = [], sharesFolder: Bool = false,
    own: String = "  []",
    isHidden: Bool = false
  ) throws -> String {
    let file = HeadersFile(
      ContentPolicy([], isSecure: false), base: try #require(BaseURL(text: base)), assets: assets,
      sharesFolder: sharesFolder, own: try rules(own).rules, isHidden: isHidden)
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test("keeps all pages strict and fingerprinted files for ever")
  func usual() throws {
    #expect(
      try file(assets: ["/assets/sitegen.0123.css"]) == """
        /*
          Content-Security-Policy: \(ContentPolicy([], isSecure: false).text)
          Cross-Origin-Opener-Policy: same-origin
          Permissions-Policy: browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()
          Referrer-Policy: strict-origin-when-cross-origin
          X-Content-Type-Options: nosniff

        /assets/*
          Cache-Control: public, max-age=31536000, immutable

        """)
  }

  @Test("names fingerprinted files one by one where others lie among them, and nothing where there are none")
  func shared() throws {
    let text = try file(assets: ["/assets/a.0.css", "/assets/b.1.js"], sharesFolder: true)
    #expect(text.contains("\n/assets/a.0.css\n  Cache-Control: "))
    #expect(text.contains("\n/assets/b.1.js\n  Cache-Control: "))
    #expect(!text.contains("/assets/*"))
    #expect(!(try file().contains("assets")))
  }

  @Test("puts all paths below the site's own")
  func subpath() throws {
    let own = "  - {path: /demo/*, values: {X-Demo: si}}"
    let text = try file(base: "https://ejemplo.dev/blog/", assets: ["/assets/a.0.css"], own: own)
    #expect(text.hasPrefix("/blog/*\n"))
    #expect(text.contains("\n/blog/assets/*\n"))
    #expect(text.hasSuffix("\n/blog/demo/*\n  X-Demo: si\n"))
  }

  @Test("lets the site say otherwise for all paths, add, and take away")
  func own() throws {
    let own = """
        - path: /*
          values: {referrer-policy: no-referrer, Permissions-Policy: "", X-Otra: "1"}
        - path: https://otro.dev/*
          values: {X-Sitio: otro}
      """
    let text = try file(own: own)
    #expect(text.contains("  referrer-policy: no-referrer\n"))
    #expect(!text.contains("Referrer-Policy"))
    #expect(!text.contains("Permissions-Policy"))
    #expect(text.contains("  X-Otra: 1\n"))
    #expect(text.hasSuffix("\nhttps://otro.dev/*\n  X-Sitio: otro\n"))
  }

  @Test("keeps search engines away from what is only shown to a few")
  func hidden() throws {
    #expect(try file(isHidden: true).contains("\n  X-Robots-Tag: noindex\n"))
    #expect(!(try file().contains("Robots")))
  }

  @Test("takes nothing that would become another header")
  func mistakes() throws {
    let (rules, source) = try rules(
      """
        - path: blog
          values: {"X Y": a, Ñ: b}
        - path: /ok
          values: {X-A: "uno\\ndos"}
      """)
    #expect(
      Report(rules.mistakes(in: source)).told(in: .english) == """
        site.yaml:3:14: error: 'X Y' cannot be the name of a header
           3 |     values: {"X Y": a, Ñ: b}
             |              ^~~~~
        hint: write a name such as 'X-Frame-Options'
        site.yaml:3:14: error: 'blog' is no path that headers could be sent for
           3 |     values: {"X Y": a, Ñ: b}
             |              ^~~~~
        hint: write a path such as '/blog/*'
        site.yaml:3:24: error: 'Ñ' cannot be the name of a header
           3 |     values: {"X Y": a, Ñ: b}
             |                        ^
        hint: write a name such as 'X-Frame-Options'
        site.yaml:5:14: error: the value of the header 'X-A' holds a line break or another control character
           5 |     values: {X-A: "uno\\ndos"}
             |              ^~~
        hint: write it in one line

        """)
    let spanish = rules.mistakes(in: source).map { $0.finding.sentence(in: .spanish) }
    #expect(
      spanish == [
        Sentence(
          "«blog» no es una ruta para la que se puedan enviar cabeceras",
          hint: "escribe una ruta como «/blog/*»"),
        Sentence(
          "«X Y» no puede ser el nombre de una cabecera", hint: "escribe un nombre como «X-Frame-Options»"),
        Sentence(
          "«Ñ» no puede ser el nombre de una cabecera", hint: "escribe un nombre como «X-Frame-Options»"),
        Sentence(
          "el valor de la cabecera «X-A» contiene un salto de línea u otro carácter de control",
          hint: "escríbelo en una línea"),
      ])
  }
}
