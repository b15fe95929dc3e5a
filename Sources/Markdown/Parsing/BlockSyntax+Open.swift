import CCmarkGFM

extension BlockSyntax {
  /// Opens a block of ours with this line, if it is one's first.
  static func open(_ offer: LineOffer, in parent: NodePointer, isIndented: Bool) -> NodePointer? {
    let unlazy = offer.blocks.unlazyParent
    offer.blocks.unlazyParent = 0
    if offer.blocks.swallowsLine {
      offer.blocks.swallowsLine = false
      offer.takeLine()
      return add(.silent, .line, to: parent, offer)
    }
    if offer.parser.pointee.blank || isIndented { return nil }
    if let opened = openByFirstByte(offer, in: parent) { return opened }
    guard unlazy == UInt(bitPattern: parent) else { return nil }
    let type = cmark_node_type(UInt32(CMARK_NODE_PARAGRAPH.rawValue))
    return cmark_parser_add_child(offer.parser, parent, type, Int32(offer.first + 1))
  }

  /// How deep our blocks may stand in each other; deeper ones stay text.
  private static let depthLimit = 100

  private static func isDeep(_ node: NodePointer) -> Bool {
    var depth = 0
    var current: NodePointer? = node
    while let inner = current {
      if inner.pointee.type == Library.shared.block { depth += 1 }
      if depth > depthLimit { return true }
      current = inner.pointee.parent
    }
    return false
  }

  private static func mayOpenContainer(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "{"): true
    default: false
    }
  }

  private static func openByFirstByte(_ offer: LineOffer, in parent: NodePointer) -> NodePointer? {
    switch offer.firstByte {
    case let byte where mayOpenContainer(byte) && isDeep(parent): nil
    case UInt8(ascii: "!"): open(Opening.admonition(offer.rest), offer, in: parent)
    case UInt8(ascii: "?"): open(Opening.collapsible(offer.rest), offer, in: parent)
    case UInt8(ascii: "="): open(Opening.tab(offer.rest), offer, in: parent)
    case UInt8(ascii: ":"):
      isDefinition(offer)
        ? openDefinition(offer, in: parent) : open(Opening.directive(offer.rest), offer, in: parent)
    case UInt8(ascii: "["): openAlert(offer, in: parent)
    case UInt8(ascii: "*"): openAbbreviation(offer, in: parent)
    case UInt8(ascii: "{"): openShortcode(offer, in: parent)
    default: offer.blocks.isMDX ? openMDX(offer, in: parent) : nil
    }
  }

  private static func open(_ opening: Opening?, _ offer: LineOffer, in parent: NodePointer) -> NodePointer? {
    guard var opening else { return nil }
    if case .callout(var callout) = opening.block {
      callout.line = offer.line
      opening.block = .callout(callout)
    }
    guard let node = add(opening.block, opening.continuation, to: parent, offer) else { return nil }
    if let title = opening.title { close(addInline(.title, title, to: node, offer)) }
    offer.takeLine()
    return node
  }

  /// Makes the quote around its first line an alert; the quote stays the container.
  private static func openAlert(_ offer: LineOffer, in parent: NodePointer) -> NodePointer? {
    let quote = UInt16(truncatingIfNeeded: CMARK_NODE_BLOCK_QUOTE.rawValue)
    guard parent.pointee.type == quote, parent.pointee.first_child == nil,
      let opening = Opening.alert(offer.rest)
    else { return nil }
    let index = offer.blocks.add(opening.block, .line, column: offer.first)
    RecordTag(index).store(in: parent)
    let node =
      opening.title.map { addInline(.title, $0, to: parent, offer) } ?? add(.silent, .line, to: parent, offer)
    offer.takeLine()
    return node
  }

  private static func openAbbreviation(_ offer: LineOffer, in parent: NodePointer) -> NodePointer? {
    // Nearly all lines that begin so are items of lists or emphasis.
    guard offer.first + 1 < offer.count, offer.input[offer.first + 1] == UInt8(ascii: "[") else { return nil }
    var scanner = Scanner(offer.rest)
    guard scanner.take("*"), let word = scanner.quoted(UInt8(ascii: "["), UInt8(ascii: "]")), !word.isEmpty,
      scanner.take(":")
    else { return nil }
    let meaning = trimmed(scanner.bytes)
    guard !meaning.isEmpty else { return nil }
    offer.blocks.abbreviations.append(Abbreviation(word: Array(word), meaning: Array(meaning)))
    offer.takeLine()
    return add(.silent, .line, to: parent, offer)
  }

  /// Opens a shortcode that stands on lines of its own; one inside a line is an inline.
  private static func openShortcode(_ offer: LineOffer, in parent: NodePointer) -> NodePointer? {
    guard let tag = offer.blocks.tags.opening(at: offer.offset), tag.standsAlone(in: offer.blocks.text) else {
      return nil
    }
    let lines = offer.blocks.lines
    let last = lines.line(at: max(tag.end - 1, 0))
    let shortcode = tag.shortcode(in: offer.blocks.text, indentedBy: offer.first)
    let node = add(
      .shortcode(shortcode, source: tag.range.lowerBound..<tag.end), .through(line: last), to: parent, offer)
    offer.takeLine()
    return node
  }
}

