/// Finds for each declared thing what the sources say of it.
///
/// A thing is bound by `live`; what it leaves out follows from its place: a node or application is known to its
/// cluster's source, a machine to its platform's, a guest to its machine's; its name there is its id.
struct Matching {
  let declared: Declared
  let relations: Relations
  let snapshots: [String: Snapshot]

  func observations() -> [EntityID: Observation] {
    guard !snapshots.isEmpty else { return [:] }
    var found: [EntityID: Observation] = [:]
    var names: [String: WorkloadNames] = [:]
    for record in declared.records where record.status.exists {
      guard let source = source(of: record), let snapshot = snapshots[source] else { continue }
      guard snapshot.fetchedAt != nil else {
        found[record.id] = Observation(source: source, keys: [], facts: Facts(), absence: .sourceSilent)
        continue
      }
      if names[source] == nil { names[source] = WorkloadNames(of: snapshot.facts) }
      guard var seen = observation(of: record, in: snapshot, names: names[source]) else { continue }
      seen.since = seen.keys.compactMap { snapshot.facts.since($0) }.min()
      found[record.id] = seen
    }
    return found
  }

  /// The source that knows a thing; nil when none is bound.
  func source(of record: Record) -> String? {
    if let source = record.live?.source { return source }
    switch record.id.kind {
    case .node: return source(of: relations.targets(of: record.id, by: "cluster"))
    case .app: return source(of: relations.targets(of: record.id, by: "cluster"))
    case .component:
      return source(of: relations.targets(of: record.id, by: "runsOn").filter { $0.kind == .cluster })
    case .host: return source(of: relations.targets(of: record.id, by: "platform"))
    case .guest:
      guard let host = relations.host(of: record.id) else { return nil }
      return declared[host].flatMap { source(of: $0) }
    default: return nil
    }
  }

  private func source(of candidates: [EntityID]) -> String? {
    candidates.lazy.compactMap { declared[$0]?.live?.source }.first
  }

  private func observation(of record: Record, in snapshot: Snapshot, names: WorkloadNames?) -> Observation? {
    let facts = snapshot.facts
    let source = snapshot.source
    switch record.id.kind {
    case .cluster: return cluster(record, facts, source)
    case .node:
      return several(
        record, facts.nodes, named: record.live?.node, group: "nodes", source, gap: facts.gaps["nodes"]
      ) {
        Facts(of: $0)
      }
    case .host:
      return several(
        record, facts.hosts, named: record.live?.host, group: "hosts", source, gap: facts.gaps["hosts"]
      ) {
        Facts(of: $0)
      }
    case .guest:
      return several(
        record, facts.guests, named: record.live?.guest, group: "guests", source, gap: facts.gaps["guests"]
      ) { Facts(of: $0) }
    case .platform:
      guard
        let version = facts.hosts.sorted(by: { $0.key < $1.key }).lazy.compactMap({ $0.value.version }).first
      else { return nil }
      var own = Facts()
      own.set("version", to: .version(VersionText(version)))
      return Observation(source: source, keys: ["hosts"], facts: own, absence: nil)
    case .app, .component: return software(record, facts, source, names)
    default: return nil
    }
  }
}

extension Matching {
  private func cluster(_ record: Record, _ facts: Observed, _ source: String) -> Observation {
    var own = Facts(of: facts.cluster ?? ObservedCluster())
    own.add(nodes: facts.nodes)
    let absence: Observation.Absence? = facts.cluster == nil && facts.nodes.isEmpty ? .notReadable : nil
    return Observation(source: source, keys: ["cluster"], facts: own, absence: absence)
  }

  /// One thing, or as many as are declared alike: `talos-cp` with `count: 3` is `talos-cp-1` to `talos-cp-3`, or
  /// whatever the pattern says that `live` names.
  private func several<Value>(
    _ record: Record, _ found: [String: Value], named name: String?, group: String, _ source: String,
    gap: ObservedGap?, _ facts: (Value) -> Facts
  ) -> Observation {
    let wanted = name ?? record.id.id
    var keys = [wanted].filter { found[$0] != nil }
    if keys.isEmpty, record.count > 1 || wanted.contains("*") {
      let pattern = Wildcard(wanted.contains("*") ? wanted : wanted + "*")
      keys = found.keys.filter {
        pattern.matches($0) && (wanted.contains("*") || Self.isNumbered($0, after: wanted))
      }
    }
    keys.sort()
    guard let first = keys.first, found[first] != nil else {
      let unreadable = gap != nil && gap?.reason != .notInstalled
      return Observation(
        source: source, keys: [], facts: Facts(), absence: unreadable ? .notReadable : .missing)
    }
    let all = keys.compactMap { found[$0].map(facts) }
    return Observation(
      source: source, keys: keys.map { "\(group)/\($0)" }, facts: Facts(alike: all), absence: nil)
  }

  /// Tells whether a name is another with a number after it: `cp-1`, `cp1`, `cp-01`.
  private static func isNumbered(_ name: String, after stem: String) -> Bool {
    let rest = name.dropFirst(stem.count)
    let digits = rest.first == "-" ? rest.dropFirst() : rest
    return !digits.isEmpty && digits.utf8.allSatisfy { $0 &- 48 < 10 }
  }

  private func software(
    _ record: Record, _ facts: Observed, _ source: String, _ names: WorkloadNames?
  ) -> Observation? {
    let live = record.live
    var own = Facts()
    var keys: [String] = []
    if let key = live?.workload, let workload = facts.workloads[key] {
      own.add(workload)
      keys.append(key)
    }
    let deliveries = [
      live?.helm.map { "helmrelease/\($0)" }, live?.kustomization.map { "kustomization/\($0)" },
      live?.application.map { "application/\($0)" },
    ]
    for case let key? in deliveries {
      guard let delivery = facts.deliveries[key] else { continue }
      own.add(delivery)
      keys.append(key)
    }
    if let key = live?.database, let database = facts.databases[key] {
      own.add(database)
      keys.append("databases/\(key)")
    }
    if let key = live?.storage, let storage = facts.storage[key] {
      own.add(storage)
      keys.append("storage/\(key)")
    }
    let isNamed = [
      live?.workload, live?.helm, live?.kustomization, live?.application, live?.database, live?.storage,
    ]
    .contains { $0 != nil }
    if !isNamed {
      let namespace = declared.apps[record.id.id]?.namespace
      guard let key = names?.workload(record.id.id, in: record.id.kind == .app ? namespace : nil),
        let workload = facts.workloads[key]
      else { return nil }
      own.add(workload)
      keys.append(key)
    }
    let unreadable = facts.gaps.values.contains { $0.reason != .notInstalled }
    let absence: Observation.Absence? = keys.isEmpty ? (unreadable ? .notReadable : .missing) : nil
    return Observation(source: source, keys: keys, facts: own, absence: absence)
  }
}
