import Workers

/// The sheets of all subjects, each written by whoever asks for it first; two who do at once write the same.
struct SubjectSheets: Sendable {
  private let pages: [LazyReference<SubjectSheet>]
  private let sections: [LazyReference<SubjectSheet>]
  private let terms: [[LazyReference<SubjectSheet>]]

  init(_ assembly: Assembly) {
    pages = assembly.tree.pages.map { _ in LazyReference() }
    sections = assembly.tree.sections.map { _ in LazyReference() }
    terms = assembly.indexes.map { index in index.terms.map { _ in LazyReference() } }
  }

  /// The sheet of a subject; of those that few outputs mention, none is kept.
  func sheet(of subject: Subject, in publication: Publication) -> SubjectSheet {
    let place: LazyReference<SubjectSheet>
    switch subject {
    case .page(let page): place = pages[page]
    case .section(let section): place = sections[section]
    case .term(let index, let term): place = terms[index][term]
    case .terms, .archive, .notFound, .inventory: return SubjectSheet(subject, in: publication)
    }
    return place.load() ?? place.storeIfNil(SubjectSheet(subject, in: publication))
  }
}
