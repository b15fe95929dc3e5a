/// Goes through everything declared, then through what the sources have besides.
struct Comparison {
  let homelab: Homelab
  var differences: [Difference] = []
  var agreements = 0
  /// The keys of each source that a declared thing is matched with.
  private var matched: [String: Set<String>] = [:]

  init(homelab: Homelab) { self.homelab = homelab }

  mutating func run() {
    for record in homelab.declared.records where record.status.exists {
      guard let seen = homelab.observation(of: record.id) else { continue }
      matched[seen.source, default: []].formUnion(seen.keys)
      compare(record, seen)
    }
    for source in homelab.snapshots.keys.sorted() { findUndeclared(in: source) }
  }

  private mutating func compare(_ record: Record, _ seen: Observation) {
    func add(_ kind: Difference.Kind, _ reason: Difference.Reason? = nil) {
      differences.append(
        Difference(kind, record.id, key: seen.keys.first ?? "", source: seen.source, reason: reason))
    }
    switch seen.absence {
    case .sourceSilent: return add(.unverifiable, .sourceSilent)
    case .notReadable: return add(.unverifiable, .notReadable)
    case .missing: return isStale(seen.source) ? add(.unverifiable, .stale) : add(.missingLive)
    case nil: break
    }
    guard seen.since == nil, !isStale(seen.source) else { return add(.unverifiable, .stale) }
    compareFields(of: record, seen)
  }

  private mutating func compareFields(of record: Record, _ seen: Observation) {
    for row in seen.facts.rows where !Self.volatile.contains(row.name) {
      guard let said = record.facts[row.name] else { continue }
      compare(said, row.value, field: row.name, of: record, seen)
    }
    switch record.id.kind {
    case .node: compareRole(of: record, seen)
    case .cluster: compareMembers(of: record, seen)
    default: break
    }
    let isSeveral = record.count > 1
    if isSeveral, seen.facts["count"] == nil, !seen.keys.isEmpty {
      compare(.integer(record.count), .integer(seen.keys.count), field: "count", of: record, seen)
    }
  }

  /// Health and what changes by the hour is shown, not compared.
  private static let volatile: Set<String> = [
    "status", "ready", "images", "commit", "sync", "health", "nodes",
  ]

  /// Compares one field; groups field by field.
  private mutating func compare(
    _ said: FactValue, _ seenValue: FactValue, field: String, of record: Record, _ seen: Observation
  ) {
    if case .group(let mine) = said, case .group(let theirs) = seenValue {
      for row in theirs.rows {
        guard let inner = mine[row.name] else { continue }
        compare(inner, row.value, field: "\(field).\(row.name)", of: record, seen)
      }
      return
    }
    let kind: Difference.Kind
    switch Tolerance.judge(said, seenValue, field: field) {
    case .agrees:
      agreements += 1
      return
    case .incomparable: return
    case .meets: kind = .satisfied
    case .differs: kind = .differs
    case .unknown: kind = .unverifiable
    }
    differences.append(
      Difference(
        kind, record.id, field: field, declared: said, observed: seenValue, key: seen.keys.first ?? "",
        source: seen.source, reason: kind == .unverifiable ? .unknown : nil))
  }
}

extension Comparison {
  /// A node's role is in its labels.
  private mutating func compareRole(of record: Record, _ seen: Observation) {
    guard let role = homelab.declared.nodes[record.id.id]?.role,
      case .text? = seen.facts["status"] ?? .text(""),
      let facts = homelab.snapshots[seen.source]?.facts
    else { return }
    let roles = seen.keys.compactMap { facts.nodes[String($0.dropFirst("nodes/".count))]?.roles }
    guard let all = roles.first else { return }
    let isControlPlane = all.contains { $0 == "control-plane" || $0 == "master" }
    let observed: FactValue = .text(
      isControlPlane ? NodeRole.controlPlane.rawValue : NodeRole.worker.rawValue)
    if role.isControlPlane == isControlPlane {
      agreements += 1
    } else {
      differences.append(
        Difference(
          .differs, record.id, field: "role", declared: .text(role.rawValue), observed: observed,
          key: seen.keys[0],
          source: seen.source))
    }
  }

  /// How many members a control plane has, for clusters that do not declare their nodes.
  private mutating func compareMembers(of record: Record, _ seen: Observation) {
    guard let cluster = homelab.declared.clusters[record.id.id], let said = cluster.controlPlane?.members,
      homelab.relations.nodes(of: record.id).isEmpty, let facts = homelab.snapshots[seen.source]?.facts,
      !facts.nodes.isEmpty, facts.gaps["nodes"]?.since == nil
    else { return }
    let members = facts.nodes.values.filter { $0.roles.contains { $0 == "control-plane" || $0 == "master" } }
      .count
    compare(.integer(said), .integer(members), field: "controlPlane.members", of: record, seen)
  }

  /// Whether what a source said is too old to prove anything.
  private func isStale(_ source: String) -> Bool {
    let state = Freshness(
      of: homelab.snapshots[source], now: homelab.now, thresholds: homelab.policy.thresholds(source: source))
    switch state {
    case .live, .recent: return false
    case .expired, .noAnswer, .declaredOnly: return true
    }
  }

  /// Nodes, machines, guests and public names that a source has and nobody declared.
  private mutating func findUndeclared(in source: String) {
    guard let facts = homelab.snapshots[source]?.facts, !isStale(source) else { return }
    let known = matched[source] ?? []
    let groups = [
      ("nodes", facts.gaps["nodes"]?.since == nil ? Array(facts.nodes.keys) : []),
      ("hosts", Array(facts.hosts.keys)),
      ("guests", Array(facts.guests.keys)),
    ]
    for (group, names) in groups {
      for name in names.sorted() where !known.contains("\(group)/\(name)") {
        differences.append(Difference(.undeclaredLive, nil, key: "\(group)/\(name)", source: source))
      }
    }
    let apps = Set((homelab.declared.apps.map(\.id.id) + homelab.declared.components.map(\.id.id)))
    let workloads = Set(known.compactMap { $0.split(separator: "/").last.map(String.init) })
    for (key, exposure) in facts.exposures.sorted(by: { $0.key < $1.key })
    where !exposure.hosts.isEmpty && facts.since(key) == nil {
      let name = key.split(separator: "/").last.map(String.init) ?? key
      guard !apps.contains(name), !workloads.contains(name) else { continue }
      differences.append(Difference(.undeclaredLive, nil, key: key, source: source))
    }
  }
}
