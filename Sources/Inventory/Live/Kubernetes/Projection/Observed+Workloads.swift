import Nodes

extension Observed {
  /// The kinds of workload, by the words of their keys.
  enum WorkloadForm: String {
    case deployment, statefulset, daemonset
  }

  /// Takes what may be known of a workload: never its environment, arguments, volumes or annotations.
  mutating func add(workload: Node, _ form: WorkloadForm) {
    let item = Item(workload)
    guard let key = item.key(form.rawValue) else { return }
    var facts = ObservedWorkload()
    switch form {
    case .deployment, .statefulset:
      // Kubernetes fills in 1, and leaves 0 out of the status.
      facts.desired = item.spec["replicas"]?.count ?? 1
      facts.ready = item.status["readyReplicas"]?.count ?? 0
    case .daemonset:
      facts.desired = item.status["desiredNumberScheduled"]?.count ?? 0
      facts.ready = item.status["numberReady"]?.count ?? 0
    }
    let containers = item.spec["template"]?["spec"]?["containers"]?.list ?? []
    facts.images = containers.compactMap { ObservedImage(reference: $0["image"]?.text) }
    facts.version = facts.images.first?.tag
    workloads[key] = facts
  }
}

extension ObservedImage {
  /// Takes the tail of the name and the tag: the registry may be private, and a digest says nothing to anybody.
  ///
  ///     registry.lan:5000/private/ledger:0.3.1@sha256:…   →   ledger, 0.3.1
  init?(reference: String?) {
    guard let reference else { return nil }
    let named = reference.prefix { $0 != "@" }
    let tail = named.split(separator: "/").last ?? ""
    let parts = tail.split(separator: ":", maxSplits: 1)
    guard let first = parts.first, let name = PlainText.name(String(first)) else { return nil }
    self.init()
    self.name = name
    tag = parts.count > 1 ? PlainText.version(String(parts[1])) : nil
  }
}
