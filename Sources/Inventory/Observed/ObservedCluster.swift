import Nodes

/// What a cluster says of itself.
public struct ObservedCluster: Fact {
  public var distribution: String?
  public var version: String?
  public var gitops: String?
  public var kubeProxy: KubeProxy?
  public var cni: String?
  public var installed: [String] = []

  public init() {}

  public init(reading fields: inout Fields) {
    distribution = fields.optional("distribution", "Whose Kubernetes it is: k3s, talos, kubernetes.")
    version = fields.optional("version", "The version that the API server tells.")
    gitops = fields.optional("gitops", "What keeps it as its repository says: flux or argocd.")
    kubeProxy = fields.optional("kube_proxy", "Whether kube-proxy runs, or something does its work.")
    cni = fields.optional("cni", "The network plugin that was recognised.")
    installed = fields.value(
      "installed", "Which known extensions the API serves: argocd, cnpg, flux, gateway-api, longhorn.",
      default: [])
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("distribution", .fact(distribution)),
      ("version", .fact(version)),
      ("gitops", .fact(gitops)),
      ("kube_proxy", .fact(kubeProxy)),
      ("cni", .fact(cni)),
      ("installed", .fact(installed)),
    ]
  }
}

/// Who forwards the traffic of services.
public enum KubeProxy: String, CaseIterable, Readable {
  case present, replaced, absent
}
