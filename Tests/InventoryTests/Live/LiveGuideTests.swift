import Diagnostics
import Foundation
import Nodes
import Testing

@testable import Inventory

@Suite("The guide to live sources")
struct LiveGuideTests {
  /// The YAML examples of the guide.
  private static func examples() throws -> [String] {
    let guide = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/inventory-live.md")
    let parts = String(decoding: try Data(contentsOf: guide), as: UTF8.self).components(separatedBy: "```")
    return parts.enumerated().filter { $0.offset % 2 == 1 && $0.element.hasPrefix("yaml\n") }
      .map { String($0.element.dropFirst(5)) }
  }

  @Test("shows examples that are understood as they stand")
  func understood() throws {
    let examples = try Self.examples()
    #expect(examples.count >= 6)
    for example in examples {
      let isItem = example.hasPrefix("    - ")
      let source = Source(path: "guide", bytes: Array((isItem ? "sources:\n" + example : example).utf8))
      let node = try YAML.read(source)
      if let publish = node["publish"] {
        #expect(try Publish.decode(publish, from: source).warnings.isEmpty)
      } else {
        let settings = try InventorySettings.decode(node["inventory"] ?? node, from: source)
        #expect(!settings.value.sources.isEmpty)
        #expect(settings.warnings.isEmpty)
      }
    }
  }
}
