extension YAMLBuilder {
  /// A list or map that is still open.
  struct Frame {
    let isMap: Bool
    let anchor: String?
    /// The key that waits for its value.
    private(set) var key: Key?

    private let range: Range<Int>
    private var items: [Node] = []
    private var entries: [Node.Entry] = []
    /// What `<<` brings in, to be added behind the map's own entries.
    private var merged: [Node.Entry] = []
    /// The keys so far, once there are so many that looking through them one by one is slow.
    private var keys: Set<String> = []
    private var weight = 1
    private var height = 0

    init(isMap: Bool, anchor: String?, range: Range<Int>) {
      self.isMap = isMap
      self.anchor = anchor
      self.range = range
    }
  }

  struct Key {
    var text: String
    var range: Range<Int>
    /// An unquoted `<<`.
    var isMerge: Bool
  }

  /// Why a node cannot stand where it stands.
  struct Refusal {
    enum Fault {
      case keyNotText
      case mergeOfNoMap
      case duplicate(String, first: Range<Int>)
    }

    var fault: Fault
    var range: Range<Int>
  }
}

extension YAMLBuilder.Frame {
  /// Maps with fewer entries are looked through one by one.
  private static let keysWorthASet = 16

  /// Takes the next item, key or value.
  mutating func take(_ built: YAMLBuilder.Built) -> YAMLBuilder.Refusal? {
    guard isMap else {
      weigh(built)
      items.append(built.node)
      return nil
    }
    guard let key else { return takeKey(built.node) }
    weigh(built)
    self.key = nil
    guard !key.isMerge else { return merge(built.node) }
    entries.append(Node.Entry(key: key.text, keyRange: key.range, value: built.node))
    return nil
  }

  /// The finished list or map; a block ends where its last child ends, not where the next thing begins.
  func finished(endMark: Range<Int>) -> YAMLBuilder.Built {
    let lastEnd = isMap ? entries.last?.value.range.upperBound : items.last?.range.upperBound
    let end = endMark.isEmpty ? lastEnd ?? range.upperBound : endMark.upperBound
    let whole = range.lowerBound..<max(range.lowerBound, end)
    let node = Node(isMap ? .map(entries + newlyMerged) : .list(items), range: whole)
    return YAMLBuilder.Built(node: node, weight: weight, height: height + 1)
  }
}

extension YAMLBuilder.Frame {
  private mutating func weigh(_ built: YAMLBuilder.Built) {
    weight += built.weight
    height = max(height, built.height)
  }

  private mutating func takeKey(_ node: Node) -> YAMLBuilder.Refusal? {
    guard case .scalar(let text, let isPlain) = node.content else {
      return YAMLBuilder.Refusal(fault: .keyNotText, range: node.range)
    }
    key = YAMLBuilder.Key(text: text, range: node.range, isMerge: isPlain && text == "<<")
    guard let first = earlier(text) else { return nil }
    return YAMLBuilder.Refusal(fault: .duplicate(text, first: first), range: node.range)
  }

  private mutating func earlier(_ text: String) -> Range<Int>? {
    if entries.count >= Self.keysWorthASet {
      if keys.isEmpty { keys = Set(entries.map(\.key)) }
      guard !keys.insert(text).inserted else { return nil }
    }
    let count = text.utf8.count
    return entries.first { $0.key.utf8.count == count && $0.key == text }?.keyRange
  }

  /// Takes over the entries of a map, or of a list of maps of which the earlier ones win.
  private mutating func merge(_ node: Node) -> YAMLBuilder.Refusal? {
    let sources = node.list ?? [node]
    for source in sources {
      guard let brought = source.entries else {
        return YAMLBuilder.Refusal(fault: .mergeOfNoMap, range: source.range)
      }
      merged += brought
    }
    return nil
  }

  /// What the merge keys bring in that the map does not say itself.
  private var newlyMerged: [Node.Entry] {
    guard !merged.isEmpty else { return [] }
    var known = Set(entries.map(\.key))
    return merged.filter { known.insert($0.key).inserted }
  }
}
