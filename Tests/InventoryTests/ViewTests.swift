import Diagnostics
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// What shortcodes and templates get.
@Suite("Views of a homelab")
struct ViewTests {
  /// A request as a shortcode writes it: `nodes cluster=data sort=name`, answered as a plain table.
  @Test("tables show what is asked for", arguments: Fixture.all(in: "tables"))
  func tables(fixture: Fixture) throws {
    let homelab = SampleObserved.homelab()
    let wording = Wording(of: homelab, in: .spanish)
    let words = fixture.input.split(whereSeparator: \.isWhitespace).map(String.init)
    let options = words.dropFirst().map { word -> (name: String, value: String) in
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      return (parts[0], parts[1].replacing("_", with: " "))
    }
    let actual: String
    do throws(FactFinding) {
      let answer = try homelab.view(ViewRequest(words[0], options: options), wording: wording)
      actual = Self.plain(answer["table"] ?? .null)
    } catch {
      let sentence = error.sentence(in: .spanish)
      actual = ": error: \(sentence.message)\n\(sentence.hint ?? "")\n"
    }
    try fixture.expect(actual)
  }

  private static func plain(_ table: Node) -> String {
    func texts(_ nodes: [Node]?, _ key: String) -> String {
      (nodes ?? []).map { $0[key]?.text ?? "" }.joined(separator: " | ")
    }
    var lines = [table["caption"]?.text ?? "", texts(table["columns"]?.list, "title")]
    for row in table["rows"]?.list ?? [] {
      let group = row["group"]?.text ?? ""
      lines.append((group.isEmpty ? "" : "[\(group)] ") + texts(row["cells"]?.list, "text"))
    }
    for source in table["sources"]?.list ?? [] {
      lines.append("· \(source["source"]?.text ?? ""): \(source["freshness"]?["text"]?.text ?? "")")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private let homelab = SampleObserved.homelab()

  private func view(_ name: String, _ words: String..., options: [(name: String, value: String)] = []) throws
    -> Node
  {
    try homelab.view(
      ViewRequest(name, words: words, options: options), wording: Wording(of: homelab, in: .spanish))
  }

  @Test("a cluster has its facts, its tables and a verdict")
  func cluster() throws {
    let cluster = try view("cluster", "gordito")
    #expect(cluster["entity"]?["title"]?.text == "gordito")
    #expect(cluster["entity"]?["version"]?.text == "v1.33.4+k3s1")
    #expect(cluster["entity"]?["gitops"]?["name"]?.text == "Flux CD")
    #expect(cluster["entity"]?["freshness"]?["text"]?.text == "reciente")
    #expect(cluster["tables"]?.entries?.map(\.key) == ["nodes", "apps", "components"])
    #expect(cluster["tables"]?["nodes"]?["rows"]?.list?.count == 2)
    #expect(cluster["verdict_text"]?.text == "según lo declarado")
  }

  @Test("before and after stand side by side")
  func compare() throws {
    let answer = try view(
      "compare", "cluster:legacy", "cluster:talos-ha",
      options: [("columns", "distribution,os,version,members")])
    let rows = (answer["rows"]?.list ?? []).map { row in
      ([row["title"]] + (row["cells"]?.list ?? []).map { $0["text"] }).map { $0?.text ?? "" }
    }
    #expect(
      rows == [
        ["Distribución", "k3s", "Kubernetes"], ["Sistema operativo", "Ubuntu", "Talos Linux"],
        ["Versión", "—", "v1.36.2"], ["Plano de control", "—", "3"],
      ])
  }

  @Test("totals, an outage, a fact and the topology are data too")
  func others() throws {
    let totals = try view("totals", options: [("site", "casa")])["totals"]
    #expect(totals?["memory"]?.text == "112\u{A0}GiB")
    #expect(totals?["complete"]?.boolean == false)
    let hits = try view("outage", "elitedesk")["outage"]?.list ?? []
    #expect(hits.first { $0["ref"]?.text == "app:jellyfin" }?["effect_text"]?.text == "se para")
    #expect(try view("fact", "app:jellyfin.version")["fact"]?["text"]?.text == "10.10.7")
    let topology = try view("topology")["topology"]
    let site = topology?["places"]?.list?.first
    #expect(site?["title"]?.text == "Casa")
    #expect(site?["boxes"]?.list?.map { $0["id"]?.text } == ["neo50q", "elitedesk", "nas", "bm1"])
    let guest = site?["boxes"]?.list?[1]["boxes"]?.list?.first
    #expect(guest?["subtitle"]?.text == "NixOS")
    #expect(guest?["boxes"]?.list?.first?["ref"]?.text == "node:gordito-w1")
    #expect(topology?["clusters"]?.list?.map { $0["id"]?.text } == ["gordito", "data", "talos-ha"])
    let lines = (topology?["lines"]?.list ?? []).map {
      "\($0["kind"]?.text ?? "") \($0["from"]?.text ?? "") \($0["to"]?.text ?? "")"
    }
    #expect(lines.contains("storage cluster:gordito component:synology-csi"))
    #expect(lines.contains("backed component:synology-csi host:nas"))
    #expect(lines.contains("exposed component:ingress-nginx app:jellyfin"))
    #expect(lines.contains("device app:jellyfin host:elitedesk"))
    let one = try view("topology", options: [("cluster", "talos-ha")])["topology"]
    #expect(one?["places"]?.list?.first?["boxes"]?.list?.map { $0["id"]?.text } == ["bm1"])
    let two = try view("topology", options: [("cluster", "gordito, data")])["topology"]
    #expect(two?["clusters"]?.list?.map { $0["id"]?.text } == ["gordito", "data"])
    #expect(
      two?["places"]?.list?.first?["boxes"]?.list?.map { $0["id"]?.text } == ["neo50q", "elitedesk", "nas"])
  }

  @Test("a fact beside its number and its word is there for templates")
  func twins() {
    let host = homelab.node(of: EntityID(.host, "bm1"), wording: Wording(of: homelab, in: .spanish))
    #expect(host["memory"]?["size"]?.text == "16\u{A0}GiB")
    #expect(host["memory"]?["size_bytes"]?.integer == 17_179_869_184)
    let app = homelab.node(of: EntityID(.app, "jellyfin"), wording: Wording(of: homelab, in: .spanish))
    #expect(app["exposure"]?.text == "public")
    #expect(app["exposure_text"]?.text == "pública")
  }

  @Test("views that there are not are told")
  func unknown() {
    let finding = #expect(throws: FactFinding.self) { try view("clustres") }
    #expect(finding?.sentence(in: .spanish).message == "no existe la vista «clustres»")
    #expect(finding?.sentence(in: .spanish).hint == "¿querías decir «clusters»?")
    #expect(throws: FactFinding.self) { try view("cluster", "gorditos") }
    #expect(throws: FactFinding.self) { try view("topology", options: [("cluster", "x")]) }
  }
}