extension BlockSyntax {
  /// Opens a definition below a term: the paragraph before it becomes the terms, one a line.
  private static func openDefinition(_ offer: LineOffer, in parent: NodePointer) -> NodePointer? {
    guard let list = definitionList(offer, in: parent) else { return nil }
    let start = Int(offer.parser.pointee.first_nonspace_column)
    offer.advance(columns: start + 1 - Int(offer.parser.pointee.column))
    var spaces = 0
    while spaces < 3, offer.parser.pointee.offset < offer.count,
      offer.input[Int(offer.parser.pointee.offset)] == UInt8(ascii: " ")
        || offer.input[Int(offer.parser.pointee.offset)] == UInt8(ascii: "\t")
    {
      offer.advance(columns: 1)
      spaces += 1
    }
    return add(.definition, .indented(Int(offer.parser.pointee.indent) + 1 + spaces), to: list, offer)
  }

  private static func definitionList(_ offer: LineOffer, in parent: NodePointer) -> NodePointer? {
    if parent.pointee.type == Library.shared.block, let index = index(of: parent),
      case .definitions = offer.blocks.records[index]
    {
      return parent
    }
    let paragraph = UInt16(truncatingIfNeeded: CMARK_NODE_PARAGRAPH.rawValue)
    let terms = parent.pointee.type == paragraph ? parent : parent.pointee.last_child
    guard let terms, terms.pointee.type == paragraph, terms.pointee.extension == nil else { return nil }
    let lines = content(of: terms).split(separator: UInt8(ascii: "\n")).map(trimmed).filter { !$0.isEmpty }
    guard !lines.isEmpty, lines[0].first != UInt8(ascii: "[") else { return nil }
    terms.pointee.type = Library.shared.block
    terms.pointee.flags |= UInt16(CMARK_NODE__OPEN.rawValue)
    cmark_strbuf_clear(&terms.pointee.content)
    mark(terms, .definitions, .definitions, offer)
    for line in lines { close(addInline(.term, line, to: terms, offer)) }
    return terms
  }

  private static func content(of node: NodePointer) -> ArraySlice<UInt8> {
    ArraySlice(UnsafeBufferPointer(start: node.pointee.content.ptr, count: Int(node.pointee.content.size)))
  }
}

extension BlockSyntax {
  /// Drops imports and exports of MDX, and opens a component that stands alone on its line.
  private static func openMDX(_ offer: LineOffer, in parent: NodePointer) -> NodePointer? {
    let document = UInt16(truncatingIfNeeded: CMARK_NODE_DOCUMENT.rawValue)
    let line = offer.rest
    if parent.pointee.type == document, line.starts(with: "import ".utf8) || line.starts(with: "export ".utf8)
    {
      offer.takeLine()
      return add(.silent, .line, to: parent, offer)
    }
    return nil
  }
}
