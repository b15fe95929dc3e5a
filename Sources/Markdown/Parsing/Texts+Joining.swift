import CCmarkGFM

// Unsafe pointers: the tree is the library's, and each text is a piece of its memory.

extension UnsafeMutablePointer<cmark_node> {
  /// Joins the texts that stand side by side below a node, as the library does when it finishes.
  ///
  /// Reading inlines leaves a piece for each sign that might have meant something: `snake_case` has three. They lie one
  /// behind the other in the content of their block, so that the first only has to become longer; the library copies
  /// them all, and walks through the tree three times as slowly.
  func joinTexts() {
    var node = self
    while true {
      if node.isText, node.pointee.next?.isText == true { node.takeFollowingTexts() }
      if let child = node.pointee.first_child {
        node = child
        continue
      }
      while node != self, node.pointee.next == nil, let parent = node.pointee.parent { node = parent }
      guard node != self, let next = node.pointee.next else { return }
      node = next
    }
  }
}

extension UnsafeMutablePointer<cmark_node> {
  fileprivate var isText: Bool { pointee.type == UInt16(truncatingIfNeeded: CMARK_NODE_TEXT.rawValue) }

  private func takeFollowingTexts() {
    var text = pointee.as.literal
    var length = text.len
    var isOnePiece = true
    var next = pointee.next
    while let other = next, other.isText {
      let literal = other.pointee.as.literal
      if text.data.map({ $0 + Int(length) }) != literal.data { isOnePiece = false }
      length += literal.len
      next = other.pointee.next
    }
    if !isOnePiece { text.data = copiedTexts(length, until: next) }
    text.len = length
    pointee.as.literal = text
    pointee.next = next
    if let next { next.pointee.prev = self } else { pointee.parent?.pointee.last_child = self }
  }

  /// The bytes of this text and those that follow, in memory that goes with the tree.
  private func copiedTexts(_ length: Int32, until end: Self?) -> UnsafeMutablePointer<UInt8>? {
    guard let memory = pointee.content.mem,
      let copy = memory.pointee.realloc?(nil, Int(length) + 1)?.assumingMemoryBound(to: UInt8.self)
    else { return nil }
    var count = 0
    var next: Self? = self
    while let other = next, other != end {
      let literal = other.pointee.as.literal
      if let bytes = literal.data { (copy + count).update(from: bytes, count: Int(literal.len)) }
      count += Int(literal.len)
      next = other.pointee.next
    }
    copy[count] = 0
    return copy
  }
}
