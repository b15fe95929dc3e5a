import Diagnostics
import Foundation
import Nodes
import TestSupport
import Testing

@Suite("Writing and reading again")
struct RoundTripTests {
  static let pieces = [
    "a", "ñ", " ", ":", "#", "-", "'", "\"", "\\", "\n", "\t", "[", "]", "{", "}", ",", "&", "*", "!", "|",
    ">",
    "%", "@", "`", "?", "true", "null", "~", "1", ".", "0x", "e", "_", "\r", "\u{0}", "\u{85}", "\u{2028}",
    "😀",
    "<<", "=", "---", "...", "\u{FEFF}", "\u{7F}", "á\u{301}", "yes", ": ", " #", "- ",
  ]

  static func text(using generator: inout Dice) -> String {
    (0..<Int.random(in: 0...4, using: &generator)).compactMap { _ in pieces.randomElement(using: &generator) }
      .joined()
  }

  static func node(depth: Int, using generator: inout Dice) -> Node {
    switch Int.random(in: 0...(depth > 4 ? 5 : 9), using: &generator) {
    case 0: return .null
    case 1: return Node(Bool.random(using: &generator))
    case 2: return Node(Int.random(in: -1000...1000, using: &generator))
    case 3: return Node(Double(Int.random(in: -999...999, using: &generator)) / 16)
    case 4, 5: return Node(text(using: &generator))
    case 6, 7:
      return Node(
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in node(depth: depth + 1, using: &generator) })
    default:
      var entries: [(String, Node)] = []
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        let key = text(using: &generator)
        if !entries.contains(where: { $0.0 == key }) {
          entries.append((key, node(depth: depth + 1, using: &generator)))
        }
      }
      return Node(entries)
    }
  }

  @Test("gives the same, in both languages")
  func same() throws {
    let seed = Seed.current
    var generator = Dice(seed: seed)
    for _ in 0..<1500 {
      let node = Self.node(depth: 0, using: &generator)
      for (name, bytes) in [
        ("yaml", node.yaml()), ("json", node.json()), ("line", node.json(isIndented: false)),
      ] {
        let source = Source(path: name, bytes: bytes)
        let again = try? name == "yaml" ? YAML.read(source) : JSON.read(source)
        #expect(again?.means(node) == true, "SEED=\(seed)\n\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test("quotes what would end the document")
  func documentEnd() {
    #expect(Node("... y más").yaml() == Array("\"... y más\"\n".utf8))
    #expect(Node("...").yaml() == Array("\"...\"\n".utf8))
  }

  @Test("writes YAML as people do")
  func yaml() {
    let node: Node = [
      "title": "Talos: un año", "version": "1.10", "pages": 3, "draft": false, "none": .null,
      "tags": ["talos", "no", "true", "#x"], "empty": [], "menu": [["name": "a", "links": [["name": "b"]]]],
      "text": "uno\ndos", "": [:], "url": "https://example.org/a#b",
    ]
    #expect(
      String(decoding: node.yaml(), as: UTF8.self) == """
        title: "Talos: un año"
        version: "1.10"
        pages: 3
        draft: false
        none: null
        tags:
          - talos
          - no
          - "true"
          - "#x"
        empty: []
        menu:
          - name: a
            links:
              - name: b
        text: "uno\\ndos"
        "": {}
        url: https://example.org/a#b

        """)
  }

  @Test("writes JSON that any reader takes")
  func json() throws {
    let text =
      "a: 0x1F\nb: +1\nc: 1.\nd: .inf\ne: .5\nf: [x, {}]\ng: 1_000\nh: 99999999999999999999\ni: 1e3\nj: ~"
    let node = try YAML.read(Source(path: "x", bytes: Array(text.utf8)))
    let line = #"{"a":31,"b":1,"c":1.0,"d":".inf","e":0.5,"f":["x",{}],"g":"1_000","h":99999999999999999999,"#
    #expect(
      String(decoding: node.json(isIndented: false), as: UTF8.self) == line + #""i":1e3,"j":null}"# + "\n")
    #expect(String(decoding: (["a": [1]] as Node).json(), as: UTF8.self) == "{\n  \"a\": [\n    1\n  ]\n}\n")
  }
}
