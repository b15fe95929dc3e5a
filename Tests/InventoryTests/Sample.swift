import Diagnostics
import Foundation
import TestSupport

@testable import Inventory

/// The homelab that most tests look at.
enum Sample {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/homelab")

  /// Its files, by name.
  static var sources: [Source] {
    ["10-machines.yaml", "20-clusters.yaml"].map { name in
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else {
        preconditionFailure("no fixture \(name)")
      }
      return Source(path: "inventory/\(name)", bytes: Array(data))
    }
  }

  static let declared = Declared.read(sources).declared

  /// One file with its header, and what is wrong with it.
  static func read(_ yaml: String) -> (declared: Declared, report: Report) {
    Declared.read([Source(path: "inventory/a.yaml", bytes: Array(("inventory: {version: 1}\n" + yaml).utf8))])
  }
}
