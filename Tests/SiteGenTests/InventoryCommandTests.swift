import Foundation
import TestSupport
import Testing

@testable import SiteGen

@Suite("sitegen inventory")
struct InventoryCommandTests {
  private static let inventory = """
    inventory: {version: 1}
    hosts:
      mini: {model: ThinkCentre, memory: 32 GiB, serial: ABC-123}
    clusters:
      prod: {distribution: k3s, live: {source: k8s}}
    nodes:
      cp: {cluster: "cluster:prod", role: control-plane, runsOn: "host:mini"}
    """

  private func site(_ inventory: String = Self.inventory, sources: String = "") throws -> TemporaryFolder {
    let site = try TemporaryFolder()
    try site.write(inventory + "\n", to: "inventory/all.yaml")
    if !sources.isEmpty { try site.write("inventory:\n  sources:\n\(sources)\n", to: "site.yaml") }
    return site
  }

  private func run(_ words: String..., in site: TemporaryFolder) throws -> Program.Run {
    try Program.run(arguments: ["inventory"] + words, in: site.url)
  }

  @Test("validate counts what is right, and tells what is wrong")
  func validate() throws {
    let right = try run("validate", in: site())
    #expect(right == Program.Run(output: "1 file: 1 host, 1 cluster, and 1 node\n", errors: "", status: 0))
    let wrong = try run(
      "validate", "--lang", "es", in: site(Self.inventory.replacing("host:mini", with: "host:mimi")))
    #expect(wrong.status == 1)
    #expect(wrong.output == "")
    #expect(wrong.errors.contains("inventory/all.yaml:7:62: error: «nodes.cp.runsOn»: no existe «host:mimi»"))
    #expect(wrong.errors.contains("pista: ¿querías decir «host:mini»?"))
  }

  @Test("validate knows the sources of site.yaml")
  func sources() throws {
    let run = try run("validate", in: site(sources: "    - {id: k8s-prod, type: kubernetes}"))
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "inventory/all.yaml:5:3: error: 'cluster:prod' is bound to the source 'k8s', which site.yaml does not have"
      ))
    #expect(try self.run("validate", in: site(sources: "    - {id: k8s, type: kubernetes}")).status == 0)
  }

  @Test("show prints tables, things and facts, and keeps private what readers must not see")
  func show() throws {
    let site = try site()
    #expect(
      try run("show", "hosts", in: site).output == """
        Id    Model        CPU  Memory  Purpose  Status
        ────  ───────────  ───  ──────  ───────  ──────
        mini  ThinkCentre  —    32\u{A0}GiB  —        active

        """)
    #expect(try run("show", "host:mini.memory.size", in: site).output == "32\u{A0}GiB\n")
    #expect(try run("show", "host:mini", in: site).output.contains("ABC-123 (private)"))
    #expect(try !run("show", "--public", in: site).output.contains("ABC-123"))
    #expect(try !run("show", "--public", "--as", "json", in: site).output.contains("ABC-123"))
    let withheld = try run("show", "host:mini.serial", "--public", in: site)
    #expect(withheld.status == 1)
    #expect(withheld.errors.contains("error: 'host:mini.serial' is private"))
    let unknown = try run("show", "host:mimi", in: site)
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("hint: did you mean 'host:mini'?"))
  }

  @Test("diff tells that nothing was observed yet")
  func nothingObserved() throws {
    let run = try run("diff", in: site(sources: "    - {id: k8s, type: kubernetes}"))
    #expect(run.status == 0)
    #expect(run.output == "nothing was observed yet: run 'sitegen inventory pull'\n")
  }
}
