/// Puts the strata of a drawing below each other and the lines between them.
struct TopologyPlan {
  private let clusters: [TopologyPiece]
  private let storages: [TopologyPiece]
  private let places: [TopologyPiece]
  /// Which storage each cluster keeps its volumes on, by the index of the storage.
  private let kept: [EntityID: [Int]]
  private let width: Int
  private var placer = TopologyPlacer()
  private var rows: [Row] = []
  private var y = Self.edge

  /// A row of clusters.
  private struct Row {
    let boxes: [Int]
    let gates: [Int]
    let top: Int
    let bottom: Int
  }

  /// Around everything.
  private static let edge = 8
  /// Where lines to lower rows run down: on the left those of requests, on the right those to storage.
  private static let rail = 18
  /// Between lines that run side by side.
  private static let lane = 9
  /// From a box to the first line below it.
  private static let clearance = 14
  /// Above a row of gates, and from the line there to the boxes.
  private static let approach = (height: 52, bus: 28)
  /// Between strata without lines.
  private static let gap = 24

  init(_ pieces: TopologyPieces, within width: Int) {
    // What the internet reaches comes first, where the line to it is shortest.
    clusters = pieces.clusters.filter { !$0.gate.isEmpty } + pieces.clusters.filter(\.gate.isEmpty)
    storages = pieces.storages
    places = pieces.places
    kept = pieces.kept
    let rails = Self.rail + storages.count * Self.lane + Self.clearance
    let least = (clusters + places).map(\.least).max() ?? 0
    let beside = storages.map(\.least).reduce(0, +) + max(0, storages.count - 1) * TopologyShelf.gap
    self.width = max(width, max(least + rails, beside) + 2 * Self.edge)
  }

  mutating func drawing() -> TopologyDrawing {
    let internet = placeInternet()
    placeClusters()
    let cylinders = placeStorages()
    for row in TopologyShelf.rows(of: places, within: width - 2 * Self.edge) {
      y = placer.place(row, x: Self.edge, y: y).bottom + Self.gap
    }
    if let internet { drawIngress(from: internet) }
    drawStorage(to: cylinders)
    let height = max(y - Self.gap, rows.last?.bottom ?? 0) + Self.edge
    return TopologyDrawing(width: width, height: height, boxes: placer.boxes, lines: placer.lines)
  }

  private func bus(above row: Row) -> Int { row.top - Self.approach.bus }

  private func lane(_ storage: Int, below row: Row) -> Int {
    row.bottom + Self.clearance + storage * Self.lane
  }
}

extension TopologyPlan {
  /// Where the internet is drawn, if it reaches anything; it is moved above what it reaches once that has a place.
  private mutating func placeInternet() -> TopologyPiece? {
    guard clusters.first?.gate.isEmpty == false else { return nil }
    let piece = TopologyPiece(shape: .internet, id: nil, words: [.init(.name, "Internet")])
    y += piece.margins.top + piece.margins.bottom + TopologyDrawing.Text.Style.name.measure.lineHeight
    return piece
  }

  private mutating func placeClusters() {
    let shelves = shelves()
    for (number, shelf) in shelves.enumerated() {
      let hasGates = shelf.pieces.contains { !$0.gate.isEmpty }
      if hasGates { y += Self.approach.height }
      let start = placer.boxes.count
      let x = Self.edge + (shelves.count > 1 && hasRail ? Self.rail : 0)
      let placed = placer.place(shelf, x: x, y: y)
      let gates = (start..<placer.boxes.count).filter { placer.boxes[$0].shape == .gate }
      rows.append(Row(boxes: placed.indices, gates: gates, top: y, bottom: placed.bottom))
      y = placed.bottom + (storages.isEmpty ? 0 : Self.clearance + (storages.count - 1) * Self.lane)
      let isLast = number == shelves.count - 1
      y += isLast ? Self.gap : shelves[number + 1].pieces.contains { !$0.gate.isEmpty } ? 0 : Self.gap
    }
  }

  private var hasRail: Bool { clusters.filter { !$0.gate.isEmpty }.count > 1 }

  /// The rows of clusters; where there are several, lines run beside them.
  private func shelves() -> [TopologyShelf] {
    let whole = width - 2 * Self.edge
    let single = TopologyShelf.rows(of: clusters, within: whole)
    guard single.count > 1 else { return single }
    let right = storages.isEmpty ? 0 : Self.clearance + (storages.count - 1) * Self.lane
    return TopologyShelf.rows(of: clusters, within: whole - (hasRail ? Self.rail : 0) - right)
  }

  /// All storage in one row, so that no line to one runs through another.
  private mutating func placeStorages() -> [Int] {
    guard !storages.isEmpty else { return [] }
    let row = TopologyShelf.row(of: storages, within: width - 2 * Self.edge)
    let placed = placer.place(row, x: Self.edge, y: y)
    y = placed.bottom + Self.gap
    return placed.indices
  }
}

extension TopologyPlan {
  /// The internet above what it reaches in the first row, with a line to every gate.
  private mutating func drawIngress(from piece: TopologyPiece) {
    guard let first = rows.first else { return }
    let entries = first.gates.map { placer.entry(of: $0).x }
    let middle = entries.isEmpty ? width / 2 : entries.reduce(0, +) / entries.count
    let x = max(Self.edge, min(middle - piece.wish / 2, width - Self.edge - piece.wish))
    let box = placer.place(piece, x: x, y: Self.edge, width: piece.wish)
    let frame = placer.boxes[box].frame
    let trunk = max(frame.x + 10, min(middle, frame.right - 10))
    for row in rows {
      for gate in row.gates {
        let entry = placer.entry(of: gate)
        var points: [TopologyDrawing.Point] = [
          .init(x: trunk, y: frame.bottom), .init(x: trunk, y: bus(above: first)),
        ]
        if row.top != first.top {
          let rail = Self.edge + 4
          points += [.init(x: rail, y: bus(above: first)), .init(x: rail, y: bus(above: row))]
        }
        points += [.init(x: entry.x, y: bus(above: row)), entry]
        placer.draw(.ingress, points)
      }
    }
  }

  /// A line from each cluster to each storage it uses: below its row, from upper rows down along the right edge.
  private mutating func drawStorage(to cylinders: [Int]) {
    guard let last = rows.last else { return }
    for row in rows {
      for box in row.boxes {
        let cluster = placer.boxes[box]
        for (number, storage) in (cluster.id.flatMap { kept[$0] } ?? []).enumerated() {
          let target = placer.boxes[cylinders[storage]].frame
          let port = cluster.frame.right - 24 - number * Self.clearance
          let lane = lane(storage, below: row)
          var points: [TopologyDrawing.Point] = [
            .init(x: port, y: cluster.frame.bottom), .init(x: port, y: lane),
          ]
          if row.top != last.top {
            let rail = width - Self.edge - storage * Self.lane
            points += [.init(x: rail, y: lane), .init(x: rail, y: self.lane(storage, below: last))]
          }
          let middle = target.x + target.width / 2
          points += [
            .init(x: middle, y: self.lane(storage, below: last)), .init(x: middle, y: target.y),
          ]
          placer.draw(.storage, points, livery: cluster.livery)
        }
      }
    }
  }
}
