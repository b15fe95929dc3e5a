import Foundation
import Testing

@testable import Themes

@Suite("The colour that a site chooses")
struct AccentTests {
  @Test(
    "stays as it is where it can be read",
    arguments: [("#0b665e", "#0b665e"), ("#024", "#002244"), ("#8B2A63", "#8b2a63")])
  func readable(written: String, light: String) throws {
    #expect(try #require(Accent(written)).light == light)
  }

  @Test(
    "is made darker by day and lighter by night until it can be read",
    arguments: ["#0b665e", "#ffff00", "#ff0000", "#00f", "#000", "#fff", "#808080", "#e8590c", "#69db7c"])
  func adjusted(written: String) throws {
    let accent = try #require(Accent(written))
    let (light, dark) = (try #require(Colour(accent.light)), try #require(Colour(accent.dark)))
    #expect(Accent.lightGrounds.allSatisfy { light.contrast(to: $0) >= 4.5 }, "\(accent.light)")
    #expect(Accent.darkGrounds.allSatisfy { dark.contrast(to: $0) >= 4.5 }, "\(accent.dark)")
  }

  @Test("takes the place of the theme's own by one rule")
  func rule() {
    #expect(Accent("#e8590c")?.rule == ":root { --accent: light-dark(#b9470a, #eb6b27); }\n")
  }

  @Test("is nothing else", arguments: ["", "red", "#12", "#12345", "#1234567", "#ggg", "0b665e", "#ñ12"])
  func refused(written: String) {
    #expect(Accent(written) == nil)
  }

  @Test("is measured against the grounds that the styles use, as WCAG does")
  func grounds() throws {
    let sheet = String(decoding: try #require(BuiltInTheme.file(named: "styles/tokens.css")), as: UTF8.self)
    for (index, name) in ["paper", "panel", "raised"].enumerated() {
      let pair =
        "--\(name): light-dark(\(Accent.lightGrounds[index].written), \(Accent.darkGrounds[index].written));"
      #expect(sheet.contains(pair), "\(pair)")
    }
    #expect(Colour.black.contrast(to: .white) == 21)
    #expect(abs(Colour(0x777777).contrast(to: .white) - 4.478) < 0.001)
  }
}
