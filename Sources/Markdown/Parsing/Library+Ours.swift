import CCmarkGFM

extension Library {
  /// Makes the extension that stands for all the syntax beyond GFM.
  static func makeOurs() -> UnsafeMutablePointer<cmark_syntax_extension>? {
    guard let ours = cmark_syntax_extension_new("sitegen") else { return nil }
    cmark_syntax_extension_set_open_block_func(ours) { _, indented, parser, parent, input, count in
      guard let parent, let offer = LineOffer(parser, input, count) else { return nil }
      return BlockSyntax.open(offer, in: parent, isIndented: indented != 0)
    }
    cmark_syntax_extension_set_match_block_func(ours) { _, parser, input, count, node in
      guard let node, let offer = LineOffer(parser, input, count) else { return 0 }
      return BlockSyntax.continues(node, offer) ? 1 : 0
    }
    cmark_syntax_extension_set_can_contain_func(ours) { _, node, child in
      guard let node, node.pointee.type == Library.shared.block else { return 1 }
      let isBlock = child.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_PRESENT)
      if !isBlock { return 1 }
      return child != CMARK_NODE_ITEM && RecordTag(node)?.isLeaf != true ? 1 : 0
    }
    cmark_syntax_extension_set_contains_inlines_func(ours) { _, node in
      node.flatMap { RecordTag($0) }?.hasInlines == true ? 1 : 0
    }
    InlineSyntax.install(in: ours)
    return ours
  }
}
