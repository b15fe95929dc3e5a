/// Boxes side by side in a given width: which stand in a row, and how wide each is.
struct TopologyShelf {
  /// Between boxes side by side, and between rows.
  static let gap = 12
  /// Boxes at the end of the last row do not grow beyond this many tenths of what they wish.
  private static let growth = 15

  /// A box alone in its row does not become a ribbon.
  private static let widestColumn = 250
  private static let widestSingle = 340
  /// Less room than this beside a row is not worth leaving.
  private static let worthLeaving = 200
  /// Rather than beginning another row, boxes shrink to this many tenths of what they wish.
  private static let shrinking = 7

  private(set) var pieces: [TopologyPiece] = []
  private(set) var widths: [Int] = []

  /// Puts pieces into rows: alike ones in columns, others as they come.
  static func rows(of pieces: [TopologyPiece], within width: Int) -> [TopologyShelf] {
    let areAlike = pieces.allSatisfy { $0.isLeaf && $0.shape != .host }
    return areAlike ? columns(of: pieces, within: width) : justified(pieces, within: width)
  }

  /// All in one row, which is wide enough for them; none is narrower than it must be.
  static func row(of pieces: [TopologyPiece], within width: Int) -> TopologyShelf {
    var row = TopologyShelf(pieces: pieces, widths: pieces.map(\.least))
    let room = width - row.widths.reduce(0, +) - (pieces.count - 1) * gap
    for index in row.widths.indices {
      row.widths[index] = min(row.widths[index] + room / pieces.count, max(row.widths[index], widestColumn))
    }
    return row
  }

  /// Columns of one width, as few rows as there may be and no row much shorter than the others.
  private static func columns(of pieces: [TopologyPiece], within width: Int) -> [TopologyShelf] {
    guard !pieces.isEmpty else { return [] }
    let wide = max(pieces.map(\.least).max() ?? 0, min(pieces.map(\.wish).max() ?? 0, 150))
    let fitting = max(1, (width + gap) / (wide + gap))
    let rows = (pieces.count + fitting - 1) / fitting
    let columns = (pieces.count + rows - 1) / rows
    let widest = columns == 1 ? widestSingle : widestColumn
    let each = min((width - (columns - 1) * gap) / columns, max(wide, widest))
    return stride(from: 0, to: pieces.count, by: columns).map { start in
      let row = Array(pieces[start..<min(start + columns, pieces.count)])
      return TopologyShelf(pieces: row, widths: Array(repeating: each, count: row.count))
    }
  }

  /// Row after row as much as fits, each stretched to the whole width; somewhat narrower if that saves a row.
  private static func justified(_ pieces: [TopologyPiece], within width: Int) -> [TopologyShelf] {
    let easy = filled(pieces, within: width) { $0.wish }
    let tight = filled(pieces, within: width) { max($0.least, $0.wish * shrinking / 10) }
    var rows = tight.count < easy.count ? tight : easy
    for index in rows.indices {
      rows[index].stretch(to: width, isLoose: index > 0 && index == rows.count - 1)
    }
    return rows
  }

  private static func filled(
    _ pieces: [TopologyPiece], within width: Int, wanting wanted: (TopologyPiece) -> Int
  ) -> [TopologyShelf] {
    var rows: [TopologyShelf] = []
    var room = 0
    for piece in pieces {
      let wanted = min(wanted(piece), width)
      if rows.isEmpty || wanted + gap > room {
        rows.append(TopologyShelf())
        room = width + gap
      }
      room -= wanted + gap
      rows[rows.count - 1].pieces.append(piece)
      rows[rows.count - 1].widths.append(wanted)
    }
    return rows
  }

  private mutating func stretch(to width: Int, isLoose: Bool) {
    let used = widths.reduce(0, +)
    let room = width - (widths.count - 1) * Self.gap
    guard used > 0, room > used else { return }
    if isLoose, room * 10 > used * Self.growth + Self.worthLeaving * 10 {
      widths = widths.map { $0 * Self.growth / 10 }
      return
    }
    widths = widths.map { $0 * room / used }
    // What rounding left over goes to the last, so that rows end in one line.
    widths[widths.count - 1] += room - widths.reduce(0, +)
  }
}
