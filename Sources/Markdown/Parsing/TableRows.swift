import CCmarkGFM

// Callbacks of C, which gives the pointers; none is kept.

/// Reads the rows of tables below the head.
///
/// The library reads each row twice, once to see whether it is one, and makes three pieces of memory for each cell. What
/// it would find is the same: a fuzz test compares the two.
enum TableRows {
  /// A copy of the library's extension that asks us about rows.
  static func installed(
    in library: UnsafeMutablePointer<cmark_syntax_extension>?
  ) -> UnsafeMutablePointer<cmark_syntax_extension>? {
    guard let library else { return nil }
    let ours = UnsafeMutablePointer<cmark_syntax_extension>.allocate(capacity: 1)
    ours.initialize(to: library.pointee)
    ours.pointee.priv = UnsafeMutableRawPointer(library)
    cmark_syntax_extension_set_match_block_func(ours) { _, parser, input, count, node in
      guard let parser, let input, node?.pointee.type == Library.shared.table else { return 0 }
      return TableRows.isRow(UnsafeBufferPointer(start: input, count: Int(count)), parser) ? 1 : 0
    }
    cmark_syntax_extension_set_open_block_func(ours) { ours, indented, parser, parent, input, count in
      guard let ours, let parser, let input, let parent else { return nil }
      if parent.pointee.type == Library.shared.table {
        guard indented == 0, !parser.pointee.blank else { return nil }
        return TableRows.open(UnsafeBufferPointer(start: input, count: Int(count)), ours, parser, in: parent)
      }
      let library = ours.pointee.priv?.assumingMemoryBound(to: cmark_syntax_extension.self)
      return library?.pointee.try_opening_block?(ours, indented, parser, parent, input, count)
    }
    return ours
  }
}

extension TableRows {
  private typealias Line = UnsafeBufferPointer<UInt8>

  /// Whether a line below a head is a row: anything but spaces stands in it, beside one bar at its start.
  private static func isRow(_ line: Line, _ parser: ParserPointer) -> Bool {
    cells(of: line, from: Int(parser.pointee.first_nonspace)) < line.count && !parser.pointee.blank
  }

  /// Where the first cell begins, behind a bar that may open the row.
  private static func cells(of line: Line, from start: Int) -> Int {
    start < line.count && line[start] == bar ? behindBar(start, in: line) : start
  }

  private static func behindBar(_ place: Int, in line: Line) -> Int {
    var index = place + 1
    while index < line.count, isSpace(line[index]) { index += 1 }
    return index
  }

  private static let bar = UInt8(ascii: "|")

  /// Makes a row with a cell for each column of its table.
  private static func open(
    _ line: Line, _ table: UnsafeMutablePointer<cmark_syntax_extension>, _ parser: ParserPointer,
    in parent: NodePointer
  ) -> NodePointer? {
    let column = parent.pointee.start_column
    guard
      let row = cmark_parser_add_child(parser, parent, cmark_node_type(UInt32(Library.shared.row)), column)
    else { return nil }
    row.pointee.extension = table
    // What the library knows of a row: that it is no head. It asks for less than that.
    row.pointee.as.opaque = parser.pointee.mem?.pointee.calloc?(1, 16)
    var index = cells(of: line, from: Int(parser.pointee.first_nonspace))
    let type = cmark_node_type(UInt32(Library.shared.cell))
    for _ in 0..<max(0, cmark_gfm_extensions_get_table_columns(parent)) {
      guard let cell = cmark_parser_add_child(parser, row, type, column) else { return row }
      cell.pointee.extension = table
      if index < line.count { index = fill(cell, with: line, from: index) }
    }
    parser.pointee.offset = Int32(clamping: line.count - 1)
    parser.pointee.partially_consumed_tab = false
    return row
  }

  /// Gives a cell its text; tells where the next one begins.
  private static func fill(_ cell: NodePointer, with line: Line, from start: Int) -> Int {
    var clean = start
    while clean + 1 < line.count, isTrimmed(line[clean]) { clean += 1 }
    var end = clean
    while end < line.count - 1, line[end] != bar {
      let isEscaped = line[end] == UInt8(ascii: "\\") && line[end + 1] == bar
      if isEscaped {
        put(line[clean..<end], in: cell)
        clean = end + 1
      }
      end += isEscaped ? 2 : 1
    }
    var last = end
    while last > clean, isTrimmed(line[last - 1]) { last -= 1 }
    put(line[clean..<last], in: cell)
    return end < line.count && line[end] == bar ? behindBar(end, in: line) : line.count
  }

  /// Whether the library takes a byte away from the ends of a cell.
  private static func isTrimmed(_ byte: UInt8) -> Bool { cmark_isspace(CChar(bitPattern: byte)) != 0 }

  private static func put(_ text: Slice<Line>, in cell: NodePointer) {
    let text = Line(rebasing: text)
    if !text.isEmpty {
      cmark_strbuf_put(&cell.pointee.content, text.baseAddress, Int32(clamping: text.count))
    }
  }
}
