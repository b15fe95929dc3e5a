import Diagnostics
import Frontmatter
import Language
import TestSupport
import Testing

@Suite("Hostile front matter")
struct HostileTests {
  private func read(_ text: String) -> Header {
    Header(of: Source(path: "x.md", bytes: Array(text.utf8)), zone: .madrid)
  }

  @Test(
    "is read in time that grows with its size",
    arguments: ["[", "]", "*", "_", "`a", "<", "&", "![", "](", "{", "\\", "**a", "~~"])
  func repeated(_ unit: String) {
    let many = String(repeating: unit, count: 50_000)
    let clock = ContinuousClock()
    let spent = clock.measure {
      _ = read(many)
      _ = read("# " + many)
      _ = read("---\ndraft: true\n---\n" + many + "\n===\n")
      _ = read(String(repeating: unit + "\n", count: 50_000))
    }
    #expect(spent < .seconds(20))
  }

  @Test("with many lines, keys or items is read")
  func large() {
    let lines = String(repeating: "---\n", count: 20_000)
    #expect(read(lines).block.kind == .yaml)
    let tags = String(repeating: "- t\n", count: 20_000)
    #expect(read("---\ntags:\n\(tags)---\n").metadata.tags.count == 20_000)
    let keys = (0..<2_000).map { "clave\($0): 1\n" }.joined()
    #expect(read("---\n\(keys)---\n").metadata.params.count == 2_000)
  }

  @Test("with bytes that are no text does not crash")
  func binary() {
    for byte in UInt8.min...UInt8.max {
      let bytes =
        Array("---\ntitle: a".utf8) + [byte, byte, 0, byte] + Array("\ndate: 2".utf8) + [byte]
        + Array("\n---\n# x".utf8)
      _ = Header(of: Source(path: "x.md", bytes: bytes))
      _ = Header(of: Source(path: "x.md", bytes: [byte, byte, byte]))
    }
  }

  @Test("that is put together at random does not crash, and keeps its bounds")
  func fuzz() {
    let seed = Seed.current
    var random = Dice(seed: seed)
    for round in 0..<4_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        if Int.random(in: 0..<8, using: &random) == 0 {
          bytes.append(UInt8.random(in: .min ... .max, using: &random))
        } else {
          bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
        }
      }
      let source = Source(path: "content/2025-01-02-x.md", bytes: bytes)
      let header = Header(of: source, zone: .madrid)
      let whole = 0...bytes.count
      let isWithin = whole.contains(header.body) && whole.contains(header.block.content.upperBound)
      #expect(isWithin, "seed \(seed), round \(round)")
      #expect(header.titleRange.map { $0.lowerBound >= header.body && $0.upperBound <= bytes.count } ?? true)
      let explanation = Explanation(of: header, in: source, encoding: .init(name: "UTF-8"))
      _ = explanation.human(tongue: .spanish)
      _ = explanation.json()
    }
  }

  private static let pieces = [
    "---\n", "---", "...\n", "+++\n", "{\"", "\"}", "\n", "\r\n", "\r", "  ", "\t", "title: ", "date: ",
    "tags:\n", "- ",
    "draft: ", "true", "2025-08-12", "T8:45", "+01:00", "10-12-2024", "12 de agosto de 2025", "images:\n  ",
    "image: ",
    "authors: [", "]", "{a: b}", "# ", "Título", "===\n", "```\n", "~~~\n", "<!--", "-->", "<pre>", "</pre>",
    "**", "_",
    "[a](b)", "![", "`", "&amp;", "&#x41;", "{#id}", "\\", "\u{FEFF}", "ñ", "Title: x\n", "tilte: x\n", "&a ",
    "*a", "<<: ",
    "cover: {image: ", "params:\n  ", "|\n", ">-\n", "'", "\"", ": ", "sitemap: false\n",
    "search: {boost: 2}\n", "\0",
  ]
}
