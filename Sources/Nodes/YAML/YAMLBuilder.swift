import Diagnostics

/// Builds nodes from events, with a stack of its own: what the events mean is decided here.
struct YAMLBuilder {
  private(set) var documents: [Node] = []
  var report = Report()

  private let source: Source
  /// Where the parser's text begins in the source.
  private let base: Int
  private let documentLimit: Int
  /// How many lists and maps stand around what is built.
  private let depth: Int
  private var frames: [Frame] = []
  private var anchors: [String: Built] = [:]
  private var aliased = 0

  init(source: Source, base: Int, documentLimit: Int, depth: Int = 0) {
    self.source = source
    self.base = base
    self.documentLimit = documentLimit
    self.depth = depth
  }

  /// A finished node with what it weighs once its aliases are expanded.
  struct Built {
    var node: Node
    var weight = 1
    var height = 0
  }

  /// Takes the next event; false when nothing more is wanted, at the end or after a mistake that hides the rest.
  mutating func take(_ event: YAMLEvent) -> Bool {
    let range = event.range.lowerBound + base..<event.range.upperBound + base
    switch event.kind {
    case .scalar(let text, let style):
      if event.spansLines, style == .plain, let item = swallowedItem(in: range) {
        return fail(.swallowedItem, at: item)
      }
      let built = Built(node: scalar(text, style: style, tag: event.tag, range: range))
      return place(built, anchor: event.anchor)
    case .mapStart: return open(isMap: true, event, range: range)
    case .listStart: return open(isMap: false, event, range: range)
    case .end: return close(range: range)
    case .alias(let name): return expand(name, range: range)
    case .documentStart:
      anchors = [:]
      return documents.count < documentLimit || fail(.severalDocuments, at: range)
    case .streamStart, .documentEnd: return true
    case .streamEnd: return false
    }
  }
}

extension YAMLBuilder {
  /// Reports a mistake after which reading on makes no sense.
  private mutating func fail(_ finding: YAMLFinding, at range: Range<Int>) -> Bool {
    report.add(source.mistake(finding, at: range))
    return false
  }

  private mutating func scalar(_ text: String, style: YAMLEvent.Style, tag: String?, range: Range<Int>)
    -> Node
  {
    let node = Node(.scalar(text, isPlain: style == .plain), range: range)
    guard let tag else { return node }
    switch YAMLTag(tag).apply(to: node) {
    case .success(let node): return node
    case .failure(let refusal):
      report.add(source.mistake(refusal.finding, at: range))
      return node
    }
  }

  /// The `- ` of a list that is indented too deep: to YAML it continues the text of the line above.
  private func swallowedItem(in range: Range<Int>) -> Range<Int>? {
    var isAtStart = false
    for index in range.dropLast() {
      switch source.bytes[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isAtStart = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
      case UInt8(ascii: "-") where isAtStart && source.bytes[index + 1] == UInt8(ascii: " "):
        return index..<index + 1
      default: isAtStart = false
      }
    }
    return nil
  }

  private mutating func open(isMap: Bool, _ event: YAMLEvent, range: Range<Int>) -> Bool {
    if let frame = frames.last, frame.isMap, frame.key == nil { return fail(.keyNotText, at: range) }
    guard depth + frames.count < YAML.depthLimit else {
      return fail(.tooDeep(limit: YAML.depthLimit), at: range)
    }
    if let tag = event.tag, let finding = YAMLTag(tag).refusal(ofMap: isMap) {
      report.add(source.mistake(finding, at: range))
    }
    frames.append(Frame(isMap: isMap, anchor: event.anchor, range: range))
    return true
  }

  private mutating func close(range: Range<Int>) -> Bool {
    guard let frame = frames.popLast() else { return true }
    return place(frame.finished(endMark: range), anchor: frame.anchor)
  }

  private mutating func expand(_ name: String, range: Range<Int>) -> Bool {
    guard var built = anchors[name] else { return fail(.unknownAnchor(name), at: range) }
    aliased += built.weight
    guard aliased <= YAML.aliasLimit else { return fail(.tooManyAliases(limit: YAML.aliasLimit), at: range) }
    guard depth + frames.count + built.height <= YAML.depthLimit else {
      return fail(.tooDeep(limit: YAML.depthLimit), at: range)
    }
    built.node.range = range
    return place(built, anchor: nil)
  }

  /// Puts a finished node where it belongs: into the open list or map, or among the documents.
  private mutating func place(_ built: Built, anchor: String?) -> Bool {
    if let anchor { anchors[anchor] = built }
    guard !frames.isEmpty else {
      documents.append(built.node)
      return true
    }
    guard let refusal = frames[frames.count - 1].take(built) else { return true }
    switch refusal.fault {
    case .keyNotText: return fail(.keyNotText, at: refusal.range)
    case .mergeOfNoMap: report.add(source.mistake(YAMLFinding.mergeOfNoMap, at: refusal.range))
    case .duplicate(let key, let first):
      let line = Place(of: first, in: source.bytes.span).line
      report.add(source.mistake(YAMLFinding.duplicateKey(key, firstLine: line), at: refusal.range))
    }
    return true
  }
}
