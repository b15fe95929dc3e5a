import Testing

@testable import Templates

@Suite("Long output")
struct LongOutputTests {
  private func render(_ template: String, _ data: Value = [:]) throws -> String {
    var out = Array("<!-- before -->".utf8)
    try Environment { _ in nil }.template(Array(template.utf8), named: "page").render(data, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test("grows with what is written, by short runs and by long ones", arguments: [1, 1_000, 40_000, 100_000])
  func growth(count: Int) throws {
    let (plain, escaped) = (String(repeating: "ñ", count: count), String(repeating: "<", count: count))
    let shown = String(repeating: "&lt;", count: count)
    #expect(
      try render("{{ plain }}|{{ escaped }}|\(plain)", ["plain": .text(plain), "escaped": .text(escaped)])
        == "<!-- before -->\(plain)|\(shown)|\(plain)")
    let counted = String(repeating: "ab", count: count)
    #expect(
      try render("{% for i in range(\(count)) %}a{{ 'b' }}{% endfor %}") == "<!-- before -->\(counted)")
  }

  @Test("is taken back where it is captured")
  func capture() throws {
    let text = String(repeating: "x", count: 50_000)
    #expect(
      try render("1{% set a %}\(text){{ '<' }}{% endset %}2{{ a }}3")
        == "<!-- before -->12\(text)&lt;3")
  }

  @Test("leaves no trace when the template fails")
  func failure() {
    var out = Array("before".utf8)
    #expect(throws: (any Error).self) {
      try Environment { _ in nil }.template(Array("some {{ nothing }}".utf8), named: "page")
        .render([:], into: &out)
    }
    #expect(out == Array("before".utf8))
  }
}
