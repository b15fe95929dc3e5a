@testable import Inventory

/// Homelabs that nobody would build, each from its seed.
struct RandomTopology {
  private var state: UInt64
  private var number = 0
  private var lines: [Topology.Line] = []

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func topology() -> Topology {
    let gates = boxes(0...2, .component)
    let storages = boxes(0...3, .component)
    var clusters: [Topology.Box] = []
    for _ in 0..<below(7) {
      let cluster = box(.cluster, boxes(0...9, .app) + boxes(0...2, .component))
      if let gate = gates.randomElement(using: &self) {
        lines.append(Topology.Line(kind: .gate, from: gate.id, to: cluster.id))
      }
      for app in cluster.boxes where below(2) == 0 && app.id.kind == .app {
        lines.append(Topology.Line(kind: .exposed, from: cluster.id, to: app.id))
      }
      for storage in storages where below(2) == 0 {
        lines.append(Topology.Line(kind: .storage, from: cluster.id, to: storage.id))
      }
      clusters.append(cluster)
    }
    var places: [Topology.Box] = []
    for _ in 0..<below(4) {
      var hosts: [Topology.Box] = []
      for _ in 0..<below(9) { hosts.append(host(in: clusters, depth: 0, .host)) }
      places.append(box(.site, hosts))
    }
    for _ in 0..<below(3) { places.append(host(in: clusters, depth: 0, .host)) }
    return Topology(places: places, clusters: clusters, gates: gates, storages: storages, lines: lines)
  }

  private mutating func host(in clusters: [Topology.Box], depth: Int, _ kind: Kind) -> Topology.Box {
    var inner: [Topology.Box] = []
    if depth < 5 { for _ in 0..<below(3) { inner.append(host(in: clusters, depth: depth + 1, .guest)) } }
    for node in boxes(0...3, .node) {
      if let cluster = clusters.randomElement(using: &self) {
        lines.append(Topology.Line(kind: .member, from: node.id, to: cluster.id))
      }
      inner.append(node)
    }
    return box(kind, inner)
  }

  private mutating func boxes(_ count: ClosedRange<Int>, _ kind: Kind) -> [Topology.Box] {
    (0..<Int.random(in: count, using: &self)).map { _ in box(kind, []) }
  }

  private mutating func box(_ kind: Kind, _ inner: [Topology.Box]) -> Topology.Box {
    number += 1
    return Topology.Box(
      id: EntityID(kind, "x\(number)"), title: words(1...3), subtitle: words(0...8), note: words(0...6),
      status: below(5) == 0 ? .degraded : .active, state: below(5) == 0 ? "degradado" : "",
      count: below(6) == 0 ? 3 : 1, boxes: inner)
  }

  private mutating func words(_ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &self)).map { _ in
      ["a", "nodo", "de", "WWWWWWWWWWWWWWWWWWWWWWWWWWWW", "almacenamiento", "·", "ñandú", "數據", "x.y"][
        below(9)]
    }.joined(separator: " ")
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}

extension RandomTopology: RandomNumberGenerator {
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 29)
  }
}
