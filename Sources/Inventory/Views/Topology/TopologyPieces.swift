import Language

/// The boxes of a topology with what each says in a drawing.
struct TopologyPieces {
  let clusters: [TopologyPiece]
  let storages: [TopologyPiece]
  let places: [TopologyPiece]
  /// Which of the storages each cluster keeps its volumes on.
  let kept: [EntityID: [Int]]

  /// Of more boxes than this in one, the last are only counted.
  static let limit = 24

  init(of topology: Topology, in tongue: Tongue) {
    let maker = Maker(topology, tongue)
    clusters = topology.clusters.map(maker.cluster)
    storages = topology.storages.map(maker.storage)
    places = topology.places.map { maker.place($0, inside: "") }
    let numbers = Dictionary(
      topology.storages.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var kept: [EntityID: [Int]] = [:]
    for line in topology.lines where line.kind == .storage {
      if let number = numbers[line.to] { kept[line.from, default: []].append(number) }
    }
    self.kept = kept
  }
}

/// Makes the pieces, knowing who belongs to whom.
private struct Maker {
  private let tongue: Tongue
  private let gates: [EntityID: Topology.Box]
  private let exposed: Set<EntityID>
  private let clusters: [EntityID: (number: Int, title: String)]
  /// The cluster of each node.
  private let homes: [EntityID: EntityID]
  /// What keeps volumes on each machine.
  private let kept: [EntityID: [Topology.Box]]

  init(_ topology: Topology, _ tongue: Tongue) {
    self.tongue = tongue
    let boxes = Dictionary(topology.gates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func ends(_ kind: Topology.Line.Kind) -> [Topology.Line] { topology.lines.filter { $0.kind == kind } }
    gates = Dictionary(
      ends(.gate).compactMap { line in boxes[line.from].map { (line.to, $0) } },
      uniquingKeysWith: { first, _ in first })
    exposed = Set(ends(.exposed).map(\.to))
    clusters = Dictionary(
      topology.clusters.enumerated().map { ($1.id, ($0, $1.title)) }, uniquingKeysWith: { first, _ in first })
    let storages = Dictionary(
      topology.storages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    kept = Dictionary(grouping: ends(.backed), by: \.to).mapValues { $0.compactMap { storages[$0.from] } }
    homes = Dictionary(ends(.member).map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
  }

  func cluster(_ box: Topology.Box) -> TopologyPiece {
    let hung = box.boxes.filter { exposed.contains($0.id) }
    var piece = self.piece(.cluster, box, [.init(.heading, title(box), upTo: 2)])
    piece.livery = clusters[box.id]?.number
    if !hung.isEmpty {
      let title = gates[box.id]?.title ?? tongue.pick(en: "entry", es: "entrada")
      var gate = TopologyPiece(shape: .gate, id: gates[box.id]?.id, words: [.init(.state, title)])
      gate.livery = piece.livery
      piece.gate = [gate]
    }
    piece.hung = counted(hung.map { app($0, isExposed: true) })
    piece.inner = counted(
      box.boxes.filter { !exposed.contains($0.id) }.map { inner in
        inner.id.kind == .component ? storage(inner) : app(inner, isExposed: false)
      })
    return piece
  }

  func storage(_ box: Topology.Box) -> TopologyPiece {
    let machine = box.note.isEmpty ? "" : tongue.pick(en: "on \(box.note)", es: "en \(box.note)")
    let details = [box.subtitle.uppercased(), machine].filter { !$0.isEmpty }.joined(separator: " · ")
    return TopologyPiece(
      shape: .storage, id: box.id,
      words: [.init(.name, title(box), upTo: 2)] + words(.detail, details, upTo: 2)
        + words(.state, box.state), status: box.status)
  }

  /// A site, machine, guest or node; a node says of which cluster it is and not its name again.
  func place(_ box: Topology.Box, inside outer: String) -> TopologyPiece {
    if box.id.kind == .node { return node(box, inside: outer) }
    let shape: TopologyPiece.Shape = box.id.kind == .site ? .site : box.id.kind == .host ? .host : .guest
    let title = TopologyPiece.Words(shape == .site ? .heading : .name, title(box), upTo: 2)
    var piece = self.piece(shape, box, [title])
    let volumes = (kept[box.id] ?? []).map {
      TopologyPiece(shape: .storage, id: $0.id, words: [.init(.name, $0.title, upTo: 2)])
    }
    piece.inner = counted(box.boxes.map { place($0, inside: box.title) }) + volumes
    return piece
  }

  private func node(_ box: Topology.Box, inside outer: String) -> TopologyPiece {
    let home = homes[box.id].flatMap { clusters[$0] }
    let name = box.title == outer && !box.subtitle.isEmpty ? [] : [box.title]
    let all = (name + [box.subtitle, home?.title ?? ""]).filter { !$0.isEmpty }
    var first = all.first ?? ""
    if box.count > 1 { first += "\u{A0}×\(box.count)" }
    var piece = TopologyPiece(
      shape: .node, id: box.id,
      words: words(.name, first, upTo: 2)
        + all.dropFirst().flatMap { words(.detail, $0, upTo: 2) } + words(.state, box.state),
      status: box.status, count: box.count)
    piece.livery = home?.number
    return piece
  }

  private func app(_ box: Topology.Box, isExposed: Bool) -> TopologyPiece {
    let details = isExposed || box.subtitle.isEmpty ? [box.note] : [box.note, box.subtitle]
    return TopologyPiece(
      shape: .app, id: box.id,
      words: [.init(.name, title(box), upTo: 2)]
        + details.flatMap { words(.detail, $0, upTo: 2) } + words(.state, box.state),
      status: box.status, count: box.count)
  }

  private func piece(
    _ shape: TopologyPiece.Shape, _ box: Topology.Box, _ title: [TopologyPiece.Words]
  ) -> TopologyPiece {
    TopologyPiece(
      shape: shape, id: box.id,
      words: title + words(.detail, box.subtitle, upTo: 2) + words(.detail, box.note, upTo: 2)
        + words(.state, box.state), status: box.status, count: box.count)
  }

  private func words(
    _ style: TopologyDrawing.Text.Style, _ text: String, upTo limit: Int = 1
  ) -> [TopologyPiece.Words] {
    text.isEmpty ? [] : [.init(style, text, upTo: limit)]
  }

  private func title(_ box: Topology.Box) -> String {
    box.count > 1 ? "\(box.title)\u{A0}×\(box.count)" : box.title
  }

  /// The pieces, or as many as a drawing can hold and one that counts the rest.
  private func counted(_ pieces: [TopologyPiece]) -> [TopologyPiece] {
    guard pieces.count > TopologyPieces.limit else { return pieces }
    let rest = pieces.count - TopologyPieces.limit + 1
    let text = tongue.pick(en: "and \(rest) more", es: "y \(rest) más")
    return Array(pieces.prefix(TopologyPieces.limit - 1))
      + [TopologyPiece(shape: .more, id: nil, words: [.init(.detail, text)])]
  }
}

extension TopologyDrawing {
  /// Draws a topology in a width, or as much wider as its longest words need.
  public init(of topology: Topology, within width: Int, in tongue: Tongue) {
    var plan = TopologyPlan(TopologyPieces(of: topology, in: tongue), within: width)
    self = plan.drawing()
  }
}
