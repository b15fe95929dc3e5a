import Nodes

/// A Kubernetes cluster.
public struct DeclaredCluster: Declaration {
  static let kind = Kind.cluster

  public let common: Common
  public let distribution: String?
  public let version: VersionText?
  public let workload: WorkloadKind?
  public let kubeProxy: KubeProxy?
  public let gitopsPattern: String?
  public let controlPlane: ControlPlane?
  public let workers: WorkerNodes?
  public let networking: Networking?
  public let os: Reference?
  public let cni: Reference?
  public let gitops: Reference?
  public let ingress: Reference?
  public let loadBalancer: Reference?
  public let storage: [Reference]
  public let repo: Reference?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    distribution = facts.take("distribution", "Whose Kubernetes it is: k3s, talos, kubernetes.", &fields)
    version = facts.take("version", "Its version, or a condition such as >=1.35.", &fields)
    workload = facts.take("workload", "Whether it keeps data.", &fields)
    kubeProxy = facts.take("kubeProxy", "Who forwards the traffic of services.", &fields)
    gitopsPattern = facts.take(
      "gitopsPattern", "How its repository is laid out: app-of-apps, monorepo.", &fields)
    controlPlane = facts.take("controlPlane", "What keeps its state.", &fields)
    workers = facts.take("workers", "What does its work.", &fields)
    networking = facts.take("networking", "How its network is made.", &fields)
    os = facts.reference("os", "What its nodes run.", ToPlatform.self, &fields)
    cni = facts.reference("cni", "Its network plugin.", ToComponent.self, &fields)
    gitops = facts.reference("gitops", "What keeps it as its repository says.", ToComponent.self, &fields)
    ingress = facts.reference("ingress", "What lets requests in.", ToComponent.self, &fields)
    loadBalancer = facts.reference(
      "loadBalancer", "What gives services addresses.", ToComponent.self, &fields)
    storage = facts.references("storage", "What keeps its volumes.", ToComponent.self, &fields)
    repo = facts.reference("repo", "Where it is described.", ToRepo.self, &fields)
    self.facts = facts
  }
}
