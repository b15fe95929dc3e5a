import Language
import Nodes

/// A kind of object that is read, and what is taken from each.
struct ResourceKind: Sendable {
  /// The name in a gap.
  let name: String
  let group: String
  /// The name in the URL.
  let plural: String
  /// The versions whose fields are known, the best first.
  let versions: [String]
  /// The extension of Kubernetes that serves it; nil for Kubernetes itself.
  let part: String?
  /// Takes what may be known from an object; the instant is the server's clock.
  let project: @Sendable (Node, inout Observed, Instant) -> Void

  init(
    _ plural: String, of group: String = "", _ versions: String..., named name: String? = nil,
    part: String? = nil,
    project: @escaping @Sendable (Node, inout Observed, Instant) -> Void
  ) {
    self.plural = plural
    self.group = group
    self.versions = versions
    self.name = name ?? plural
    self.part = part
    self.project = project
  }

  /// The path of all objects of the kind.
  func path(version: String) -> String {
    group.isEmpty ? "/api/\(version)/\(plural)" : "/apis/\(group)/\(version)/\(plural)"
  }
}

extension ResourceKind {
  /// All kinds, in lanes that are read side by side; kinds that fill one fact stand in one lane.
  static let lanes: [[ResourceKind]] = [
    [ResourceKind("nodes", "v1") { $1.add(node: $0, now: $2) }],
    [
      ResourceKind("deployments", of: "apps", "v1") { item, facts, _ in facts.add(workload: item, .deployment)
      }
    ],
    [
      ResourceKind("statefulsets", of: "apps", "v1") { item, facts, _ in
        facts.add(workload: item, .statefulset)
      }
    ],
    [
      ResourceKind("daemonsets", of: "apps", "v1") { item, facts, _ in facts.add(workload: item, .daemonset) }
    ],
    [ResourceKind("ingresses", of: "networking.k8s.io", "v1") { item, facts, _ in facts.add(ingress: item) }],
    [
      ResourceKind("httproutes", of: "gateway.networking.k8s.io", "v1", "v1beta1", part: "gateway-api") {
        item, facts, _ in facts.add(route: item)
      }
    ],
    [
      ResourceKind(
        "kustomizations", of: "kustomize.toolkit.fluxcd.io", "v1", "v1beta2", part: "flux"
      ) { item, facts, _ in facts.add(kustomization: item) }
    ],
    [
      ResourceKind("helmreleases", of: "helm.toolkit.fluxcd.io", "v2", "v2beta2", part: "flux") {
        item, facts, _ in facts.add(helmRelease: item)
      }
    ],
    [
      ResourceKind("gitrepositories", of: "source.toolkit.fluxcd.io", "v1", "v1beta2", part: "flux") {
        item, facts, _ in facts.add(gitRepository: item)
      },
      ResourceKind("ocirepositories", of: "source.toolkit.fluxcd.io", "v1", "v1beta2", part: "flux") {
        item, facts, _ in facts.add(ociRepository: item)
      },
    ],
    [
      ResourceKind("applications", of: "argoproj.io", "v1alpha1", part: "argocd") { item, facts, _ in
        facts.add(application: item)
      }
    ],
    [
      ResourceKind(
        "clusters", of: "postgresql.cnpg.io", "v1", named: "cnpg-clusters", part: "cnpg"
      ) { item, facts, _ in facts.add(postgres: item) }
    ],
    [
      ResourceKind(
        "volumes", of: "longhorn.io", "v1beta2", "v1beta1", named: "longhorn-volumes", part: "longhorn"
      ) { item, facts, _ in facts.add(longhornVolume: item) },
      ResourceKind(
        "nodes", of: "longhorn.io", "v1beta2", "v1beta1", named: "longhorn-nodes", part: "longhorn"
      ) { item, facts, _ in facts.add(longhornNode: item) },
      ResourceKind(
        "settings", of: "longhorn.io", "v1beta2", "v1beta1", named: "longhorn-settings", part: "longhorn"
      ) { item, facts, _ in facts.add(longhornSetting: item) },
    ],
  ]
}
