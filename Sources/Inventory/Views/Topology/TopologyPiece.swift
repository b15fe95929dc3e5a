/// A box of the topology before it has a place: what it says, what is inside it, and how much room it wants.
struct TopologyPiece {
  typealias Shape = TopologyDrawing.Box.Shape

  /// A text that may be broken into lines.
  struct Words {
    let style: TopologyDrawing.Text.Style
    let text: String
    let limit: Int

    init(_ style: TopologyDrawing.Text.Style, _ text: String, upTo limit: Int = 1) {
      (self.style, self.text, self.limit) = (style, text, limit)
    }
  }

  let shape: Shape
  let id: EntityID?
  let words: [Words]
  var livery: Int?
  var status = LifeStatus.active
  var count = 1
  /// What stands at its upper edge and lets requests in.
  var gate: [TopologyPiece] = []
  /// What hangs from the gate.
  var hung: [TopologyPiece] = []
  var inner: [TopologyPiece] = []

  /// All its words, for those who point at it.
  var label: String { words.map(\.text).joined(separator: " · ") }

  var isLeaf: Bool { hung.isEmpty && inner.isEmpty }

  var margins: Margins {
    switch shape {
    case .cluster: Margins(left: gate.isEmpty ? 16 : 40, top: gate.isEmpty ? 14 : 24, right: 16, bottom: 16)
    case .site: Margins(left: 14, top: 12, right: 14, bottom: 14)
    case .host: Margins(left: 12, top: 10, right: 12, bottom: 12)
    case .guest: Margins(left: 10, top: 8, right: 10, bottom: 10)
    case .node: Margins(left: 30, top: 7, right: 8, bottom: 8)
    case .storage: Margins(left: 12, top: 14, right: 12, bottom: 12)
    case .internet: Margins(left: 36, top: 9, right: 16, bottom: 9)
    case .gate: Margins(left: 26, top: 3, right: 12, bottom: 4)
    case .app, .more: Margins(left: 10, top: 8, right: 10, bottom: 9)
    }
  }

  /// What stands between its edge and what is inside; sheets behind it, which tell that there are several, included.
  struct Margins {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    var wide: Int { left + right }
  }

  /// The least that it may be wide.
  var least: Int {
    let texts = words.map { min($0.style.measure.widestWord(of: $0.text), Self.longestWord) }.max() ?? 0
    let inside = max(texts, (gate + hung + inner).map(\.least).max() ?? 0)
    return max(Self.floor, inside + margins.wide)
  }

  /// How wide it would like to be.
  var wish: Int {
    let texts = words.map { min($0.style.measure.width(of: $0.text), Self.longestLine) }.max() ?? 0
    let inside = max(texts, Self.wish(of: hung), Self.wish(of: inner), gate.map(\.wish).max() ?? 0)
    return max(least, inside + margins.wide)
  }

  private static func wish(of pieces: [TopologyPiece]) -> Int {
    guard !pieces.isEmpty else { return 0 }
    let columns = pieces.count <= 3 ? pieces.count : (pieces.count + 1) / 2
    let wide = pieces.map(\.wish)
    return pieces.count <= 3
      ? wide.reduce(0, +) + (columns - 1) * TopologyShelf.gap
      : min(columns, 4) * ((wide.max() ?? 0) + TopologyShelf.gap) - TopologyShelf.gap
  }

  /// A box is at least as wide as a short word.
  private static let floor = 64
  /// Longer words are cut.
  private static let longestWord = 104
  /// Longer lines are broken, where they may be.
  private static let longestLine = 172
}
