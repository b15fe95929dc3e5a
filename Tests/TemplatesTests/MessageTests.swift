import Diagnostics
import Foundation
import Language
import Testing

@testable import Templates

@Suite("A mistake in a template")
struct MessageTests {
  static let files = [
    "lib": "{% macro card() %}{% endmacro %}", "base": "{% block a %}{% endblock %}",
    "req": "{% block a required %}{% endblock %}",
    "bad": "\n {{ nada }}", "badbase": "{% include 'bad' %}", "self": "{% include 'self' %}",
    "selfx": "{% extends 'selfx' %}",
  ]
  static let data: Value = ["title": "Hola", "list": [1, 2, 3], "page": ["title": "Nodos", "url": "/x/"]]
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// What an author is told, in both languages.
  static func told(_ template: String) -> String {
    let environment = Environment { files[$0].map { Array($0.utf8) } }
    do {
      var out: [UInt8] = []
      try environment.template(Array(template.utf8), named: "page").render(data, into: &out)
      return "no mistake"
    } catch {
      let place = error.place.map { ":\($0.line):\($0.column):\($0.length)" } ?? ""
      let lines = Tongue.allCases.reversed().map { tongue in
        let sentence = error.finding.sentence(in: tongue)
        return sentence.message + (sentence.hint.map { " → \($0)" } ?? "")
      }
      return "\(error.path)\(place) \(error.finding.code)\n" + lines.joined(separator: "\n")
    }
  }

  @Test("knows which template was most likely meant, among those that there are")
  func nearTemplates() throws {
    let names = ["base.html", "partials/header.html"]
    let environment = Environment(names: { names }) { _ in nil }
    func hint(_ template: String) throws -> String? {
      do {
        var out: [UInt8] = []
        try environment.template(Array(template.utf8), named: "page").render(Self.data, into: &out)
        return "no mistake"
      } catch {
        return error.finding.sentence(in: .spanish).hint
      }
    }
    #expect(try hint("{% extends 'bse.html' %}") == "¿querías decir «base.html»?")
    #expect(try hint("{% include 'partials/heder.html' %}") == "¿querías decir «partials/header.html»?")
    #expect(try hint("{% include ['nada', 'bas.html'] %}") == "¿querías decir «base.html»?")
    #expect(try hint("{% import 'macros' as m %}") == nil)
    #expect(try hint("{% include 'bse.html' ignore missing %}") == "no mistake")
  }

  @Test("is told word for word, in its place, in both languages")
  func messages() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "err_messages.txt"), encoding: .utf8)
    let cases = text.components(separatedBy: "\n----\n").filter { !$0.isEmpty }
    #expect(cases.count >= 80)
    for one in cases {
      let parts = one.components(separatedBy: "\n.\n")
      try #require(parts.count == 2)
      #expect(Self.told(parts[0]) == parts[1])
    }
  }
}
