import CCmarkGFM

// The callbacks by which cmark-gfm asks whether a line opens or continues a block of ours. Unsafe pointers: C gives
// them, and none is kept. The library sees our containers where it sees its own, so nesting in lists and quotes, code
// and HTML, reference links and lines all behave as in CommonMark.

typealias ParserPointer = UnsafeMutablePointer<cmark_parser>
typealias NodePointer = UnsafeMutablePointer<cmark_node>

/// One line being offered to our blocks.
struct LineOffer {
  let parser: ParserPointer
  let input: UnsafeMutablePointer<UInt8>
  let count: Int
  let blocks: Blocks

  init?(_ parser: ParserPointer?, _ input: UnsafeMutablePointer<UInt8>?, _ count: Int32) {
    guard let parser, let input, let data = parser.pointee.root?.pointee.user_data else { return nil }
    self.parser = parser
    self.input = input
    self.count = Int(count)
    blocks = Unmanaged<Blocks>.fromOpaque(data).takeUnretainedValue()
  }

  var first: Int { Int(parser.pointee.first_nonspace) }
  var firstByte: UInt8 { first < count ? input[first] : 0 }
  var line: Int { Int(parser.pointee.line_number) }

  /// The line from its first visible byte, without what ends it.
  var rest: ArraySlice<UInt8> {
    let bytes = UnsafeBufferPointer(start: input + first, count: max(0, count - first))
    return trimmed(ArraySlice(bytes))
  }

  /// Where the first visible byte stands in the text.
  var offset: Int { blocks.lines.start(of: line) + first }

  func advance(columns: Int) { advance(Int32(columns), byColumns: 1) }

  /// Takes all that is left of the line.
  func takeLine() { advance(Int32(count - 1) - parser.pointee.offset, byColumns: 0) }

  func takeSpaces() { advance(parser.pointee.first_nonspace - parser.pointee.offset, byColumns: 0) }

  private func advance(_ count: Int32, byColumns: Int32) {
    input.withMemoryRebound(to: CChar.self, capacity: self.count) {
      cmark_parser_advance_offset(parser, $0, count, byColumns)
    }
  }
}

/// Answers the library's questions about the blocks of ours.
enum BlockSyntax {
  /// Whether an open block of ours goes on with this line.
  static func continues(_ node: NodePointer, _ offer: LineOffer) -> Bool {
    guard let index = index(of: node) else { return false }
    switch offer.blocks.continuations[index] {
    case .indented(let columns): return continues(indented: columns, node, offer)
    case .colons(let count): return continues(colons: count, index, node, offer)
    case .component(let name): return continues(component: name, node, offer)
    case .definitions: return continuesDefinitions(node, offer)
    case .line: return false
    case .through(let line):
      guard offer.line <= line else { return false }
      offer.takeLine()
      return true
    }
  }

  /// The number of a node's record.
  static func index(of node: NodePointer) -> Int? {
    RecordTag(node)?.index
  }

  /// Makes a node of ours below another, or below the nearest ancestor that may hold it.
  @discardableResult
  static func add(_ block: Block, _ continuation: Continuation, to parent: NodePointer, _ offer: LineOffer)
    -> NodePointer?
  {
    let type = cmark_node_type(UInt32(Library.shared.block))
    let column = Int32(offer.first + 1)
    guard let node = cmark_parser_add_child(offer.parser, parent, type, column) else { return nil }
    mark(node, block, continuation, offer)
    return node
  }

  /// Makes a node one of ours.
  static func mark(_ node: NodePointer, _ block: Block, _ continuation: Continuation, _ offer: LineOffer) {
    let index = offer.blocks.add(block, continuation, column: offer.first)
    node.pointee.extension = Library.shared.ours
    RecordTag(index, of: block).store(in: node)
  }

  /// Adds a child whose content is read as inlines.
  static func addInline(
    _ block: Block, _ content: ArraySlice<UInt8>, to parent: NodePointer, _ offer: LineOffer
  ) -> NodePointer? {
    guard let node = add(block, .line, to: parent, offer) else { return nil }
    let text = content.map { CChar(bitPattern: $0) } + [0]
    text.withUnsafeBufferPointer { _ = cmark_node_set_string_content(node, $0.baseAddress) }
    return node
  }

