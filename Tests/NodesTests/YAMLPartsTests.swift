import Diagnostics
import Language
import TestSupport
import Testing
import Workers

@testable import Nodes

@Suite("Long YAML")
struct YAMLPartsTests {
  private static let workers = Workers(count: 2)

  private static func cut(_ source: Source, into count: Int) -> Node? {
    YAML.read(source, in: YAMLCuts(of: source.bytes, into: count).parts, workers)
  }

  private static func whole(_ source: Source) -> Node? {
    do throws(Report) { return try YAML.read(source) } catch { return nil }
  }

  @Test("is cut between blocks, and between the entries of a block")
  func cuts() {
    let text = """
      ---
      inventory: {version: 1}
      apps: # many
        # the first
        a: {cluster: one}
        b:
          name: uno
            dos
          note: |
            tres

        c: "cuatro
        cinco"
        d: seis
      repos:
        e: {}
      """
    let source = Source(path: "all.yaml", bytes: Array(text.utf8))
    #expect(YAMLCuts(of: source.bytes, into: 4).parts.count > 3)
    for count in 1...source.bytes.count {
      let parts = YAMLCuts(of: source.bytes, into: count).parts
      #expect(parts.isEmpty || parts[0].range.lowerBound == 0)
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
      if let node = Self.cut(source, into: count) { #expect(node == Self.whole(source)) }
    }
    #expect(Self.cut(source, into: 3) == Self.whole(source))
  }

  /// Whatever the lines, parts give what the whole gives, or nothing.
  @Test("reads in parts as it reads as a whole", arguments: [1, 2, 3, 4])
  func lines(seed: UInt64) {
    var dice = Dice(seed: seed)
    var joined = 0
    for _ in 0..<1000 {
      let count = Int.random(in: 2...14, using: &dice)
      let lines = (0..<count).compactMap { _ in
        (Int.random(in: 0..<8, using: &dice) > 0 ? Self.plain : Self.odd).randomElement(using: &dice)
      }
      let text = lines.enumerated().map { $1.replacing("#", with: "\($0)") }.joined(separator: "\n")
      let source = Source(path: "all.yaml", bytes: Array(text.utf8))
      let node = Self.cut(source, into: Int.random(in: 2...6, using: &dice))
      guard let node else { continue }
      joined += 1
      #expect(node == Self.whole(source), "seed \(seed): \(text)")
    }
    #expect(joined > 50)
  }

  /// A `#` becomes the number of the line, so that keys differ more often than not.
  private static let plain = [
    "a#: 1", "b#:", "b#:", "c#: # comment", "  d#: 2", "  d#: {e: 1}", "  f#:", "    g#: 3",
  ]
  private static let odd = [
    "  h", "h", "  i#: \"", "\"", "  j\"", "'", "k#: '", "l#: {", "  m: 1}", "}", "n#: [", "]", "  o#: |",
    "    text",
    "p#: >", " text", "...", "---", "%TAG", "- q", "  - r", "? s", ": t", "# comment", "", "  d: 4", "a: 5",
    "\tu: 1", "  \tv: 1", "w#: 1\r", "  x#:\r", "é: 1", "  ñ#: 2", "\"y#\": 1", "  \"z#\": 1", "0#: 1",
    "  <<: {a: 1}", "  aa#: &bb 1", "  cc#: *bb", "dd#: !!map", "  ee#: !!str", "\u{2028}...",
    "a#: \u{85}b: 1",
  ]

  @Test("is told twice of nothing, and of what is wrong once", arguments: Fixture.all(in: "yaml"))
  func fixture(_ fixture: Fixture) {
    let source = Source(path: "site.yaml", bytes: Array(fixture.input.utf8))
    for count in 2...5 {
      guard let node = Self.cut(source, into: count) else { continue }
      #expect(node == Self.whole(source))
    }
  }

  @Test("says the same of a mistake far below")
  func mistakes() throws {
    var text = "apps:\n"
    for number in 0..<20_000 { text += "  a\(number): {cluster: uno}\n" }
    let good = Source(path: "all.yaml", bytes: Array(text.utf8))
    #expect(try YAML.read(good, Self.workers) == YAML.read(good))
    let bad = Source(path: "all.yaml", bytes: Array((text + "  a7: {}\n").utf8))
    #expect(throws: Report.self) { try YAML.read(bad, Self.workers) }
    do throws(Report) { _ = try YAML.read(bad, Self.workers) } catch {
      #expect(
        error.sorted.map { $0.finding.sentence(in: .english).message } == [
          "'a7' is given twice; first in line 9"
        ])
    }
  }
}
