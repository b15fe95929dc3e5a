import Foundation
import TestSupport
import Testing

@Suite("sitegen render --template")
struct RenderTemplateTests {
  /// A theme in small: a page that extends one file and includes another.
  private static func theme() throws -> TemporaryFolder {
    let scratch = try TemporaryFolder()
    try scratch.write(
      "<title>{% block title %}{% endblock %}</title>\n{% block body %}{% endblock %}\n",
      to: "theme/base.html")
    try scratch.write("<b>{{ tag }}</b>", to: "theme/parts/tag.html")
    try scratch.write(
      """
      {% extends "base.html" %}
      {% block title %}{{ page.title }}{% endblock %}
      {% block body %}{% for tag in page.tags %}{% include "parts/tag.html" %}{% endfor %}{% endblock %}
      """, to: "theme/page.html")
    try scratch.write(#"{"page": {"title": "Nodos & redes", "tags": ["k3s", "talos"]}}"#, to: "data.json")
    return scratch
  }

  private static func run(_ arguments: String..., in scratch: TemporaryFolder) throws -> Program.Run {
    try Program.run(arguments: ["render", "--template"] + arguments, in: scratch.url)
  }

  @Test("finds parents and includes beside the template, and data in a file")
  func whole() throws {
    let scratch = try Self.theme()
    #expect(
      try Self.run("theme/page.html", "--data", "data.json", in: scratch)
        == .init(
          output: "<title>Nodos &amp; redes</title>\n<b>k3s</b><b>talos</b>", errors: "", status: 0))
  }

  @Test("works without data")
  func withoutData() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("{{ 6 * 7 }}\n", to: "a.txt")
    #expect(try Self.run("a.txt", in: scratch) == .init(output: "42", errors: "", status: 0))
  }

  @Test("an unknown name is an error, unless lenient")
  func undefined() throws {
    let scratch = try Self.theme()
    try scratch.write("uno\n[{{ page.titel }}]", to: "a.html")
    let strict = """
      a.html:2:5: error: the dict has no 'titel'
         2 | [{{ page.titel }}]
           |     ^~~~~~~~~~
      hint: did you mean 'title'?; there is: tags, title
      1 error

      """
    let wanted = Program.Run(output: "", errors: strict, status: 1)
    #expect(try Self.run("a.html", "--data", "data.json", in: scratch) == wanted)
    #expect(try Self.run("a.html", "--data", "data.json", "--undefined", "strict", in: scratch) == wanted)
    #expect(
      try Self.run("a.html", "--data", "data.json", "--undefined", "lenient", in: scratch)
        == .init(output: "uno\n[]", errors: "", status: 0))
  }

  @Test("escapes, unless told not to")
  func escaping() throws {
    let scratch = try Self.theme()
    try scratch.write("{{ page.title }}", to: "a.html")
    #expect(
      try Self.run("a.html", "--data", "data.json", "--no-autoescape", in: scratch).output == "Nodos & redes")
  }

  @Test("a mistake in an included file is shown there, with the way that led to it, and nothing is printed")
  func broken() throws {
    let scratch = try Self.theme()
    try scratch.write("<b>\n  {{ tag|uper }}</b>", to: "theme/parts/tag.html")
    #expect(
      try Self.run("theme/page.html", "--data", "data.json", in: scratch)
        == .init(
          output: "",
          errors: """
            theme/parts/tag.html:2:6: error: there is no filter 'uper'
               2 |   {{ tag|uper }}</b>
                 |      ^~~~~~~~
            hint: did you mean 'upper'?; included by theme/page.html, extended by theme/page.html
            1 error

            """,
          status: 1))
  }

  @Test("what lies outside the template's folder is not found")
  func outside() throws {
    let scratch = try Self.theme()
    for name in ["../data.json", "parts/../../data.json", scratch.url.appending(path: "data.json").path] {
      try scratch.write("{% include \"\(name)\" %}", to: "theme/a.html")
      let run = try Self.run("theme/a.html", in: scratch)
      #expect(run.status == 1)
      #expect(run.output.isEmpty)
      #expect(
        run.errors.hasPrefix("theme/a.html:1:12: error: there is no template '\(name)'\n"), "\(run.errors)")
    }
  }

  @Test("a template that is not there is a failure from outside")
  func missing() throws {
    let scratch = try Self.theme()
    let run = try Self.run("nada.html", in: scratch)
    #expect(
      run
        == .init(
          output: "", errors: "nada.html: error: there is no such file\nhint: check the path\n1 error\n",
          status: 3))
    let data = try Self.run("theme/page.html", "--data", "nada.json", in: scratch)
    #expect(
      data
        == .init(
          output: "", errors: "nada.json: error: there is no such file\nhint: check the path\n1 error\n",
          status: 3))
  }

  @Test("data that is no JSON is shown at its mistake")
  func badData() throws {
    let scratch = try Self.theme()
    try scratch.write("{\"page\": {\"title\": \"Nodos\",}}", to: "bad.json")
    #expect(
      try Self.run("theme/page.html", "--data", "bad.json", in: scratch)
        == .init(
          output: "",
          errors: """
            bad.json:1:27: error: a comma with nothing behind it
               1 | {"page": {"title": "Nodos",}}
                 |                           ^
            hint: delete it
            1 error

            """, status: 1))
    try scratch.write("[1, 2]", to: "list.json")
    #expect(
      try Self.run("theme/page.html", "--data", "list.json", in: scratch)
        == .init(
          output: "",
          errors: """
            list.json:1:1: error: a template's data is an object
               1 | [1, 2]
                 | ^
            hint: name each value: {"posts": […]}
            1 error

            """, status: 1))
  }

  @Test("mistakes speak Spanish")
  func spanish() throws {
    let scratch = try Self.theme()
    try scratch.write("{% if %}", to: "a.html")
    #expect(
      try Self.run("a.html", "--lang", "es", in: scratch).errors == """
        a.html:1:7: error: aquí no se esperaba «%}»
           1 | {% if %}
             |       ^~
        pista: se esperaba un valor
        1 error

        """)
  }
}
