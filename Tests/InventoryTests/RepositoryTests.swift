import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Inventory

/// The inventories that lie in this repository to be shown and copied.
@Suite("The inventories of the repository")
struct RepositoryTests {
  @Test("are read without a mistake", arguments: ["inventory", "Sources/Starter/Files/site/inventory"])
  func clean(folder: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      .sorted()
    let sources = try names.filter { $0.hasSuffix(".yaml") }.map {
      Source(
        path: "\(folder)/\($0)", bytes: Array(try Data(contentsOf: root.appending(path: "\(folder)/\($0)"))))
    }
    #expect(!sources.isEmpty)
    #expect(Declared.read(sources).report.told == "")
  }
}
