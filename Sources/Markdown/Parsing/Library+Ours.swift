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
      return child != CMARK_NODE_ITEM && !BlockSyntax.isLeaf(node) ? 1 : 0
    }
    cmark_syntax_extension_set_contains_inlines_func(ours) { _, node in
      node.map { BlockSyntax.hasInlines($0) ? 1 : 0 } ?? 0
    }
    InlineSyntax.install(in: ours)
    return ours
  }
}

extension BlockSyntax {
  private static func blocks(of node: NodePointer) -> Blocks? {
    var root = node
    while let parent = root.pointee.parent { root = parent }
    return root.pointee.user_data.map { Unmanaged<Blocks>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Whether a block of ours holds no other blocks.
  static func isLeaf(_ node: NodePointer) -> Bool {
    guard let blocks = blocks(of: node), let index = index(of: node) else { return false }
    return switch blocks.records[index] {
    case .silent, .title, .term, .shortcode: true
    default: false
    }
  }

  /// Whether its content is to be read as inlines.
  static func hasInlines(_ node: NodePointer) -> Bool {
    guard node.pointee.type == Library.shared.block, let blocks = blocks(of: node),
      let index = index(of: node)
    else { return false }
    return switch blocks.records[index] {
    case .title, .term: true
    default: false
    }
  }
}
