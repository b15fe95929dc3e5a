import CCmarkGFM

extension Library {
  /// An extension of the library's own.
  enum Extension: Int, CaseIterable {
    /// Makes links of bare addresses.
    case table, tasks, strikethrough, links
    /// Tables, with rows below the head as we read them.
    case ourTable

    /// The extension as the library knows it, found once in a process.
    var found: UnsafeMutablePointer<cmark_syntax_extension>? {
      switch self {
      case .table: cmark_find_syntax_extension("table")
      case .tasks: cmark_find_syntax_extension("tasklist")
      case .strikethrough: cmark_find_syntax_extension("strikethrough")
      case .links: cmark_find_syntax_extension("autolink")
      case .ourTable: TableRows.installed(in: Self.table.found)
      }
    }
  }
}
