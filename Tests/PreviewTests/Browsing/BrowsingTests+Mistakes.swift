import Foundation
import Preview
import TestSupport
import Testing

/// What is wrong with a site, and a preview that ends.
extension BrowsingTests {
  @Test("a mistake lies over the last good page in the words of the terminal, and goes away by itself")
  func overlay() throws {
    let shown = try Shown(site())
    let browser = try Browser()
    try browser.open("\(shown.address)blog/talos/")
    try mark(browser)
    #expect(try browser.value("\(Self.overlay).hidden") as? Bool == true)
    let template = "templates/partials/footer.html"
    for (path, wrong, expected, right) in [
      (Self.post, "---\ntitle: [Talos\n---\n", "content/blog/talos.md:", Shown.post("Talos", "mejor")),
      (
        template, "<footer>{{ nada }}</footer>\n", "templates/partials/footer.html:1:12: error:",
        "<footer>pie</footer>\n"
      ),
      ("site.yaml", "titel: x\n", "site.yaml:1:1: error:", Self.config),
      ("data/x.yaml", "a: [\n", "data/x.yaml:", "a: 1\n"),
    ] {
      try shown.save(wrong, to: path)
      try browser.wait(for: "!\(Self.overlay).hidden")
      let told = try browser.text("\(Self.overlay).innerText")
      #expect(told.contains(expected), "\(told)")
      #expect(told.contains("^"), "\(told)")
      #expect(try browser.text("document.body.innerText").contains("Párrafo 3"))
      try shown.save(right, to: path)
      try browser.wait(for: "\(Self.overlay).hidden")
    }
    #expect(try isMarked(browser))
    try browser.wait(for: "document.body.innerText.includes('mejor')")
  }

  @Test("a mistake can be put away, and looked at again; the end of the page stays in reach")
  func dismisses() throws {
    let shown = try Shown(site())
    let browser = try Browser()
    try browser.open("\(shown.address)blog/talos/")
    #expect(
      try browser.value(
        "parseInt(getComputedStyle(document.documentElement).paddingBottom) >= \(Self.strip).offsetHeight")
        as? Bool
        == true)
    try shown.save("---\ntitle: [Talos\n---\n", to: Self.post)
    try browser.wait(for: "!\(Self.overlay).hidden")
    try browser.run("dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))")
    #expect(try browser.value("\(Self.overlay).hidden") as? Bool == true)
    // The same mistake does not come back by itself, not even when something else is saved.
    try shown.save(Shown.post("Otra", "uno"), to: "content/blog/otra.md")
    shown.wait(for: "the update") { shown.updates == 2 }
    #expect(try browser.value("\(Self.overlay).hidden") as? Bool == true)
    try browser.run("\(Self.strip).querySelector('.errors').click()")
    #expect(try browser.value("\(Self.overlay).hidden") as? Bool == false)
    // Nor does what was opened again close when something else is saved.
    try shown.save(Shown.post("Otra", "dos"), to: "content/blog/otra.md")
    shown.wait(for: "the update") { shown.updates == 3 }
    usleep(200_000)
    #expect(try browser.value("\(Self.overlay).hidden") as? Bool == false)
    // The line that is wrong stays one line, so that the sign below it is where it belongs.
    let place = try browser.text("\(Self.overlay).querySelector('.where').textContent")
    #expect(place == "   2 | title: [Talos\n     |        ^")
  }

  @Test("when the preview ends the strip says so, and all goes on when it is back")
  func loses() throws {
    let shown = try Shown(site())
    let browser = try Browser()
    try browser.open("\(shown.address)blog/talos/")
    try mark(browser)
    shown.preview.stop()
    try browser.wait(for: "\(Self.strip).innerText.includes('Sin conexión con la vista previa')")
    let port = try #require(URL(string: shown.address)?.port)
    try shown.save(Shown.post("Talos", "al volver"), to: Self.post)
    let again = try Shown(in: shown.folder) { $0.port = port }
    try browser.wait(for: "document.body.innerText.includes('al volver')")
    try browser.wait(for: "!\(Self.strip).innerText.includes('Sin conexión')")
    #expect(try isMarked(browser))
    #expect(again.address == shown.address)
  }

  @Test("a site that was broken from the start appears when it is mended")
  func brokenFromTheStart() throws {
    let shown = try Shown(site(["site.yaml": "titel: x\n"]))
    let browser = try Browser()
    try browser.open(shown.address)
    #expect(try browser.text("\(Self.overlay).innerText").contains("site.yaml:1:1: error:"))
    try shown.save(Self.config, to: "site.yaml")
    try browser.wait(for: "document.title === 'Casa'")
    // A new page has its title before the preview is in it.
    try browser.wait(for: Self.overlay)
    #expect(try browser.value("\(Self.overlay).hidden") as? Bool == true)
  }
}
