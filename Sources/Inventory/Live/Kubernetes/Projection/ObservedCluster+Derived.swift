extension ObservedCluster {
  /// Tells what follows from the cluster's objects.
  init(of facts: Observed, version: String?, installed: [String], knowsDaemonSets: Bool) {
    self.init()
    self.version = version
    self.installed = installed
    distribution = Self.distribution(of: facts.nodes)
    gitops = Self.gitops(of: facts.deliveries, installed: installed)
    guard knowsDaemonSets else { return }
    let agents = facts.workloads.keys.filter { $0.hasPrefix("daemonset/") }
      .map { $0.split(separator: "/").last.map(String.init) ?? "" }
    cni = Self.plugins.first { agents.contains($0.agent) }?.name
    kubeProxy = kubeProxy(knowing: agents)
  }
}

extension ObservedCluster {
  /// The agents of network plugins, which run on every node.
  private static let plugins: [(agent: String, name: String)] = [
    ("cilium", "cilium"), ("calico-node", "calico"), ("canal", "canal"), ("kube-flannel-ds", "flannel"),
    ("kube-flannel", "flannel"), ("antrea-agent", "antrea"), ("weave-net", "weave"),
    ("kube-router", "kube-router"),
  ]

  /// The distributions that mark the versions of their kubelets.
  private static let marks = ["+k3s": "k3s", "+rke2": "rke2", "+k0s": "k0s", "-eks-": "eks", "-gke.": "gke"]

  private static func distribution(of nodes: [String: ObservedNode]) -> String? {
    guard !nodes.isEmpty else { return nil }
    if nodes.values.contains(where: { $0.osImage?.hasPrefix("Talos") == true }) { return "talos" }
    let versions = nodes.values.compactMap(\.kubeletVersion)
    let mark = marks.sorted { $0.key < $1.key }.first { mark in versions.contains { $0.contains(mark.key) } }
    return mark?.value ?? "kubernetes"
  }

  /// The tool that has something to do; where both have, or none, the one that is installed alone.
  private static func gitops(of deliveries: [String: ObservedDelivery], installed: [String]) -> String? {
    let usesArgo = deliveries.keys.contains { $0.hasPrefix("application/") }
    let usesFlux = deliveries.keys.contains { !$0.hasPrefix("application/") }
    if usesArgo != usesFlux { return usesArgo ? "argocd" : "flux" }
    let tools = installed.filter { $0 == "argocd" || $0 == "flux" }
    return tools.count == 1 ? tools.first : nil
  }

  /// k3s and its like run kube-proxy inside their own process, where nobody sees it.
  private func kubeProxy(knowing agents: [String]) -> KubeProxy? {
    if agents.contains("kube-proxy") { return .present }
    if agents.contains("cilium") { return .replaced }
    return distribution == "kubernetes" || distribution == "talos" ? .absent : nil
  }
}
