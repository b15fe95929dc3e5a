import Diagnostics
import Testing

@testable import Templates

@Suite("A file of macros")
struct LibraryTests {
  private func render(_ page: String, _ library: String) throws -> String {
    let files = ["page": page, "library": library, "part": "{{ one('included') }}"]
    var out: [UInt8] = []
    try Environment { files[$0].map { Array($0.utf8) } }.template(named: "page")
      .render(["given": "<data>"], into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test("gives its macros, which find each other and what the page explains")
  func macros() throws {
    let text = try render(
      "{% from 'library' import two with context %}{{ two('x') }}",
      "{% macro one(a) %}<{{ a }}>{% endmacro %}\n"
        + "{% macro two(b, c=one(b)) %}{{ c }}{{ one(given) }}{% endmacro %}")
    #expect(text == "<x><&lt;data&gt;>")
  }

  @Test("prints what stands between its macros")
  func printed() throws {
    let text = try render(
      "{% import 'library' as all %}[{{ all }}]{{ all.one() }}{% import 'library' as again %}{{ again.one() }}",
      "a {% macro one() %}1{% endmacro %}b")
    #expect(text == "[a b]11")
  }

  @Test("keeps what begins with a stroke to itself")
  func hidden() throws {
    let library = "{% macro _one() %}1{% endmacro %}{% macro two() %}{{ _one() }}2{% endmacro %}"
    #expect(try render("{% from 'library' import two %}{{ two() }}", library) == "12")
    #expect(throws: Mistake.self) { try render("{% import 'library' as all %}{{ all._one() }}", library) }
  }

  @Test("gives the macro that was defined last where one is defined twice")
  func twice() throws {
    let library = "{% macro one() %}1{% endmacro %}{% macro one() %}2{% endmacro %}"
    #expect(try render("{% from 'library' import one %}{{ one() }}", library) == "2")
  }

  @Test("is run when it does more than define macros")
  func more() throws {
    let library = "{% set sum = 1 + 2 %}{% macro one() %}{{ sum }}{% endmacro %}"
    #expect(try render("{% from 'library' import one %}{{ one() }}", library) == "3")
  }

  @Test("gives its macros to what they include")
  func included() throws {
    let library =
      "{% macro one(a) %}({{ a }}){% endmacro %}{% macro two() %}{% include 'part' %}{% endmacro %}"
    #expect(try render("{% from 'library' import two with context %}{{ two() }}", library) == "(included)")
  }

  @Test("escapes as the page did where it was imported")
  func escaping() throws {
    let library = "{% macro one(a) %}{{ a }}{% endmacro %}"
    let page =
      "{% autoescape false %}{% import 'library' as plain with context %}{{ plain.one('<') }}"
      + "{% endautoescape %}"
      + "{% import 'library' as safe with context %}{{ safe.one('<') }}"
    #expect(try render(page, library) == "<&lt;")
  }
}
