import Templates

/// The keys by which rendering notes what it has read of a subject: one for each subject, stirred with the column's.
///
/// They are made of what names the subject for its author, so that they mean the same from one build to the next.
struct SubjectKeys: Sendable {
  private let pages: [UInt64]
  private let sections: [UInt64]
  private let terms: [[UInt64]]
  private let indexes: [UInt64]

  init(_ assembly: Assembly) {
    pages = assembly.tree.pages.map { Self.key(ofPage: $0.entry.file.path) }
    sections = assembly.tree.sections.map { FactKey.named("section", "\($0.language)/\($0.path)") }
    indexes = assembly.indexes.map { FactKey.named("terms", "\($0.language)/\($0.name)") }
    terms = zip(assembly.indexes, indexes).map { index, key in
      index.terms.map { term in
        var mixer = Mixer(key)
        mixer.add(term.slug)
        return mixer.value
      }
    }
  }

  /// The key of the page that a file becomes.
  static func key(ofPage path: String) -> UInt64 { FactKey.named("page", path) }

  /// The key of a subject as a whole.
  func key(of subject: Subject) -> UInt64 {
    switch subject {
    case .page(let page): pages[page]
    case .section(let section): sections[section]
    case .archive(let section, let year):
      sections[section] ^ FactKey.named("archive", year.map(String.init) ?? "")
    case .term(let index, let term): terms[index][term]
    case .terms(let index): indexes[index]
    case .notFound(let language): FactKey.named("404", language)
    case .inventory(let page, let language): FactKey.named("inventory", "\(language)/\(page)")
    }
  }

  /// The key of what a column says of a subject.
  func key(_ subject: Subject, _ column: Column) -> UInt64 { column.key(of: key(of: subject)) }
}
