import Foundation
import Preview
import TestSupport
import Testing

/// What a writer sees in a real browser.
@Suite("In a browser", .serialized)
struct BrowsingTests {
  static let config = "title: Casa\nbase_url: https://casa.example/\nlanguage: es\n"
  static let post = "content/blog/talos.md"
  static let overlay =
    "document.querySelector('sitegen-preview').shadowRoot.querySelector('.overlay')"
  static let strip = "document.querySelector('sitegen-preview').shadowRoot.querySelector('.strip')"
  static let ribbon = "document.querySelector('sitegen-preview').shadowRoot.querySelector('.ribbon')"

  func site(_ more: [String: String] = [:]) -> [String: String] {
    let files = ["site.yaml": Self.config, Self.post: Shown.post("Talos", "Aquí dice **uno**.")]
    return files.merging(more) { $1 }
  }

  /// A mark that a reload would lose.
  func mark(_ browser: Browser) throws { try browser.run("window.mark = 'still here'") }
  func isMarked(_ browser: Browser) throws -> Bool { try browser.text("window.mark") == "still here" }

  @Test("a new text is there without a reload; place, open details, chosen tab and focus stay")
  func morphs() throws {
    let tabs = "=== \"Uno\"\n\n    Primera\n\n=== \"Dos\"\n\n    Segunda\n\n??? note \"Más\"\n\n    Dentro\n"
    let shown = try Shown(site([Self.post: Shown.post("Talos", "Aquí dice **uno**.\n\n\(tabs)")]))
    let browser = try Browser()
    try browser.open("\(shown.address)blog/talos/")
    try mark(browser)
    try browser.run(
      """
      document.querySelectorAll('.tabs > input')[1].checked = true;
      document.querySelector('.prose details').open = true;
      document.querySelector('header a').focus();
      scrollTo({ top: 900, behavior: 'instant' });
      """)
    // What is being read stays where it is, though the text above it grows.
    let place =
      "String(Math.round([...document.querySelectorAll('.prose p')].find((p) => p.innerText.includes('Párrafo 30')).getBoundingClientRect().top))"
    let before = try browser.text(place)
    try shown.save(Shown.post("Talos", "Ahora dice **otra cosa** y [más](/).\n\n\(tabs)"), to: Self.post)
    try browser.wait(for: "document.body.innerText.includes('otra cosa')")
    #expect(try isMarked(browser))
    #expect(try browser.text(place) == before)
    #expect(try browser.value("document.querySelectorAll('.tabs > input')[1].checked") as? Bool == true)
    #expect(try browser.value("document.querySelector('.prose details').open") as? Bool == true)
    #expect(
      try browser.value("document.activeElement === document.querySelector('header a')") as? Bool == true)
    #expect(!(try browser.text("document.body.innerText").contains("dice uno")))
    // Again, and the title too: the second change starts from the first.
    try shown.save(Shown.post("Talos y K8s", "Y **por fin**.\n\n- a\n- b\n\n\(tabs)"), to: Self.post)
    try browser.wait(for: "document.title.includes('Talos y K8s')")
    try browser.wait(for: "document.querySelectorAll('.prose > ul > li').length === 2")
    #expect(try isMarked(browser))
    #expect(try browser.value("document.querySelector('.prose details').open") as? Bool == true)
  }

  @Test("after many changes the page is what was sent")
  func staysExact() throws {
    let shown = try Shown(site())
    let browser = try Browser()
    try browser.open("\(shown.address)blog/talos/")
    try mark(browser)
    let middles = [
      "# A\n\ntexto", "# A\n\n- x\n- y\n\ntexto", "## B\n\n| a | b |\n| - | - |\n| 1 | 2 |",
      "```sh\nls\n```\n\n## B", "nada",
      "1. uno\n2. dos\n\n> cita\n\n## C\n\n## A",
    ]
    for (number, middle) in middles.enumerated() {
      try shown.save(Shown.post("T\(number)", "\(middle)\n\nfin \(number)"), to: Self.post)
      try browser.wait(for: "document.body.innerText.includes('fin \(number)')")
      // Spaces count, scripts' own additions do not.
      let difference = try browser.value(
        """
        (() => {
          const request = new XMLHttpRequest();
          request.open('GET', location.href, false);
          request.send();
          const sent = new DOMParser().parseFromString(request.responseText, 'text/html');
          const plain = (page) => {
            const copy = page.querySelector('.prose').cloneNode(true);
            for (const button of copy.querySelectorAll('button')) button.remove();
            return copy.innerHTML;
          };
          return plain(sent) === plain(document) ? '' : plain(document);
        })()
        """)
      #expect(difference as? String == "")
    }
    #expect(try isMarked(browser))
  }

  @Test("code and tabs that are new can what those do that were there")
  func equips() throws {
    let tabs = { (name: String) in "=== \"\(name)\"\n\n    de \(name)\n\n=== \"Otro\"\n\n    otro\n" }
    let shown = try Shown(site([Self.post: Shown.post("Talos", "```sh\nls\n```\n\n\(tabs("Uno"))")]))
    let browser = try Browser()
    try browser.open("\(shown.address)blog/talos/")
    try mark(browser)
    let buttons = "document.querySelectorAll('figure.code > button.copy').length"
    #expect(try browser.value(buttons) as? Int == 1)
    // One set of tabs was touched: the label chosen holds for those that come.
    try browser.run("document.querySelectorAll('.tabs > label')[1].click()")
    let middle =
      "```sh\nls\n```\n\n\(tabs("Uno"))\n```sh\npwd\n```\n\nAparte.\n\n\(tabs("Dos"))\n```yaml\na: 1\n```\n"
    try shown.save(Shown.post("Talos", middle), to: Self.post)
    try browser.wait(for: "document.querySelectorAll('figure.code').length === 3")
    try browser.wait(for: "\(buttons) === 3")
    try browser.wait(
      for:
        "[...document.querySelectorAll('.tabs > input')].map((i) => i.checked).join() === 'false,true,false,true'"
    )
    try browser.run("document.querySelectorAll('.tabs > label')[2].click()")
    #expect(try browser.value("document.querySelectorAll('.tabs > input')[2].checked") as? Bool == true)
    // A button copies what stands beside it now.
    try shown.save(
      Shown.post("Talos", middle.replacingOccurrences(of: "pwd", with: "uname -a")), to: Self.post)
    try browser.wait(for: "document.querySelectorAll('figure.code')[1].innerText.includes('uname -a')")
    #expect(try browser.value(buttons) as? Int == 3)
    #expect(try isMarked(browser))
  }

  @Test("a new style is there without a reload")
  func swapsSheets() throws {
    let shown = try Shown(
      site([
        "static/propio.css": "h1 { color: rgb(1, 2, 3) }\n",
        "templates/partials/footer.html":
          "<link rel=\"stylesheet\" href=\"/propio.css\"><footer>pie</footer>\n",
        "styles/own.css": "body { outline-color: rgb(9, 9, 9) }\n",
      ]))
    let browser = try Browser()
    try browser.open("\(shown.address)blog/talos/")
    let colour = "getComputedStyle(document.querySelector('h1')).color"
    let outline = "getComputedStyle(document.body).outlineColor"
    #expect(try browser.text(colour) == "rgb(1, 2, 3)")
    #expect(try browser.text(outline) == "rgb(9, 9, 9)")
    try mark(browser)
    // A file that keeps its address, and one whose address changes with its content.
    try shown.save("h1 { color: rgb(4, 5, 6) }\n", to: "static/propio.css")
    try browser.wait(for: "\(colour) === 'rgb(4, 5, 6)'")
    try shown.save("body { outline-color: rgb(7, 7, 7) }\n", to: "styles/own.css")
    try browser.wait(for: "\(outline) === 'rgb(7, 7, 7)'")
    try shown.save("h1 { color: rgb(8, 8, 8) }\n", to: "static/propio.css")
    try browser.wait(for: "\(colour) === 'rgb(8, 8, 8)'")
    #expect(try isMarked(browser))
    try browser.wait(for: "document.querySelectorAll('link[rel=stylesheet]').length === 2")
  }

  @Test("a renamed page is followed, by its file, its folder and its slug")
  func followsRenames() throws {
    let shown = try Shown(site())
    let browser = try Browser()
    try browser.open("\(shown.address)blog/talos/")
    try shown.rename(Self.post, to: "content/blog/kubernetes.md")
    try browser.wait(for: "location.pathname === '/blog/kubernetes/'")
    try browser.wait(for: "document.documentElement.dataset.sitegenPreview")
    try shown.rename("content/blog", to: "content/notas")
    try browser.wait(for: "location.pathname === '/notas/kubernetes/'")
    try browser.wait(for: "document.documentElement.dataset.sitegenPreview")
    try shown.save(Shown.post("Talos", "uno", "slug: otra\n"), to: "content/notas/kubernetes.md")
    try browser.wait(for: "location.pathname === '/notas/otra/'")
    try browser.wait(for: "document.body.innerText.includes('Párrafo 3')")
  }

  @Test("a deleted page gives way to the one for what is not there, and comes back")
  func deletes() throws {
    let shown = try Shown(site())
    let browser = try Browser()
    try browser.open("\(shown.address)blog/talos/")
    try shown.folder.remove(Self.post)
    try browser.wait(for: "document.title.includes('Página no encontrada')")
    try browser.wait(for: "document.documentElement.dataset.sitegenPreview")
    try shown.save(Shown.post("Talos", "de vuelta"), to: Self.post)
    try browser.wait(for: "document.body.innerText.includes('de vuelta')")
  }

  @Test("drafts and later posts carry a mark; the strip tells of the page and can be closed")
  func marksDrafts() throws {
    let shown = try Shown(
      site([
        "content/blog/a.md": "---\ntitle: Boceto\ndate: 2026-01-02\ndraft: true\n---\nuna dos tres\n",
        "content/blog/b.md": "---\ntitle: Futuro\ndate: 2030-01-02\n---\nuna [lejos](/nada/)\n",
      ])
    ) {
      $0.drafts = true
      $0.future = true
    }
    let browser = try Browser()
    try browser.open("\(shown.address)blog/")
    #expect(try browser.value("\(Self.ribbon).hidden") as? Bool == true)
    #expect(
      try browser.text(
        "[...document.querySelectorAll('a[data-sitegen-waits]')].map(a => a.pathname).sort().join()")
        == "/blog/a/,/blog/b/")
    try browser.open("\(shown.address)blog/a/")
    #expect(try browser.text("\(Self.ribbon).textContent") == "Borrador")
    #expect(try browser.text("\(Self.strip).innerText").contains("3 palabras"))
    try browser.open("\(shown.address)blog/b/")
    #expect(try browser.text("\(Self.ribbon).textContent") == "Fecha futura")
    #expect(try browser.text("\(Self.strip).innerText").contains("ms"))
    #expect(try browser.text("\(Self.strip).innerText").contains("1 aviso"))
    try browser.run(
      "\(Self.overlay).querySelector('.close').click(); \(Self.strip).querySelector('.close').click()")
    #expect(try browser.value("\(Self.strip).hidden") as? Bool == true)
    try browser.open("\(shown.address)blog/a/")
    #expect(try browser.value("\(Self.strip).hidden") as? Bool == true)
  }

  @Test("goes to the page that is saved, where that was asked for")
  func follows() throws {
    let shown = try Shown(site(["content/blog/b.md": Shown.post("B", "uno")])) { $0.follows = true }
    let browser = try Browser()
    try browser.open("\(shown.address)blog/talos/")
    try shown.save(Shown.post("B", "dos"), to: "content/blog/b.md")
    try browser.wait(for: "location.pathname === '/blog/b/' && document.body.innerText.includes('dos')")
  }

  @Test("nothing offends the site's policy, below a path of its own too")
  func policy() throws {
    let config = Self.config.replacingOccurrences(of: "casa.example/", with: "casa.example/blog/")
    let shown = try Shown(site(["site.yaml": config]))
    #expect(shown.address.hasSuffix("/blog/"))
    let browser = try Browser()
    for path in ["", "blog/", "blog/talos/", "blog/archivo/"] {
      try browser.open(shown.address + path)
      #expect(try browser.text("getComputedStyle(\(Self.strip)).position") == "fixed")
    }
    try shown.save("---\ntitle: [\n---\n", to: Self.post)
    try browser.wait(for: "!\(Self.overlay).hidden")
    try shown.save(Shown.post("Talos", "bien"), to: Self.post)
    try browser.wait(for: "\(Self.overlay).hidden")
    // Browsers ask for a picture that no page names.
    let console = try browser.console().filter { !$0.contains("/favicon.ico") }
    #expect(console == [])
    // The test can fail: what the policy forbids is told there.
    try browser.run(
      "document.body.append(Object.assign(document.createElement('img'), {src: 'https://otro.example/x.png'}))"
    )
    try browser.wait(for: "true")
    #expect(try browser.console().contains { $0.contains("Content Security Policy") })
  }
}
