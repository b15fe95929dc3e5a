import Synchronization

/// The sheets of all subjects, each written by whoever asks for it first; two who do at once write the same.
struct SubjectSheets: Sendable {
  private final class Place: Sendable {
    let sheet = AtomicLazyReference<SubjectSheet>()
  }

  private let pages: [Place]
  private let sections: [Place]
  private let terms: [[Place]]

  init(_ assembly: Assembly) {
    pages = assembly.tree.pages.map { _ in Place() }
    sections = assembly.tree.sections.map { _ in Place() }
    terms = assembly.indexes.map { index in index.terms.map { _ in Place() } }
  }

  /// The sheet of a subject; of those that few outputs mention, none is kept.
  func sheet(of subject: Subject, in publication: Publication) -> SubjectSheet {
    let place: Place
    switch subject {
    case .page(let page): place = pages[page]
    case .section(let section): place = sections[section]
    case .term(let index, let term): place = terms[index][term]
    case .terms, .archive, .notFound, .inventory: return SubjectSheet(subject, in: publication)
    }
    return place.sheet.load() ?? place.sheet.storeIfNil(SubjectSheet(subject, in: publication))
  }
}
