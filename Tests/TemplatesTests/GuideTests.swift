import Foundation
import Testing

@testable import Templates

@Suite("The guide for theme authors")
struct GuideTests {
  @Test("shows templates that print what it says")
  func examples() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/templates.md")
    let parts = try String(contentsOf: path.standardized, encoding: .utf8).components(
      separatedBy: "```jinja\n"
    ).dropFirst()
    let data: Value = ["page": ["title": "Nodos & redes", "tags": ["k3s", "talos"], "words": 1234.5]]
    let environment = Environment { _ in nil }
    #expect(parts.count >= 6)
    for part in parts {
      let pieces = part.components(separatedBy: "\n```\n\n```text\n")
      try #require(pieces.count == 2)
      var out: [UInt8] = []
      try environment.template(Array(pieces[0].utf8), named: "guide").render(data, into: &out)
      #expect(String(decoding: out, as: UTF8.self) == pieces[1].components(separatedBy: "\n```")[0])
    }
  }
}
