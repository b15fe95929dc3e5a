import CCmarkGFM

// Unsafe pointers: the library keeps one word for each node on behalf of others; a number is stored in it.

/// What a node of ours carries: the number of its record, and what the library asks about it most often.
struct RecordTag {
  let index: Int
  /// Whether it holds no other blocks, and whether its content is inlines.
  var isLeaf = false
  var hasInlines = false

  init(_ index: Int) {
    self.index = index
  }

  init(_ index: Int, of block: Block) {
    self.index = index
    switch block {
    case .title, .term: (isLeaf, hasInlines) = (true, true)
    case .silent, .shortcode: isLeaf = true
    default: break
    }
  }

  /// Reads the word of a node; nil for a node that is not ours.
  init?(_ node: UnsafeMutablePointer<cmark_node>) {
    guard let data = node.pointee.user_data else { return nil }
    let bits = UInt(bitPattern: data)
    index = Int(bits >> 2) - 1
    isLeaf = bits & 1 != 0
    hasInlines = bits & 2 != 0
  }

  func store(in node: UnsafeMutablePointer<cmark_node>) {
    let bits = UInt(index + 1) << 2 | (isLeaf ? 1 : 0) | (hasInlines ? 2 : 0)
    node.pointee.user_data = UnsafeMutableRawPointer(bitPattern: bits)
  }
}
