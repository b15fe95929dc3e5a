import Workers

/// The sheets of all subjects, each written by whoever asks for it first; two who do at once write the same.
struct SubjectSheets: Sendable {
  private let sheets: LazyReferences<SubjectSheet>
  /// Where the sections begin, and the terms of each index; the pages come first.
  private let sections: Int
  private let terms: [Int]

  init(_ assembly: Assembly) {
    sections = assembly.tree.pages.count
    var terms: [Int] = []
    var count = sections + assembly.tree.sections.count
    for index in assembly.indexes {
      terms.append(count)
      count += index.terms.count
    }
    self.terms = terms
    sheets = LazyReferences(count: count)
  }

  /// The sheet of a subject; of those that few outputs mention, none is kept.
  func sheet(of subject: Subject, in publication: Publication) -> SubjectSheet {
    let place: Int
    switch subject {
    case .page(let page): place = page
    case .section(let section): place = sections + section
    case .term(let index, let term): place = terms[index] + term
    case .terms, .archive, .notFound, .inventory: return SubjectSheet(subject, in: publication)
    }
    return sheets.load(place) ?? sheets.storeIfNil(SubjectSheet(subject, in: publication), at: place)
  }
}
