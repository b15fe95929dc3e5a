import Testing

@testable import Templates

@Suite("A function that knows its answers")
struct KnownAnswerTests {
  private func render(_ template: String) throws -> (text: String, reads: [UInt64]) {
    var options = Environment.Options()
    options.globals["word"] = .function(
      "word", knowing: ["one": (.text("uno & más"), 1), "two": (.safe("<b>dos</b>"), 2)]
    ) { (call) throws(HostRefusal) in
      call.reads.record(99)
      return .text("asked for \(call.positional.count) and \(call.named.count)")
    }
    var out: [UInt8] = []
    let reads = try Environment(options) { _ in nil }.template(Array(template.utf8), named: "page")
      .render(["name": "two"], into: &out)
    return (String(decoding: out, as: UTF8.self), reads.keys)
  }

  @Test("gives them without being called, and notes what was read")
  func known() throws {
    let (text, reads) = try render("{{ word('one') }} {{ word(name) }} {% set w = word('one') %}{{ w }}")
    #expect(text == "uno &amp; más <b>dos</b> uno &amp; más")
    #expect(reads == [1, 2, 1])
  }

  @Test("is called for all else")
  func unknown() throws {
    let (text, reads) = try render(
      "{{ word('three') }}, {{ word() }}, {{ word('one', 'two') }}, {{ word('one', how='so') }}, {{ word(1) }}"
    )
    #expect(
      text
        == "asked for 1 and 0, asked for 0 and 0, asked for 2 and 0, asked for 1 and 1, asked for 1 and 0")
    #expect(reads == [99, 99, 99, 99, 99])
  }

  @Test("serves filters of its name in lists too")
  func inside() throws {
    #expect(try render("{{ [word('one'), word('two')]|join('; ') }}").text == "uno &amp; más; <b>dos</b>")
  }
}
