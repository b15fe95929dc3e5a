import CArena
import CCmarkGFM

// The one door to cmark-gfm's registrations; pointers to its extensions are process-wide constants of C.

/// What cmark-gfm registers once in a process: the node types that are only known at run time.
struct Library: Sendable {
  static let shared = Library()

  let table: UInt16
  let row: UInt16
  let cell: UInt16
  let strikethrough: UInt16
  /// The types of our own blocks, inlines and of the node that ends a parse.
  let block: UInt16
  let mark: UInt16
  let end: UInt16
  /// The extension that stops the library from taking back its special characters.
  ///
  /// An address as a number, because a C pointer is not `Sendable`.
  private let gate: UInt
  /// The same, and the library does not see its tree any more.
  private let hidingGate: UInt
  /// The extension that stands for all our syntax, as an address too.
  private let oursAddress: UInt

  /// The extensions of the library's own, by `Extension`, as addresses.
  private let extensions: [UInt]

  /// The functions by which parsers take memory, as an address: all nodes point to them.
  private let memoryAddress: UInt

  var memory: UnsafeMutablePointer<cmark_mem>? { UnsafeMutablePointer(bitPattern: memoryAddress) }
  var ours: UnsafeMutablePointer<cmark_syntax_extension>? { UnsafeMutablePointer(bitPattern: oursAddress) }

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    table = sitegen_table()
    row = sitegen_table_row()
    cell = sitegen_table_cell()
    strikethrough = sitegen_strikethrough()
    block = UInt16(truncatingIfNeeded: cmark_syntax_extension_add_node(0).rawValue)
    mark = UInt16(truncatingIfNeeded: cmark_syntax_extension_add_node(1).rawValue)
    end = UInt16(truncatingIfNeeded: cmark_syntax_extension_add_node(0).rawValue)
    gate = Self.makeGate()
    hidingGate = Self.makeHidingGate()
    oursAddress = UInt(bitPattern: Self.makeOurs())
    extensions = Extension.allCases.map { UInt(bitPattern: $0.found) }
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(
        calloc: sitegen_arena_calloc, realloc: sitegen_arena_realloc, free: sitegen_arena_free))
    memoryAddress = UInt(bitPattern: memory)
    addSpecialCharacters()
  }

  /// Attaches the extensions of a dialect to a parser.
  func attach(_ dialect: [Extension], includingOurs: Bool, to parser: UnsafeMutablePointer<cmark_parser>) {
    if includingOurs { cmark_parser_attach_syntax_extension(parser, ours) }
    for part in dialect {
      guard let found = UnsafeMutablePointer<cmark_syntax_extension>(bitPattern: extensions[part.rawValue])
      else { continue }
      cmark_parser_attach_syntax_extension(parser, found)
    }
  }

  /// Appends the node that ends the parse.
  ///
  /// The library adds the extensions' special characters to a table of the whole process before it reads inlines, and
  /// removes them after: a second thread would lose its `~` and its links. The table is filled for good when the first
  /// parser is made; this last node, met when all inlines are read, hides the extensions from the removal, and the tree
  /// from what the library does next: it joins texts that stand side by side.
  func appendEnd(to parser: UnsafeMutablePointer<cmark_parser>, hidingTree: Bool = false) {
    let node = cmark_parser_add_child(parser, parser.pointee.root, cmark_node_type(UInt32(end)), 1)
    node?.pointee.extension = UnsafeMutablePointer(bitPattern: hidingTree ? hidingGate : gate)
    node?.pointee.user_data = UnsafeMutableRawPointer(parser)
  }

  /// Fills the library's table of special characters with those of all extensions, ours included.
  private func addSpecialCharacters() {
    guard let parser = cmark_parser_new(0) else { return }
    attach([.strikethrough, .links], includingOurs: true, to: parser)
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_parser_free(parser)
  }

  private static func makeGate() -> UInt {
    guard let gate = cmark_syntax_extension_new("sitegen-end") else { return 0 }
    cmark_syntax_extension_set_contains_inlines_func(gate) { _, node in
      Library.parser(endingWith: node)?.pointee.inline_syntax_extensions = nil
      return 0
    }
    return UInt(bitPattern: gate)
  }

  private static func makeHidingGate() -> UInt {
    guard let gate = cmark_syntax_extension_new("sitegen-end") else { return 0 }
    cmark_syntax_extension_set_contains_inlines_func(gate) { _, node in
      guard let parser = Library.parser(endingWith: node) else { return 0 }
      parser.pointee.inline_syntax_extensions = nil
      parser.pointee.root = cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, parser.pointee.mem)
      return 0
    }
    return UInt(bitPattern: gate)
  }

  private static func parser(
    endingWith node: UnsafeMutablePointer<cmark_node>?
  ) -> UnsafeMutablePointer<cmark_parser>? {
    node?.pointee.user_data?.assumingMemoryBound(to: cmark_parser.self)
  }
}
