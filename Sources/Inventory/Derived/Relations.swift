/// Who refers to whom, both ways: nothing here is typed in by the author.
public struct Relations: Sendable, Equatable {
  /// One thing that refers to another, and by which field.
  public struct Edge: Sendable, Hashable {
    public let field: String
    public let from: EntityID
    public let to: EntityID
  }

  /// All references, in the order of the things that make them; each thing's begin where its number says.
  private let edges: [Edge]
  private let begins: [Int]
  /// The places of references among all, by what they lead to; each thing's begin where its number says.
  private let incoming: [Int]
  private let incomingBegins: [Int]
  /// The number of each thing.
  private let numbers: [EntityID: Int]

  /// Chains such as node, guest, guest, host are never longer; a cycle is told elsewhere.
  private static let chainLimit = 16

  /// Takes records with the number of each in their list. Of references to nothing, which are told elsewhere, nothing
  /// is kept.
  init(of records: [Record], numbers: [EntityID: Int]) {
    var (edges, begins, targets): ([Edge], [Int], [Int]) = ([], [], [])
    begins.reserveCapacity(records.count + 1)
    var counts = [Int](repeating: 0, count: records.count + 1)
    for record in records {
      begins.append(edges.count)
      for use in record.facts.references {
        guard let reference = use.reference, let target = numbers[reference.entity] else { continue }
        edges.append(Edge(field: use.field, from: record.id, to: reference.entity))
        targets.append(target)
        counts[target + 1] += 1
      }
    }
    begins.append(edges.count)
    for number in records.indices { counts[number + 1] += counts[number] }
    var next = counts
    var incoming = [Int](repeating: 0, count: edges.count)
    for (edge, target) in targets.enumerated() {
      incoming[next[target]] = edge
      next[target] += 1
    }
    (self.edges, self.begins, self.incoming, incomingBegins) = (edges, begins, incoming, counts)
    self.numbers = numbers
  }

  private func outgoing(_ id: EntityID) -> ArraySlice<Edge> {
    numbers[id].map { edges[begins[$0]..<begins[$0 + 1]] } ?? []
  }

  private func incoming(_ id: EntityID) -> ArraySlice<Int> {
    numbers[id].map { incoming[incomingBegins[$0]..<incomingBegins[$0 + 1]] } ?? []
  }

  /// What a thing refers to, in the order of its fields; by one field only, where it is given.
  public func targets(of id: EntityID, by field: String? = nil) -> [EntityID] {
    var targets: [EntityID] = []
    for edge in outgoing(id)
    where (field == nil || edge.field == field) && !targets.contains(edge.to) {
      targets.append(edge.to)
    }
    return targets
  }

  /// The numbers of what refers to something by a field, and of what it refers to, things in the order of their numbers.
  func numbered(by field: String) -> [(from: Int, to: [Int])] {
    begins.indices.dropLast().compactMap { number in
      let targets = edges[begins[number]..<begins[number + 1]].filter { $0.field == field }
        .compactMap { numbers[$0.to] }
      return targets.isEmpty ? nil : (number, targets)
    }
  }

  /// What refers to a thing, in the order of declaration; things of one kind or by one field only, where it is given.
  public func sources(of id: EntityID, kind: Kind? = nil, by field: String? = nil) -> [EntityID] {
    var sources: [EntityID] = []
    for edge in incoming(id).lazy.map({ edges[$0] })
    where (kind == nil || edge.from.kind == kind) && (field == nil || edge.field == field) {
      // All that one thing says stands together.
      if sources.last != edge.from { sources.append(edge.from) }
    }
    return sources
  }

  /// What a node or guest runs on, step by step down to the machine: guest, then host.
  public func chain(of id: EntityID) -> [EntityID] {
    var chain: [EntityID] = []
    var current = id
    while chain.count < Self.chainLimit, let next = targets(of: current, by: "runsOn").first,
      next.kind == .guest || next.kind == .host, !chain.contains(next)
    {
      chain.append(next)
      current = next
    }
    return chain
  }

  /// The machine that something runs on in the end; a machine runs on itself.
  public func host(of id: EntityID) -> EntityID? {
    id.kind == .host ? id : chain(of: id).last { $0.kind == .host }
  }

  /// The guests of a machine, also those inside other guests.
  public func guests(on host: EntityID) -> [EntityID] {
    var found: [EntityID] = []
    var open = [host]
    while let next = open.popLast() {
      for guest in sources(of: next, kind: .guest, by: "runsOn") where !found.contains(guest) {
        found.append(guest)
        open.append(guest)
      }
    }
    return found.sorted()
  }

  /// The nodes of a cluster.
  public func nodes(of cluster: EntityID) -> [EntityID] { sources(of: cluster, kind: .node, by: "cluster") }

  /// The nodes that a machine carries, itself or through its guests.
  public func nodes(on host: EntityID) -> [EntityID] {
    ([host] + guests(on: host)).flatMap { sources(of: $0, kind: .node, by: "runsOn") }.sorted()
  }
}
