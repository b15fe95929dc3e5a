import CCmarkGFM

// The callbacks by which cmark-gfm offers our special characters. Unsafe pointers: C gives them, and none is kept.

/// Answers the library's questions about the inlines of ours.
enum InlineSyntax {
  typealias InlineParser = OpaquePointer

  static func install(in ours: UnsafeMutablePointer<cmark_syntax_extension>) {
    var characters: UnsafeMutablePointer<cmark_llist>?
    for byte in UInt8.min...UInt8.max where isOurs(byte) {
      characters = cmark_llist_append(
        cmark_get_default_mem_allocator(), characters, UnsafeMutableRawPointer(bitPattern: UInt(byte)))
    }
    cmark_syntax_extension_set_special_inline_chars(ours, characters)
    cmark_syntax_extension_set_match_inline_func(ours) { _, parser, parent, byte, inlines in
      // The library offers its own signs, too, and those of its extensions.
      guard InlineSyntax.isOurs(byte), let parser, let parent, let inlines,
        let data = parser.pointee.root?.pointee.user_data
      else { return nil }
      let blocks = Unmanaged<Blocks>.fromOpaque(data).takeUnretainedValue()
      return InlineSyntax.match(
        byte, InlineOffer(parser: parser, parent: parent, inlines: inlines, blocks: blocks))
    }
    cmark_syntax_extension_set_inline_from_delim_func(ours) { _, parser, inlines, opener, closer in
      guard let parser, let inlines, let opener, let closer, let data = parser.pointee.root?.pointee.user_data
      else { return nil }
      let blocks = Unmanaged<Blocks>.fromOpaque(data).takeUnretainedValue()
      return InlineSyntax.pair(opener, closer, inlines, blocks)
    }
  }

  private static func isOurs(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "^"), UInt8(ascii: "+"), UInt8(ascii: "{"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private static func match(_ byte: UInt8, _ offer: InlineOffer) -> NodePointer? {
    switch byte {
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "^"): offer.delimiters(byte)
    case UInt8(ascii: "+"): offer.keys()
    case UInt8(ascii: "{"): offer.braces()
    case UInt8(ascii: ":"): offer.emoji()
    default: nil
    }
  }

  /// Joins an opening and a closing run of marks around what stands between them.
  private static func pair(
    _ opener: UnsafeMutablePointer<delimiter>, _ closer: UnsafeMutablePointer<delimiter>,
    _ inlines: InlineParser, _ blocks: Blocks
  ) -> UnsafeMutablePointer<delimiter>? {
    let after = closer.pointee.next
    guard let first = opener.pointee.inl_text, let last = closer.pointee.inl_text,
      first.pointee.as.literal.len == last.pointee.as.literal.len,
      let mark = mark(opener.pointee.delim_char, count: Int(first.pointee.as.literal.len), first, last)
    else { return after }
    cmark_node_set_literal(first, "")
    first.pointee.type = Library.shared.mark
    first.pointee.extension = Library.shared.ours
    blocks.marks.append(mark)
    RecordTag(blocks.marks.count - 1).store(in: first)
    while let node = first.pointee.next, node != last { cmark_node_append_child(first, node) }
    cmark_node_free(last)
    var between: UnsafeMutablePointer<delimiter>? = closer
    while let current = between, current != opener {
      between = current.pointee.previous
      cmark_inline_parser_remove_delimiter(inlines, current)
    }
    cmark_inline_parser_remove_delimiter(inlines, opener)
    return after
  }

  private static func mark(_ byte: UInt8, count: Int, _ first: NodePointer, _ last: NodePointer) -> Mark? {
    switch (byte, count) {
    case (UInt8(ascii: "~"), 2): .deletion
    case (UInt8(ascii: "~"), 1): hasSpace(first, last) ? .deletion : .sub
    case (UInt8(ascii: "="), 2): .highlight
    case (UInt8(ascii: "^"), 2): .insertion
    case (UInt8(ascii: "^"), 1): hasSpace(first, last) ? nil : .sup
    default: nil
    }
  }

  private static func hasSpace(_ first: NodePointer, _ last: NodePointer) -> Bool {
    var node = first.pointee.next
    while let current = node, current != last {
      let kind = Kind(current.pointee.type)
      if kind == .softBreak || kind == .lineBreak { return true }
      if kind == .text {
        let text = current.pointee.as.literal
        for index in 0..<Int(text.len) where isSpace(text.data[index]) { return true }
      }
      node = current.pointee.next
    }
    return false
  }
}
