import CCmarkGFM

// Unsafe pointers: C gives them, and none is kept.

/// One special character of ours, met while inlines are read.
struct InlineOffer {
  let parser: ParserPointer
  let parent: NodePointer
  let inlines: InlineSyntax.InlineParser
  let blocks: Blocks

  var offset: Int { Int(cmark_inline_parser_get_offset(inlines)) }

  /// The whole content of the block.
  var content: UnsafeBufferPointer<UInt8> {
    guard let chunk = cmark_inline_parser_get_chunk(inlines) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: chunk.pointee.data, count: Int(chunk.pointee.len))
  }

  /// Takes a run of `~`, `=` or `^` that may open or close something.
  func delimiters(_ byte: UInt8) -> NodePointer? {
    let start = offset
    let content = content
    if byte == UInt8(ascii: "="), start + 1 >= content.count || content[start + 1] != byte { return nil }
    let before = start > 0 ? content[start - 1] : UInt8(ascii: " ")
    // The library reads a footnote's label from the very text that follows its bracket.
    if byte == UInt8(ascii: "^"), before == UInt8(ascii: "[") { return nil }
    var left: Int32 = 0
    var right: Int32 = 0
    var punctuationBefore: Int32 = 0
    var punctuationAfter: Int32 = 0
    let count = cmark_inline_parser_scan_delimiters(
      inlines, 100, byte, &left, &right, &punctuationBefore, &punctuationAfter)
    let after = offset < content.count ? content[offset] : UInt8(ascii: " ")
    var opens = left != 0
    var closes = right != 0
    if byte == UInt8(ascii: "=") || (byte == UInt8(ascii: "^") && count == 2) {
      opens = opens && !Scanner.isWord(before)
      closes = closes && !Scanner.isWord(after)
    }
    guard count <= 2, count == 2 || byte != UInt8(ascii: "="), opens || closes else {
      return text(content[start..<start + Int(count)])
    }
    let node = text(content[start..<start + Int(count)])
    cmark_inline_parser_push_delimiter(inlines, byte, opens ? 1 : 0, closes ? 1 : 0, node)
    return node
  }

  /// Takes `++ctrl+alt+del++`.
  func keys() -> NodePointer? {
    let content = content
    let start = offset
    guard start + 5 <= content.count, content[start + 1] == UInt8(ascii: "+"),
      start == 0 || !Scanner.isWord(content[start - 1]) && content[start - 1] != UInt8(ascii: "+")
    else { return nil }
    var end = start + 2
    while end < content.count, Scanner.isWord(content[end]) || content[end] == UInt8(ascii: "+") { end += 1 }
    let run = content[start..<end]
    guard run.count > 4, run.suffix(2).allSatisfy({ $0 == UInt8(ascii: "+") }) else { return nil }
    let inner = run.dropFirst(2).dropLast(2)
    guard let first = inner.first, first != UInt8(ascii: "+"), inner.last != UInt8(ascii: "+") else {
      return nil
    }
    return leaf(.keys(Array(inner)), through: end)
  }

  /// Takes `:name:` of an emoji, and drops `:material-…:` icons, which no theme of ours has.
  func emoji() -> NodePointer? {
    let content = content
    let start = offset
    if start > 0, Scanner.isWord(content[start - 1]) { return nil }
    if let found = Emoji.read(at: start, in: content.span) {
      cmark_inline_parser_set_offset(inlines, Int32(found.end))
      var sign: [UInt8] = []
      sign.append(found.emoji)
      return sign.withUnsafeBufferPointer { text($0[...]) }
    }
    var end = start + 1
    while end < content.count, end - start < 80, Scanner.isWord(content[end]) { end += 1 }
    guard end > start + 1, end < content.count, content[end] == UInt8(ascii: ":") else { return nil }
    let name = content[start + 1..<end]
    guard Self.iconSets.contains(where: { name.starts(with: $0.utf8) }) else { return nil }
    cmark_inline_parser_set_offset(inlines, Int32(end + 1))
    return text(content[start..<start])
  }

  private static let iconSets = ["material-", "fontawesome-", "octicons-", "simple-"]

  /// An attribute list is no longer; looking further would take the square of a text of braces.
  private static let longestAttributes = 400

  /// Takes a shortcode or an attribute list.
  func braces() -> NodePointer? {
    let content = content
    let start = offset
    if start + 2 < content.count, content[start + 1] == UInt8(ascii: "{"),
      content[start + 2] == UInt8(ascii: "<") || content[start + 2] == UInt8(ascii: "%")
    {
      return shortcode()
    }
    let window = content[start..<min(content.count, start + Self.longestAttributes)]
    guard let close = window.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let before = start > 0 ? content[start - 1] : UInt8(ascii: "\n")
    let isAttached = ")]`*_~=^".utf8.contains(before)
    let isAtEnd = content[(close + 1)...].allSatisfy(isSpace)
    guard isAttached || (isAtEnd && isSpace(before)) else { return nil }
    let inside = ArraySlice(content[start + 1..<close])
    guard Attributes.accepts(inside) else { return nil }
    return leaf(
      .attributes(Attributes(inside: inside), source: Array(content[start...close])), through: close + 1)
  }

  private func shortcode() -> NodePointer? {
    let content = content
    let start = offset
    let window = Array(content[start..<min(content.count, start + ShortcodeTag.longest)])
    if let escaped = ShortcodeTag.unescaped(window) {
      cmark_inline_parser_set_offset(inlines, Int32(start + escaped.count))
      return escaped.text.withUnsafeBufferPointer { text($0[...]) }
    }
    guard let tag = ShortcodeTag(in: window, at: 0) else { return nil }
    if tag.isClosing {
      cmark_inline_parser_set_offset(inlines, Int32(start + tag.range.count))
      return text(content[start..<start])
    }
    let line = Int(cmark_inline_parser_get_line(inlines))
    let known = blocks.nextInlineUse(reading: window[tag.range], from: line)
    let source = known?.range ?? blocks.lines.range(of: line)
    guard known?.closing != nil else {
      return leaf(.shortcode(tag.shortcode, source: source), through: start + tag.range.count)
    }
    let inside = Array(content[start...])
    let use = ShortcodeTags(in: inside).opening(at: 0) ?? ShortcodeUse(tag: tag)
    if use.closing == nil { blocks.split.append((tag.shortcode.name, source)) }
    return leaf(
      .shortcode(use.shortcode(in: inside, indentedBy: 0), source: source), through: start + use.end)
  }

  /// Makes a node without children for what was read up to an offset.
  private func leaf(_ mark: Mark, through end: Int) -> NodePointer? {
    guard let node = cmark_node_new_with_mem(cmark_node_type(UInt32(Library.shared.mark)), parser.pointee.mem)
    else { return nil }
    blocks.marks.append(mark)
    node.pointee.extension = Library.shared.ours
    RecordTag(blocks.marks.count - 1).store(in: node)
    node.pointee.start_line = cmark_inline_parser_get_line(inlines)
    cmark_inline_parser_set_offset(inlines, Int32(end))
    return node
  }

  private func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> NodePointer? {
    guard let node = cmark_node_new_with_mem(CMARK_NODE_TEXT, parser.pointee.mem) else { return nil }
    let copy = bytes.map { CChar(bitPattern: $0) } + [0]
    copy.withUnsafeBufferPointer { _ = cmark_node_set_literal(node, $0.baseAddress) }
    node.pointee.start_line = cmark_inline_parser_get_line(inlines)
    return node
  }
}
