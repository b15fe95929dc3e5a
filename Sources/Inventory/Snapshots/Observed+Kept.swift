import Language

extension Observed {
  /// Takes over what was told before of the kinds that could not be read this time, with the time at which they were.
  ///
  /// What a source may no longer read, or gave no answer about, is not gone. Gives the names of the kinds that had any.
  mutating func keep(unreadableOf previous: Snapshot) -> [String] {
    var kept: [String] = []
    for (kind, gap) in gaps.sorted(by: { $0.key < $1.key }) where gap.isUnreadable {
      guard take(kind, from: previous.facts) else { continue }
      gaps[kind]?.since = previous.facts.gaps[kind]?.since ?? previous.fetchedAt
      kept.append(kind)
    }
    if !kept.isEmpty { keepWhatFollows(from: previous.facts.cluster) }
    return kept
  }

  /// The time at which a thing was told, where it was told before all others; `nodes/cp-1`, `deployment/media/jellyfin`.
  func since(_ key: String) -> Instant? {
    guard gaps.values.contains(where: { $0.since != nil }) else { return nil }
    let word = key.prefix { $0 != "/" }
    let kinds = Self.kinds.filter { $0.word == word }.map(\.gap)
    return (kinds + [key]).compactMap { gaps[$0]?.since }.min()
  }

  /// The kinds of a cluster, by the name of their gap and the word that their keys begin with.
  private static let kinds: [(gap: String, word: String)] = [
    ("nodes", "nodes"), ("deployments", "deployment"), ("statefulsets", "statefulset"),
    ("daemonsets", "daemonset"), ("ingresses", "ingress"), ("httproutes", "httproute"),
    ("kustomizations", "kustomization"), ("helmreleases", "helmrelease"),
    ("gitrepositories", "gitrepository"), ("ocirepositories", "ocirepository"),
    ("applications", "application"), ("cnpg-clusters", "databases"), ("longhorn-volumes", "storage"),
    ("longhorn-nodes", "storage"), ("longhorn-settings", "storage"),
  ]

  /// Takes the things of one kind over; tells whether there were any.
  private mutating func take(_ kind: String, from before: Observed) -> Bool {
    guard let word = Self.kinds.first(where: { $0.gap == kind })?.word else {
      // The answer to one question has a gap of its own: `numbers/watts`.
      let own = before.numbers.filter { kind == "numbers/\($0.key)" }
      return Self.take(own, into: &numbers)
    }
    return switch word {
    case "nodes": Self.take(before.nodes, into: &nodes)
    case "databases": Self.take(before.databases, into: &databases)
    case "storage": Self.take(before.storage, into: &storage)
    case "deployment", "statefulset", "daemonset":
      Self.take(before.workloads.filter { $0.key.hasPrefix("\(word)/") }, into: &workloads)
    case "ingress", "httproute":
      Self.take(before.exposures.filter { $0.key.hasPrefix("\(word)/") }, into: &exposures)
    default: Self.take(before.deliveries.filter { $0.key.hasPrefix("\(word)/") }, into: &deliveries)
    }
  }

  private static func take<Value>(_ things: [String: Value], into known: inout [String: Value]) -> Bool {
    known.merge(things) { $1 }
    return !things.isEmpty
  }

  /// What is recognised by the things of a cluster goes with them.
  private mutating func keepWhatFollows(from before: ObservedCluster?) {
    guard var now = cluster, let before else { return }
    now.distribution = now.distribution ?? before.distribution
    now.gitops = now.gitops ?? before.gitops
    now.kubeProxy = now.kubeProxy ?? before.kubeProxy
    now.cni = now.cni ?? before.cni
    cluster = now
  }
}

extension ObservedGap {
  fileprivate var isUnreadable: Bool { reason == .forbidden || reason == .unavailable }
}
