import Diagnostics
import Testing

@testable import Templates

@Suite("Hostile templates end with a message")
struct HostileTests {
  private func outcome(_ template: String, _ files: [String: String] = [:]) -> String {
    var options = Environment.Options()
    options.limits.rounds = 20_000
    options.limits.output = 1 << 20
    let environment = Environment(options) { files[$0].map { Array($0.utf8) } }
    do {
      var out: [UInt8] = []
      try environment.template(Array(template.utf8), named: "page").render(
        ["n": 1, "l": [1, 2, 3]], into: &out)
      return "done"
    } catch {
      return error.finding.code
    }
  }

  @Test(
    "whose brackets, signs and blocks nest by the ten thousand",
    arguments: [
      ("(", "1", ")"), ("[", "", "]"), ("{1:", "1", "}"), ("-", "1", ""), ("not ", "1", ""), ("f(", "", ")"),
      ("l[", "1", "]"),
    ])
  func brackets(open: String, core: String, close: String) {
    let text = String(repeating: open, count: 50_000) + core + String(repeating: close, count: 50_000)
    #expect(outcome("{{ " + text + " }}") == "template-nested-too-deep")
  }

  @Test("whose chains are endless", arguments: [" + 1", "|abs", ".x", "[0]", " and 1", " or 1", " if 1"])
  func chains(link: String) {
    #expect(outcome("{{ 1" + String(repeating: link, count: 50_000) + " }}").hasPrefix("template-"))
  }

  @Test("whose statements nest without end")
  func statements() {
    #expect(outcome(String(repeating: "{% if 1 %}", count: 20_000)) == "template-nested-too-deep")
    #expect(outcome(String(repeating: "{% for x in l %}", count: 20_000)) == "template-nested-too-deep")
  }

  @Test("that keep a macro of an included template, which sees what it saw")
  func keptMacros() throws {
    let part =
      "{% set here = 2 %}{% macro m() %}{{ n }}{{ here }}{{ there }}{% endmacro %}{% set kept.f = m %}"
    let page =
      "{% set kept = namespace() %}{% for there in [3] %}{% include 'part' %}{% endfor %}{{ kept.f() }}"
    var out: [UInt8] = []
    try Environment { _ in Array(part.utf8) }.template(Array(page.utf8), named: "page")
      .render(["n": 1], into: &out)
    #expect(String(decoding: out, as: UTF8.self) == "123")
  }

  @Test("that include, extend or call themselves")
  func cycles() {
    #expect(
      outcome("{% include 'a' %}", ["a": "{% include 'b' %}", "b": "{% include 'a' %}"])
        == "template-too-deep")
    #expect(
      outcome("{% extends 'a' %}", ["a": "{% extends 'b' %}", "b": "{% extends 'a' %}"])
        == "template-extends-too-deep")
    #expect(outcome("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}") == "template-too-deep")
    #expect(outcome("{% block a %}{{ self.a() }}{% endblock %}") == "template-too-deep")
    #expect(outcome("{% for x in [l] recursive %}{{ loop([l]) }}{% endfor %}") == "template-too-deep")
  }

  @Test("that count or write too far")
  func size() {
    #expect(outcome("{% for x in range(10**9) %}{% endfor %}") == "template-too-many-rounds")
    #expect(outcome("{{ range(10**18)|list }}") == "template-too-many-rounds")
    #expect(outcome("{{ 'a' * 10**12 }}") == "template-output-too-long")
    #expect(outcome("{{ 'a'|center(10**12) }}") == "template-output-too-long")
  }

  @Test(
    "whose texts are long, in filters that look for marks",
    arguments: [
      "striptags", "excerpt", "reading_time", "urlize", "replace('<', '>')", "xml", "slug", "wordcount",
    ])
  func longTexts(filter: String) {
    for piece in ["<", "<!--", "<a", "(", "&lt;", "a@", "x.", "<b>x</b>", "' '", "ñ "] {
      #expect(outcome("{{ (\"\(piece)\" * 10000)|\(filter) }}") == "done")
    }
  }

  @Test("made of random pieces never crash", arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func fuzz(seed: UInt64) {
    let pieces = [
      "{{", "}}", "{%", "%}", "{#", "#}", " if ", " for ", " in ", "x", " l ", "n", "(", ")", "[", "]", "{",
      "}", "|", ".", ",", ":", "'", "\"",
      " set ", "=", " endif ", " endfor ", " block ", " endblock ", " macro ", " endmacro ", "1", "2.5",
      " is ", " defined ", "upper", "sort", "-",
      "+", "*", "~", "\n", " ", "é", "\\", " raw ", " endraw ", " loop.", "index", " not ", " else ", "==",
      "<", " call ", " endcall ", "\u{0}",
    ]
    var state = seed
    for _ in 0..<1_500 {
      var text = ""
      for _ in 0..<Int(next(&state) % 24) { text += pieces[Int(next(&state) % UInt64(pieces.count))] }
      _ = outcome(text)
      _ = outcome("{{ " + text + " }}")
    }
  }

  private func next(_ state: inout UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
