import Diagnostics
import Language
import Site
import TestSupport
import Testing
import Themes

@Suite("The assets of a site")
struct SiteAssetsTests {
  private func assets(_ files: [String: String]) throws -> SiteAssets {
    let site = try OutputFolder()
    for (path, content) in files { try site.put("assets/\(path)", content) }
    return SiteAssets(of: site.sources)
  }

  private func sheet(_ name: String, _ assets: SiteAssets) -> String {
    String(decoding: assets.assets.first { $0.asset.name == name }?.bytes ?? [], as: UTF8.self)
  }

  private func file(_ name: String, _ content: String) -> String {
    String(Asset(name, Array(content.utf8).span).file.split(separator: "/").last ?? "")
  }

  @Test("are named after their contents, those of sheets with the names that they ask for")
  func named() throws {
    let css = """
      @import "./otra.css";
      @font-face { src: url(../fonts/a.woff2?x#y) format("woff2"), url( '../fonts/b.woff' ) }
      p { background: url("fondo.png"), url(/fondo.png), url(https://a.dev/fondo.png), url(no.png), url(data:x) }
      """
    let assets = try assets([
      "css/mio.css": css, "css/otra.css": "b{}", "css/fondo.png": "PNG", "fonts/a.woff2": "A",
      "fonts/b.woff": "B",
    ])
    #expect(assets.mistakes.isEmpty)
    #expect(
      assets.assets.map(\.asset.name) == [
        "css/fondo.png", "css/mio.css", "css/otra.css", "fonts/a.woff2", "fonts/b.woff",
      ])
    #expect(
      sheet("css/mio.css", assets) == """
        @import "./\(file("otra.css", "b{}"))";
        @font-face { src: url(../fonts/\(file("a.woff2", "A"))?x#y) format("woff2"), url( '../fonts/\(file("b.woff", "B"))' ) }
        p { background: url("\(file("fondo.png", "PNG"))"), url(/fondo.png), url(https://a.dev/fondo.png), url(no.png), url(data:x) }
        """)
  }

  @Test("get another name when what they ask for changes")
  func chained() throws {
    let one = try assets(["a.css": "@import 'b.css';", "b.css": "p{background:url(c.png)}", "c.png": "1"])
    let other = try assets(["a.css": "@import 'b.css';", "b.css": "p{background:url(c.png)}", "c.png": "2"])
    for index in 0..<3 { #expect(one.assets[index].asset.file != other.assets[index].asset.file) }
  }

  @Test("may ask for each other in a circle")
  func circle() throws {
    let assets = try assets(["a.css": "@import 'b.css';", "b.css": "@import 'a.css';"])
    #expect(assets.assets.count == 2)
  }

  @Test("leave the theme its names")
  func reserved() throws {
    #expect(
      Report(try assets(["site.css": "", "x/site.css": ""]).mistakes).told == """
        assets/site.css: error: 'site.css' is what templates call the theme's own file
        hint: give it another name, or put it into 'styles/' or 'scripts/' to have it joined to the theme's
        assets/site.css: error: «site.css» es como las plantillas llaman al archivo del propio tema
        pista: dale otro nombre, o ponlo en «styles/» o «scripts/» para que se una al del tema

        """)
  }
}
