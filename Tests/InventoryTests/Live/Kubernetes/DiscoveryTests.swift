import Diagnostics
import Nodes
import Testing

@testable import Inventory

@Suite("what a server serves")
struct DiscoveryTests {
  private let routes = ResourceKind("httproutes", of: "gateway.networking.k8s.io", "v1", "v1beta1") {
    _, _, _ in
  }

  private func aggregated(_ versions: String) throws -> Discovery {
    try read(
      """
      {"kind": "APIGroupDiscoveryList", "items": [
        {"metadata": {"name": "gateway.networking.k8s.io"}, "versions": [\(versions)]}]}
      """)
  }

  private func read(_ text: String) throws -> Discovery {
    try #require(Discovery(reading: JSON.read(Source(path: "apis", bytes: Array(text.utf8)))))
  }

  private func version(_ name: String, _ kinds: String = "\"httproutes\"", _ freshness: String = "Current")
    -> String
  {
    let resources = kinds.isEmpty ? "" : "{\"resource\": \(kinds)}"
    return "{\"version\": \"\(name)\", \"resources\": [\(resources)], \"freshness\": \"\(freshness)\"}"
  }

  @Test("is the best version that this program knows")
  func best() throws {
    #expect(
      try aggregated(version("v1beta1") + "," + version("v1")).verdict(on: routes) == .served(version: "v1"))
    #expect(try aggregated(version("v1beta1")).verdict(on: routes) == .served(version: "v1beta1"))
  }

  @Test("is a version that serves the kind, not only its group")
  func kinds() throws {
    let moved = version("v1", "\"gateways\"") + "," + version("v1beta1")
    #expect(try aggregated(moved).verdict(on: routes) == .served(version: "v1beta1"))
    #expect(try aggregated(version("v1", "\"gateways\"")).verdict(on: routes) == .notInstalled)
  }

  @Test("is a newer version than any known, rather than none")
  func newer() throws {
    #expect(try aggregated(version("v3") + "," + version("v2")).verdict(on: routes) == .served(version: "v3"))
  }

  @Test("is unavailable when its server does not answer, and absent when nobody registered it")
  func absent() throws {
    #expect(try aggregated(version("v1", "", "Stale")).verdict(on: routes) == .unavailable)
    #expect(
      try read("{\"kind\": \"APIGroupDiscoveryList\", \"items\": []}").verdict(on: routes) == .notInstalled)
  }

  @Test("is told by old servers in a list of groups")
  func plain() throws {
    let groups = try read(
      """
      {"kind": "APIGroupList", "groups": [{"name": "gateway.networking.k8s.io",
        "versions": [{"version": "v1beta1"}, {"version": "v2"}], "preferredVersion": {"version": "v2"}}]}
      """)
    #expect(groups.verdict(on: routes) == .served(version: "v1beta1"))
  }

  @Test("is the first of the known versions when the server tells nothing")
  func unknown() {
    #expect(Discovery.unknown.verdict(on: routes) == .served(version: "v1"))
    #expect(Discovery(reading: ["kind": "Status"]) == nil)
  }
}
