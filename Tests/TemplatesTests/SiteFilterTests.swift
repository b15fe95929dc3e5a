import Diagnostics
import Language
import Testing

@testable import Templates

@Suite("Filters for sites")
struct SiteFilterTests {
  static let data: Value = [
    "day": "2026-02-10", "moment": "2026-02-10T08:45:00+01:00", "local": "2026-07-01 12:00",
    "second": 1_770_709_500,
    "prose": "<h2>El clúster</h2><p>Tiene <em>tres</em> nodos, y <!-- casi --> ruido.</p><p>Fin.</p>",
    "posts": [
      ["date": "2026-02-10", "t": "a"], ["date": "2026-01-01", "t": "b"], ["date": "2025-12-31", "t": "c"],
      ["t": "d"],
    ],
  ]

  static func render(_ template: String, in tongue: Tongue) throws -> String {
    var options = Environment.Options()
    options.tongue = tongue
    options.zone = try Zone(named: "Europe/Madrid")
    options.now = Instant(seconds: 1_770_709_500 + 3 * 86_400)
    var out: [UInt8] = []
    let template = try Environment(options) { _ in nil }.template(Array(template.utf8), named: "page")
    try template.render(data, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test(
    "write dates in both languages",
    arguments: [
      ("day|date", "10 de febrero de 2026", "February 10, 2026"),
      ("day|date('long')", "10 de febrero de 2026", "February 10, 2026"),
      ("day|date('full')", "martes, 10 de febrero de 2026", "Tuesday, February 10, 2026"),
      ("day|date('short')", "10 feb 2026", "Feb 10, 2026"),
      ("day|date('numeric')", "10/2/2026", "2/10/2026"),
      ("day|date('iso')", "2026-02-10", "2026-02-10"),
      ("day|date('rss')", "Tue, 10 Feb 2026 00:00:00 +0000", "Tue, 10 Feb 2026 00:00:00 +0000"),
      ("day|date('ago')", "hace 3 días", "3 days ago"),
      ("moment|date('ago')", "hace 3 días", "3 days ago"),
      ("moment|date('iso')", "2026-02-10T08:45:00+01:00", "2026-02-10T08:45:00+01:00"),
      ("moment|date('rss')", "Tue, 10 Feb 2026 08:45:00 +0100", "Tue, 10 Feb 2026 08:45:00 +0100"),
      ("local|date('iso')", "2026-07-01T12:00:00+02:00", "2026-07-01T12:00:00+02:00"),
      ("second|date('iso')", "2026-02-10T08:45:00+01:00", "2026-02-10T08:45:00+01:00"),
      ("'2026-02-10T08:45:30.5Z'|date('HH:mm:ss.S X')", "08:45:30.5 Z", "08:45:30.5 Z"),
      (#"day|date("d 'de' MMMM 'de' y")"#, "10 de febrero de 2026", "10 de February de 2026"),
      (#"moment|date("EEEE, HH:mm")"#, "martes, 08:45", "Tuesday, 08:45"),
      (#"day|date("y '<b>'")"#, "2026 &lt;b&gt;", "2026 &lt;b&gt;"),
    ])
  func dates(expression: String, spanish: String, english: String) throws {
    #expect(try Self.render("{{ \(expression) }}", in: .spanish) == spanish)
    #expect(try Self.render("{{ \(expression) }}", in: .english) == english)
  }

  @Test(
    "write numbers and nouns in both languages",
    arguments: [
      ("1234.5|number", "1.234,5", "1,234.5"),
      ("1234567|number", "1.234.567", "1,234,567"),
      ("-1234|number", "-1.234", "-1,234"),
      ("2.675|number", "2,68", "2.68"),
      ("3|number(2)", "3,00", "3.00"),
      ("0.5|number(0)", "1", "1"),
      ("1|plural('nodo', 'nodos')", "nodo", "nodo"),
      ("0|plural('nodo', 'nodos')", "nodos", "nodos"),
      ("2000000|plural('nodo', 'nodos')", "de nodos", "nodos"),
      ("1.5|plural('hora', 'horas')", "horas", "horas"),
    ])
  func numbers(expression: String, spanish: String, english: String) throws {
    #expect(try Self.render("{{ \(expression) }}", in: .spanish) == spanish)
    #expect(try Self.render("{{ \(expression) }}", in: .english) == english)
  }

  @Test(
    "read prose",
    arguments: [
      ("'El clúster Ñandú: 1.ª parte'|slug", "el-cluster-nandu-1-a-parte"),
      ("'C++'|slug", "cpp"),
      ("prose|excerpt", "El clúster Tiene tres nodos, y ruido. Fin."),
      ("prose|excerpt(5)", "El clúster Tiene tres nodos…"),
      ("prose|excerpt(5, ' [más]')", "El clúster Tiene tres nodos, [más]"),
      ("prose|safe|excerpt(2)", "El clúster…"),
      ("'a < b &amp; c'|excerpt", "a &lt; b &amp; c"),
      ("prose|reading_time", "1"),
      ("('hola ' * 401)|reading_time", "3"),
      ("('hola ' * 401)|reading_time(100)", "5"),
      ("prose|striptags", "El clústerTiene tres nodos, y ruido.Fin."),
    ])
  func prose(expression: String, expected: String) throws {
    #expect(try Self.render("{{ \(expression) }}", in: .spanish) == expected)
  }

  @Test(
    "write for other formats",
    arguments: [
      ("'<b>'|safe|xml", "&lt;b&gt;"),
      ("'a\u{8}b\u{C}\n& \"c\"'|xml", "ab\n&amp; &#34;c&#34;"),
      (
        "{'b': [1, none, true], 'a': '</script>'}|json",
        #"{"a": "\u003c/script\u003e", "b": [1, null, true]}"#
      ),
      (
        "posts|group_by_year|map(attribute='year')|list|json", "[2026, 2025, null]"
      ),
      ("(posts|group_by_year)[0]['items']|map(attribute='t')|join", "ab"),
    ])
  func formats(expression: String, expected: String) throws {
    #expect(try Self.render("{{ \(expression) }}", in: .spanish) == expected)
  }

  @Test("tell when an age will be another")
  func expiry() throws {
    var options = Environment.Options()
    options.now = Instant(seconds: 1_770_709_500)
    let environment = Environment(options) { _ in nil }
    func reads(_ template: String) throws -> Reads {
      var out: [UInt8] = []
      return try environment.template(Array(template.utf8), named: "page").render(
        ["t": 1_770_709_000], into: &out)
    }
    #expect(try reads("{{ t|date }}").expiry == nil)
    #expect(try reads("{{ t|date('ago') }}").expiry == Instant(seconds: 1_770_709_000 + 540))
  }
}
