import Bytes
import Testing

@testable import Templates

@Suite("An object that writes what it has at hand")
struct WritingObjectTests {
  private final class Card: HostObject {
    var memberNames: [String] { ["title", "note"] }

    func member(_ name: Name, reads: inout Reads) -> Value? {
      reads.record(2)
      return switch name {
      case "title": "a & b"
      case "note": "asked"
      default: nil
      }
    }

    func write(_ name: Name, into out: inout OutputBuffer, escaping: Bool, reads: inout Reads) -> Bool {
      guard name == "title" else { return false }
      reads.record(1)
      out.append(text: "a & b", escaping: escaping)
      return true
    }
  }

  private func render(_ source: String, limit: Int = 1 << 20) throws -> (text: String, reads: [UInt64]) {
    var options = Environment.Options()
    options.limits.output = limit
    var out: [UInt8] = []
    let reads = try Environment(options) { _ in nil }.template(Array(source.utf8), named: "page")
      .render(["card": .object(Card())], into: &out)
    return (String(decoding: out, as: UTF8.self), reads.keys)
  }

  @Test("is asked for it only where it is not printed")
  func written() throws {
    let (text, reads) = try render("{{ card.title }}, {{ card.note }}, {{ card.title|upper }}")
    #expect(text == "a &amp; b, asked, A &amp; B")
    #expect(reads == [1, 2, 2])
  }

  @Test("escapes no more than the page does")
  func plain() throws {
    #expect(try render("{% autoescape false %}{{ card.title }}{% endautoescape %}").text == "a & b")
  }

  @Test("writes no further than a page may")
  func tooLong() throws {
    #expect(throws: (any Error).self) { try render("{{ card.title }}", limit: 4) }
  }

  @Test("is missed under its name")
  func absent() throws {
    #expect(throws: (any Error).self) { try render("{{ card.titel }}") }
  }
}
