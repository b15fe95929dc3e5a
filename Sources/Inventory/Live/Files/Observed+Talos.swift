import Nodes

extension Observed {
  /// Takes the members of a cluster as `talosctl get members -o json` prints them: one object after another, from each
  /// node that was asked, so that each member comes several times.
  init(talosMembers documents: [Node]) {
    self.init()
    for spec in documents.compactMap({ $0["spec"] }) {
      guard let name = PlainText.name(spec["hostname"]?.text) else { continue }
      var node = ObservedNode()
      node.roles = Self.roles(isControlPlane: spec["machineType"]?.text == "controlplane")
      node.osImage = PlainText.product(spec["operatingSystem"]?.text)
      nodes[name] = node
    }
  }

  /// Takes a fixed list of fields out of talhelper's `talconfig.yaml`, which holds tokens and keys beside them.
  init(talhelper file: Node) {
    self.init()
    let talos = PlainText.version(file["talosVersion"]?.text)
    let kubernetes = PlainText.version(file["kubernetesVersion"]?.text)
    var cluster = ObservedCluster()
    cluster.distribution = "talos"
    cluster.version = kubernetes
    self.cluster = cluster
    for item in file["nodes"]?.list ?? [] {
      guard let name = PlainText.name(item["hostname"]?.text) else { continue }
      var node = ObservedNode()
      node.roles = Self.roles(isControlPlane: item["controlPlane"]?.lenientTruth == true)
      node.kubeletVersion = kubernetes
      node.osImage = talos.map { "Talos (\($0))" }
      nodes[name] = node
    }
  }

  private static func roles(isControlPlane: Bool) -> [String] { isControlPlane ? ["control-plane"] : [] }
}
