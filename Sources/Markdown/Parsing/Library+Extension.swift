import CCmarkGFM

extension Library {
  /// An extension of the library's own.
  enum Extension: Int, CaseIterable {
    case table, tasks, strikethrough
    /// Makes links of bare addresses.
    case linksAndMail
    /// The same without those of e-mail, which are not found while inlines are read, but by another walk.
    case links

    /// The extension as the library knows it, found once in a process.
    var found: UnsafeMutablePointer<cmark_syntax_extension>? {
      switch self {
      case .table: cmark_find_syntax_extension("table")
      case .tasks: cmark_find_syntax_extension("tasklist")
      case .strikethrough: cmark_find_syntax_extension("strikethrough")
      case .linksAndMail: cmark_find_syntax_extension("autolink")
      case .links: Self.withoutWalk(Self.linksAndMail.found)
      }
    }

    private static func withoutWalk(
      _ other: UnsafeMutablePointer<cmark_syntax_extension>?
    ) -> UnsafeMutablePointer<cmark_syntax_extension>? {
      guard let other else { return nil }
      let copy = UnsafeMutablePointer<cmark_syntax_extension>.allocate(capacity: 1)
      copy.initialize(to: other.pointee)
      copy.pointee.postprocess_func = nil
      return copy
    }
  }
}
