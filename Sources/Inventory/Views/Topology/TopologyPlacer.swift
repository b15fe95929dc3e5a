/// Gives boxes their places: each below the texts of the one around it, as high as what is inside it.
struct TopologyPlacer {
  private(set) var boxes: [TopologyDrawing.Box] = []
  private(set) var lines: [TopologyDrawing.Line] = []

  /// From the texts of a box to what is inside.
  private static let step = 10
  /// Above boxes that hang from a gate, where the line to them runs.
  private static let drop = 24
  /// How far right of its cluster's edge a gate begins, and how far right of that the line runs through it.
  private static let gateInset = (edge: 8, line: 14)

  /// Places a row of boxes of the same height and tells where it ends.
  mutating func place(_ row: TopologyShelf, x: Int, y: Int) -> (indices: [Int], bottom: Int) {
    var x = x
    var indices: [Int] = []
    for (piece, width) in zip(row.pieces, row.widths) {
      indices.append(place(piece, x: x, y: y, width: width))
      x += width + TopologyShelf.gap
    }
    let height = indices.map { boxes[$0].frame.height }.max() ?? 0
    for index in indices { boxes[index].frame.height = height }
    return (indices, y + height)
  }

  /// Places a box with all inside it and tells its index.
  mutating func place(_ piece: TopologyPiece, x: Int, y: Int, width: Int) -> Int {
    let index = boxes.count
    let margins = piece.margins
    var bottom = y + margins.top
    let texts = texts(of: piece, x: x + margins.left, width: width - margins.wide, bottom: &bottom)
    boxes.append(
      TopologyDrawing.Box(
        shape: piece.shape, id: piece.id, frame: Frame(x: x, y: y, width: width, height: 0),
        label: piece.label, texts: texts, livery: piece.livery, status: piece.status, count: piece.count))
    let room = width - margins.wide
    let gate = piece.gate.first.map { placeGate($0, x: x, y: y, width: width) }
    let hung = TopologyShelf.rows(of: piece.hung, within: room)
    // Boxes one below the other are reached from the side, which needs no room above them.
    let isColumn = hung.allSatisfy { $0.pieces.count == 1 }
    for row in hung {
      let placed = place(row, x: x + margins.left, y: bottom + (isColumn ? TopologyShelf.gap : Self.drop))
      if let gate { hang(placed.indices, from: gate, fromSide: isColumn, livery: piece.livery) }
      bottom = placed.bottom
    }
    for (number, row) in TopologyShelf.rows(of: piece.inner, within: room).enumerated() {
      let distance = number == 0 && hung.isEmpty ? Self.step : TopologyShelf.gap
      bottom = place(row, x: x + margins.left, y: bottom + distance).bottom
    }
    boxes[index].frame.height = bottom + margins.bottom - y
    return index
  }

  /// Where a line enters a gate.
  func entry(of gate: Int) -> TopologyDrawing.Point {
    let frame = boxes[gate].frame
    return TopologyDrawing.Point(x: frame.x + Self.gateInset.line, y: frame.y)
  }

  mutating func draw(
    _ kind: TopologyDrawing.Line.Kind, _ points: [TopologyDrawing.Point], livery: Int? = nil
  ) {
    var kept: [TopologyDrawing.Point] = []
    for point in points where kept.last != point { kept.append(point) }
    lines.append(TopologyDrawing.Line(kind: kind, livery: livery, points: kept))
  }
}

extension TopologyPlacer {
  /// A gate stands on the upper edge of its cluster.
  private mutating func placeGate(_ gate: TopologyPiece, x: Int, y: Int, width: Int) -> Int {
    let index = place(
      gate, x: x + Self.gateInset.edge, y: y, width: min(gate.wish, width - 2 * Self.gateInset.edge))
    let half = boxes[index].frame.height / 2
    boxes[index].move(up: half)
    return index
  }

  /// Lines from a gate down along the edge of its cluster and to each box of a row.
  private mutating func hang(_ row: [Int], from gate: Int, fromSide: Bool, livery: Int?) {
    let rail = entry(of: gate).x
    for box in row.map({ boxes[$0].frame }) {
      let bus = fromSide ? box.y + box.height / 2 : box.y - Self.drop / 2
      var points: [TopologyDrawing.Point] = [
        .init(x: rail, y: boxes[gate].frame.bottom), .init(x: rail, y: bus),
      ]
      if fromSide {
        points.append(.init(x: box.x, y: bus))
      } else {
        points += [.init(x: box.x + box.width / 2, y: bus), .init(x: box.x + box.width / 2, y: box.y)]
      }
      draw(.exposed, points, livery: livery)
    }
  }

  private func texts(
    of piece: TopologyPiece, x: Int, width: Int, bottom: inout Int
  ) -> [TopologyDrawing.Text] {
    var texts: [TopologyDrawing.Text] = []
    for words in piece.words {
      let measure = words.style.measure
      let room = piece.room(beside: words.style)
      for line in measure.lines(
        of: words.text, within: width - room.left - room.right, atMost: words.limit)
      {
        bottom += measure.lineHeight
        texts.append(
          TopologyDrawing.Text(style: words.style, x: x + room.left, y: bottom - 4, text: line))
      }
    }
    return texts
  }
}

extension TopologyPiece {
  /// What its sign takes before a text: that of a cluster before its name, the lamps of a machine behind its own.
  func room(beside style: TopologyDrawing.Text.Style) -> (left: Int, right: Int) {
    switch (shape, style) {
    case (.cluster, .heading): (22, 0)
    case (.host, .name): (0, 26)
    default: (0, 0)
    }
  }
}

extension TopologyDrawing.Box {
  fileprivate mutating func move(up distance: Int) {
    frame.y -= distance
    texts = texts.map {
      TopologyDrawing.Text(style: $0.style, x: $0.x, y: $0.y - distance, text: $0.text)
    }
  }
}
