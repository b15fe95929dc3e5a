/// Who refers to whom, both ways: nothing here is typed in by the author.
///
/// Things go by their numbers in the list of all: large inventories ask for hundreds of thousands of relations, and
/// names cost more to pass on than all else.
public struct Relations: Sendable, Equatable {
  /// One thing that refers to another, and by which of the fields.
  private struct Edge: Sendable, Equatable {
    let field: Int
    let from: Int
    let to: Int
  }

  /// The name of each thing.
  private let ids: [EntityID]
  private let numbers: [EntityID: Int]
  /// The names of the fields by which anything refers to anything.
  private let fields: [String]
  /// All references, in the order of the things that make them; each thing's begin where its number says.
  private let edges: [Edge]
  private let begins: [Int]
  /// The places of references among all, by what they lead to; each thing's begin where its number says.
  private let incoming: [Int]
  private let incomingBegins: [Int]

  /// Chains such as node, guest, guest, host are never longer; a cycle is told elsewhere.
  private static let chainLimit = 16

  /// Takes records with the number of each in their list. Of references to nothing, which are told elsewhere, nothing
  /// is kept.
  init(of records: [Record], numbers: [EntityID: Int]) {
    var (edges, begins, fields): ([Edge], [Int], [String]) = ([], [], [])
    begins.reserveCapacity(records.count + 1)
    var counts = [Int](repeating: 0, count: records.count + 1)
    for (number, record) in records.enumerated() {
      begins.append(edges.count)
      for use in record.facts.references {
        guard let reference = use.reference, let target = numbers[reference.entity] else { continue }
        let field = fields.firstIndex(of: use.field) ?? fields.endIndex
        if field == fields.endIndex { fields.append(use.field) }
        edges.append(Edge(field: field, from: number, to: target))
        counts[target + 1] += 1
      }
    }
    begins.append(edges.count)
    for number in records.indices { counts[number + 1] += counts[number] }
    var next = counts
    var incoming = [Int](repeating: 0, count: edges.count)
    for (place, edge) in edges.enumerated() {
      incoming[next[edge.to]] = place
      next[edge.to] += 1
    }
    ids = records.map(\.id)
    (self.numbers, self.fields, self.edges, self.begins) = (numbers, fields, edges, begins)
    (self.incoming, incomingBegins) = (incoming, counts)
  }
}

extension Relations {
  /// The number of a thing; nil for one that is not declared.
  func number(of id: EntityID) -> Int? { numbers[id] }

  /// The name of a thing.
  func id(_ number: Int) -> EntityID { ids[number] }

  /// The names of things, in their order.
  func sorted(_ things: [Int]) -> [Int] { things.count < 2 ? things : things.sorted { ids[$0] < ids[$1] } }

  /// The number of a field; one that no reference has where nothing refers by it.
  func field(_ name: String) -> Int { fields.firstIndex(of: name) ?? fields.endIndex }

  /// Adds what a thing refers to by a field, each as often as it says so.
  func add(targetsOf number: Int, by field: Int, to found: inout [Int]) {
    for place in begins[number]..<begins[number + 1] where edges[place].field == field {
      found.append(edges[place].to)
    }
  }

  /// What a thing refers to, in the order of its fields; by one field only, where it is given.
  func targets(of number: Int, by field: Int? = nil) -> [Int] {
    var targets: [Int] = []
    for place in begins[number]..<begins[number + 1]
    where (field == nil || edges[place].field == field) && !targets.contains(edges[place].to) {
      targets.append(edges[place].to)
    }
    return targets
  }

  /// What refers to a thing, in the order of declaration; things of one kind or by one field only, where it is given.
  func sources(of number: Int, kind: Kind? = nil, by field: Int? = nil) -> [Int] {
    var sources: [Int] = []
    for place in incomingBegins[number]..<incomingBegins[number + 1] {
      let edge = edges[incoming[place]]
      // All that one thing says stands together.
      guard field == nil || edge.field == field, sources.last != edge.from else { continue }
      if kind == nil || ids[edge.from].kind == kind { sources.append(edge.from) }
    }
    return sources
  }

  /// What a node or guest runs on, step by step down to the machine: guest, then host.
  func chain(of number: Int) -> [Int] {
    let runsOn = field("runsOn")
    var chain: [Int] = []
    var current = number
    while chain.count < Self.chainLimit, let next = targets(of: current, by: runsOn).first,
      ids[next].kind == .guest || ids[next].kind == .host, !chain.contains(next)
    {
      chain.append(next)
      current = next
    }
    return chain
  }

  /// The machine that something runs on in the end; a machine runs on itself.
  func host(of number: Int) -> Int? {
    ids[number].kind == .host ? number : chain(of: number).last { ids[$0].kind == .host }
  }

  /// The guests of a machine, also those inside other guests.
  func guests(on host: Int) -> [Int] {
    let runsOn = field("runsOn")
    var found: [Int] = []
    var open = [host]
    while let next = open.popLast() {
      for guest in sources(of: next, kind: .guest, by: runsOn) where !found.contains(guest) {
        found.append(guest)
        open.append(guest)
      }
    }
    return sorted(found)
  }

  /// The nodes that a machine carries, itself or through its guests.
  func nodes(on host: Int) -> [Int] {
    let runsOn = field("runsOn")
    return sorted(([host] + guests(on: host)).flatMap { sources(of: $0, kind: .node, by: runsOn) })
  }
}
