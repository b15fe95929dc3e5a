/// The workloads of a cluster by their plain names, for things that do not say which one they are.
struct WorkloadNames {
  private var keys: [String: [String]] = [:]

  init(of facts: Observed) {
    for key in facts.workloads.keys {
      let name = key.split(separator: "/").last.map(String.init) ?? key
      keys[name, default: []].append(key)
    }
  }

  /// The one workload of a name, in a namespace where it is known; nil when there is none, or more than one.
  func workload(_ name: String, in namespace: String?) -> String? {
    let all = keys[name] ?? []
    let fitting =
      namespace.map { wanted in all.filter { $0.split(separator: "/").dropFirst().first == wanted[...] } }
      ?? all
    return fitting.count == 1 ? fitting[0] : nil
  }
}