  /// Closes a node at once, so that the next line is not offered to it.
  static func close(_ node: NodePointer?) {
    node?.pointee.flags &= ~UInt16(CMARK_NODE__OPEN.rawValue)
  }
}

extension BlockSyntax {
  private static func continues(indented columns: Int, _ node: NodePointer, _ offer: LineOffer) -> Bool {
    if Int(offer.parser.pointee.indent) >= columns {
      offer.advance(columns: columns)
      return true
    }
    if offer.parser.pointee.blank {
      offer.takeSpaces()
      return true
    }
    forbidLaziness(below: node, offer)
    return false
  }

  private static func continues(colons: Int, _ index: Int, _ node: NodePointer, _ offer: LineOffer) -> Bool {
    guard offer.firstByte == UInt8(ascii: ":"), offer.parser.pointee.indent < 4 else { return true }
    let line = offer.rest
    guard line.count >= colons, line.allSatisfy({ $0 == UInt8(ascii: ":") }) else { return true }
    if innerTakes(line.count, below: node, offer) { return true }
    offer.blocks.close(index)
    offer.blocks.swallowsLine = true
    return false
  }

  private static func continues(component name: String, _ node: NodePointer, _ offer: LineOffer) -> Bool {
    guard offer.firstByte == UInt8(ascii: "<"), offer.rest.elementsEqual("</\(name)>".utf8) else {
      return true
    }
    var inner = node
    while let last = inner.pointee.last_child, last.pointee.flags & UInt16(CMARK_NODE__OPEN.rawValue) != 0 {
      inner = last
      if last.pointee.type == UInt16(truncatingIfNeeded: CMARK_NODE_CODE_BLOCK.rawValue),
        last.pointee.as.code.fenced != 0
      {
        return true
      }
      if let index = index(of: last), case .component(name) = offer.blocks.continuations[index] {
        return true
      }
    }
    offer.blocks.swallowsLine = true
    return false
  }

  /// Whether a block further in closes with this line, or it is code there.
  private static func innerTakes(_ colons: Int, below node: NodePointer, _ offer: LineOffer) -> Bool {
    var inner = node
    while let last = inner.pointee.last_child, last.pointee.flags & UInt16(CMARK_NODE__OPEN.rawValue) != 0 {
      inner = last
      if last.pointee.type == UInt16(truncatingIfNeeded: CMARK_NODE_CODE_BLOCK.rawValue),
        last.pointee.as.code.fenced != 0
      {
        return true
      }
      guard last.pointee.type == Library.shared.block, let index = index(of: last) else { continue }
      if case .colons(let own) = offer.blocks.continuations[index], own <= colons,
        offer.blocks.columns[index] <= offer.first + 3
      {
        return true
      }
    }
    return false
  }

  private static func continuesDefinitions(_ node: NodePointer, _ offer: LineOffer) -> Bool {
    if offer.parser.pointee.blank { return true }
    if isDefinition(offer) { return true }
    guard let last = node.pointee.last_child, let index = index(of: last),
      case .indented(let columns) = offer.blocks.continuations[index]
    else { return false }
    return Int(offer.parser.pointee.indent) >= columns
  }

  /// A line that ends a block by standing further left begins a paragraph of its own.
  private static func forbidLaziness(below node: NodePointer, _ offer: LineOffer) {
    offer.blocks.unlazyParent = UInt(bitPattern: node.pointee.parent)
  }

  /// Whether the line reads `:   definition`.
  static func isDefinition(_ offer: LineOffer) -> Bool {
    guard offer.firstByte == UInt8(ascii: ":"), offer.parser.pointee.indent < 4, offer.first + 1 < offer.count
    else { return false }
    let next = offer.input[offer.first + 1]
    return (next == UInt8(ascii: " ") || next == UInt8(ascii: "\t")) && offer.rest.count > 1
  }
}
