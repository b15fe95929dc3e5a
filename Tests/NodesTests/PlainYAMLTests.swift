import TestSupport
import Testing

@testable import Nodes

@Suite("YAML that is plain")
struct PlainYAMLTests {
  @Test("is what front matter is made of")
  func frontMatter() {
    let text = "title: Un clúster\ndate: '2021-05-15'\ntags:\n- k3s\n- \"a: b\"\n\ndraft:\n"
    #expect(Self.plain(text) != nil)
    #expect(Self.plain(text) == Self.library(text))
    for value in [
      "[a]", "{a: b}", "&a b", "*a", "!a b", "|", ">", "a #b", "a:", "- a", "\"a\\n\"", "'a", "🚀",
    ] {
      #expect(Self.plain("key: \(value)\n") == nil, "\(value)")
    }
  }

  private static let words = [
    "a", "title", "k-1", ":", ": ", ":\n", "\n", "\n- ", "\n  - ", "- ", "-", "  ", " ", "'", "\"", "\\", "#",
    " #", "x y",
    "2021-05-15", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "ñ", "—", "\u{85}",
    "\u{2028}",
    "\u{A0}", "🚀", "\t", "\r\n", "---", "...", "~", "null", "/", "(", ".", "<<", "''", "c:\n- d\n- 'e'\n",
    "f: 'g h'\n",
    "i:\n  - j\n", "\u{FEFF}", "\u{7F}", "\0", "\n\n",
  ]

  @Test("tells the events that libyaml tells", arguments: 1...8 as ClosedRange<UInt64>)
  func sameEvents(seed: UInt64) {
    var dice = Dice(seed: seed)
    func some(_ most: Int) -> String {
      let count = Int.random(in: 1...most, using: &dice)
      return (0..<count).map { _ in Self.words.randomElement(using: &dice) ?? "" }.joined()
    }
    var compared = 0
    for _ in 0..<2000 {
      let lines = (0..<Int.random(in: 1...4, using: &dice)).map { number in
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: "k\(number): \(some(3))\n"
        case 1: "l\(number):\n- \(some(1))\n- \(some(2))\n"
        case 2: "m\(number):\n"
        case 3: "n\(number): '\(some(3))' \n"
        default: some(2)
        }
      }
      let text = lines.joined()
      guard let events = Self.plain(text) else { continue }
      compared += 1
      #expect(events == Self.library(text), "seed \(seed): \(text.debugDescription)")
    }
    #expect(compared > 100)
  }

  private static func plain(_ text: String) -> [YAMLEvent]? { PlainYAML.events(of: Array(text.utf8).span) }

  private static func library(_ text: String) -> [YAMLEvent]? {
    var parser = YAMLParser(Array(text.utf8).span)
    var events: [YAMLEvent] = []
    while events.last?.kind != .streamEnd {
      do throws(YAMLProblem) { events.append(try parser.next()) } catch { return nil }
    }
    return events
  }
}
