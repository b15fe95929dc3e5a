import Diagnostics
import Foundation
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// What `docs/inventory.md` shows works as it says.
@Suite("The guide to the inventory")
struct InventoryGuideTests {
  private static let guide = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/inventory.md")

  /// The YAML examples, in their order.
  private func examples() throws -> [String] {
    let text = try String(contentsOf: Self.guide, encoding: .utf8)
    return text.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test("shows an inventory that is read without a mistake")
  func inventory() throws {
    let sources = try examples().filter { $0.hasPrefix("# inventory/") }.map { example in
      Source(path: String(example.dropFirst(2).prefix { $0 != "\n" }), bytes: Array(example.utf8))
    }
    #expect(sources.count == 2)
    let (declared, report) = Declared.read(sources)
    #expect(report.told == "")
    #expect(declared.records.count == 9)
  }

  @Test("shows ages that site.yaml takes")
  func ages() throws {
    let example = try #require(try examples().last)
    let source = Source(path: "site.yaml", bytes: Array(example.utf8))
    let block = try #require(try YAML.read(source)["inventory"])
    let ages = try InventorySettings.decode(block, from: source).value.ages
    #expect(ages.thresholds(source: "k8s-prod").warn == Age(seconds: 3 * 86_400))
    #expect(ages.thresholds(source: "k8s-prod", path: "app:x.status").warn == Age(seconds: 86_400))
  }

  @Test("names every field of the schema")
  func fields() throws {
    let text = try String(contentsOf: Self.guide, encoding: .utf8)
    for kind in Kind.allCases {
      #expect(text.contains("`\(kind.block)`"), "\(kind.block) is not described")
      var schema = Schema()
      for property in FieldNames.type(of: kind).describe(in: &schema)["properties"]?.entries ?? [] {
        #expect(text.contains(property.key), "\(kind.block).\(property.key) is not described")
      }
    }
  }
}
