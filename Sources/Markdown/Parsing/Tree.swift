import CArena
import CCmarkGFM

// Owns the C tree and is the one place that follows its pointers; `TreeNode` lives here because it wraps one.

/// A parsed document.
struct Tree: ~Copyable {
  let root: TreeNode
  /// Where the thread's memory stood before the parse; trees end in the reverse order of their making.
  private let mark: sitegen_arena_mark_t

  init(_ root: UnsafeMutablePointer<cmark_node>?, from mark: sitegen_arena_mark_t) {
    guard let root else { preconditionFailure("cmark-gfm returned no tree") }
    self.root = TreeNode(pointer: root)
    self.mark = mark
  }

  deinit { sitegen_arena_release(mark) }
}

/// One node of a parsed document; valid as long as its tree.
struct TreeNode: Equatable {
  fileprivate let pointer: UnsafeMutablePointer<cmark_node>

  var kind: Kind { Kind(pointer.pointee.type) }
  var next: TreeNode? { pointer.pointee.next.map(TreeNode.init) }
  var previous: TreeNode? { pointer.pointee.prev.map(TreeNode.init) }
  var parent: TreeNode? { pointer.pointee.parent.map(TreeNode.init) }
  var firstChild: TreeNode? { pointer.pointee.first_child.map(TreeNode.init) }
  var lastChild: TreeNode? { pointer.pointee.last_child.map(TreeNode.init) }

  /// The first and last line, counted from 1; 0 where the library does not know.
  var line: Int { Int(pointer.pointee.start_line) }
  var lastLine: Int { Int(pointer.pointee.end_line) }
  var column: Int { Int(pointer.pointee.start_column) }

  var headingLevel: Int { Int(pointer.pointee.as.heading.level) }
  var isOrdered: Bool { pointer.pointee.as.list.list_type == CMARK_ORDERED_LIST }
  var listStart: Int { Int(pointer.pointee.as.list.start) }
  var isTight: Bool { pointer.pointee.as.list.tight }
  /// Whether an item of a task list is ticked; nil for other items.
  var isTicked: Bool? { pointer.pointee.extension == nil ? nil : pointer.pointee.as.list.checked }
  var isFenced: Bool { pointer.pointee.as.code.fenced != 0 }
  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// The number of the record of a block or an inline of ours, or of a quote that is an alert.
  var record: Int? { RecordTag(pointer)?.index }

  var fenceLength: Int { Int(pointer.pointee.as.code.fence_length) }
  var fenceByte: UInt8 { UInt8(pointer.pointee.as.code.fence_char) }
  /// How many columns of a table.
  var columnCount: Int { Int(cmark_gfm_extensions_get_table_columns(pointer)) }

  /// Which of its definition's references a footnote reference is, and how many a definition has.
  var referenceIndex: Int { Int(pointer.pointee.footnote.ref_ix) }
  var referenceCount: Int { Int(pointer.pointee.footnote.def_count) }
  /// The definition a footnote reference points to.
  var definition: TreeNode? { pointer.pointee.parent_footnote_def.map(TreeNode.init) }

  /// Reads the text of a leaf, or the label of a footnote definition.
  @inline(__always)
  func literal<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
    Self.read(kind == .codeBlock ? pointer.pointee.as.code.literal : pointer.pointee.as.literal, read)
  }

  /// Reads what follows the fence of a code block.
  func fenceInfo<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
    Self.read(pointer.pointee.as.code.info, read)
  }

  func url<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
    Self.read(pointer.pointee.as.link.url, read)
  }

  func title<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
    Self.read(pointer.pointee.as.link.title, read)
  }

  /// The letter of a table's alignment for a column: `l`, `c`, `r` or 0.
  func alignment(ofColumn column: Int) -> UInt8 {
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer),
      column < cmark_gfm_extensions_get_table_columns(pointer)
    else { return 0 }
    return letters[column]
  }

  /// Visits the node and all below it.
  func visit(_ body: (TreeNode) -> Void) {
    var node = self
    while true {
      body(node)
      if let child = node.firstChild {
        node = child
        continue
      }
      while node.next == nil, node != self, let parent = node.parent { node = parent }
      guard node != self, let next = node.next else { return }
      node = next
    }
  }

  /// Leaves the characters out of the node's texts that no page may hold; tells whether there were any.
  func leaveOutControls() -> Bool {
    switch kind {
    case .text, .code, .html, .htmlBlock, .codeBlock:
      guard let text = literal(Controls.left) else { return false }
      return (text + [0]).withUnsafeBufferPointer { cmark_node_set_literal(pointer, $0.baseAddress) != 0 }
    case .link, .image:
      guard let text = title(Controls.left) else { return false }
      return (text + [0]).withUnsafeBufferPointer { cmark_node_set_title(pointer, $0.baseAddress) != 0 }
    default: return false
    }
  }

  @inline(__always)
  private static func read<Result>(_ chunk: cmark_chunk, _ read: (Span<UInt8>) -> Result) -> Result {
    let buffer = UnsafeBufferPointer(
      start: UnsafePointer(chunk.data), count: chunk.data == nil ? 0 : Int(chunk.len))
    return read(buffer.span)
  }
}
