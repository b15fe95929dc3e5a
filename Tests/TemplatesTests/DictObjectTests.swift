import Testing

@testable import Templates

@Suite("An object that is a dict")
struct DictObjectTests {
  /// Notes 1 for each member that is looked at and 2 for a look at all of them.
  private final class Shelf: HostObject {
    private let map: Map

    init(_ map: Map) { self.map = map }

    var memberNames: [String] { map.names }
    var isMapping: Bool { true }

    func member(_ name: Name, reads: inout Reads) -> Value? {
      reads.record(1)
      return map[name]
    }

    func entries(reads: inout Reads) -> Map? {
      reads.record(2)
      return map
    }

    func text(reads: inout Reads) -> Value { .map(map) }
  }

  private struct Case: CustomTestStringConvertible {
    let source: String
    let expected: String
    var reads: [UInt64] = [2]
    var testDescription: String { source }

    init(_ source: String, _ expected: String, reads: [UInt64] = [2]) {
      (self.source, self.expected, self.reads) = (source, expected, reads)
    }
  }

  @Test(
    "answers as a dict does, and only what is asked is looked at",
    arguments: [
      Case("{{ it.a }}{{ it['b'] }}", "1zwei", reads: [1, 1]),
      Case("{{ it is mapping }} {{ it is iterable }} {{ it is string }}", "True True False", reads: []),
      Case("{{ it.none is defined }}", "False", reads: [1]),
      Case("{{ it|default('x') is mapping }}", "True", reads: []),
      Case("{{ it|length }}", "2"),
      Case("{% for key in it %}{{ key }}{% endfor %}", "ab"),
      Case("{{ it.values()|join('+') }}", "1+zwei", reads: [1, 2]),
      Case("{% for key, value in it.items() %}{{ key }}{{ value }}{% endfor %}", "a1bzwei", reads: [1, 2]),
      Case("{{ it|dictsort|first|join }}", "a1"),
      Case("{{ 'a' in it }}", "True"),
      Case("{{ dict(it, c=3)|length }}", "3"),
      Case("{{ it|tojson }}", "{\"a\": 1, \"b\": \"zwei\"}"),
      Case("{{ it.get('c', 5) }}", "5", reads: [1, 2]),
      Case("{% macro m(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ m(**it) }}", "1zwei"),
      Case("{{ [it]|map(attribute='b')|first }}", "zwei", reads: [1]),
      Case("{{ it }}", "{'a': 1, 'b': 'zwei'}", reads: []),
    ])
  private func answers(_ one: Case) throws {
    var options = Environment.Options()
    options.escapes = false
    let environment = Environment(options) { $0 == "t" ? Array(one.source.utf8) : nil }
    var out: [UInt8] = []
    let shelf = Shelf(Map([("a", .int(1)), ("b", .text("zwei"))]))
    let reads = try environment.template(named: "t").render(.map(Map([("it", .object(shelf))])), into: &out)
    #expect(String(decoding: out, as: UTF8.self) == one.expected)
    #expect(reads.keys.filter { $0 < 3 } == one.reads)
  }
}
