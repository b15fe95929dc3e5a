import Diagnostics
import Foundation
import Nodes
import Testing

@testable import Inventory

@Suite("the manifest for the cluster's side")
struct ManifestTests {
  @Test("lets the account list exactly the kinds that are read, and nothing else")
  func rules() throws {
    let root = URL(filePath: Recordings.besides).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bytes = try Data(contentsOf: root.appending(path: "docs/kubernetes/reader.yaml"))
    let documents = try YAML.readAll(Source(path: "reader.yaml", bytes: Array(bytes)))
    let role = try #require(documents.first { $0["kind"]?.text == "ClusterRole" })
    var allowed: Set<String> = []
    for rule in role["rules"]?.list ?? [] {
      #expect(rule["verbs"]?.list?.compactMap(\.text) == ["get", "list"])
      for group in rule["apiGroups"]?.list ?? [] {
        for resource in rule["resources"]?.list ?? [] {
          allowed.insert("\(group.text ?? "")/\(resource.text ?? "")")
        }
      }
    }
    #expect(allowed == Set(ResourceKind.lanes.joined().map { "\($0.group)/\($0.plural)" }))
  }
}
