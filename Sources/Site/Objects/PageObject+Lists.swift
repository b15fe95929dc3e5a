import Language
import Templates

// What a list shows.

extension PageObject {
  func listMember(_ member: Member, _ reads: inout Reads) -> Value? {
    switch member {
    case .pages: view.objects(shownPages)
    case .count: .int(count)
    case .paginator: paginator
    case .sections: sections
    case .years: years(&reads)
    case .terms: terms
    case .groups: groups
    case .inventory: inventoryPage
    case .cluster: cluster(&reads)
    case .changed: changed(&reads)
    default: nil
    }
  }

  private var count: Int {
    if case .terms(let index) = subject { return publication.assembly.indexes[index].terms.count }
    return publication.pages(of: subject).count
  }

  /// The slice that the output shows; all pages of a list that is only mentioned.
  private var shownPages: ArraySlice<PageID> {
    let all = publication.pages(of: subject)[...]
    guard isCurrent, let pagination = view.pagination else { return all }
    return all[pagination.items(on: view.listPage)]
  }

  private var paginator: Value {
    guard isCurrent, let list = view.pagination else { return .none }
    return .object(PaginatorObject(list, at: view.listPage, in: view))
  }

  private var sections: Value {
    guard case .section(let section) = subject else { return .list([]) }
    return .list(publication.tree.sections[section].children.map { view.object(.section($0)) })
  }

  private func years(_ reads: inout Reads) -> Value {
    guard let section = publication.section(of: subject) else { return .list([]) }
    reads.record(publication.keys.key(.section(section), .list))
    let shown: Int? = if case .archive(_, let year) = subject { year } else { nil }
    return .list(
      publication.lists[section].archive.years.map { year in
        .object(
          YearObject(year.year, pages: year.pages, section: section, isCurrent: year.year == shown, in: view))
      })
  }

  private var terms: Value {
    guard case .terms(let index) = subject else { return .list([]) }
    return .list(publication.alphabetical(index).map { view.object(.term(index: index, term: $0)) })
  }

  /// The terms by their first letter.
  private var groups: Value {
    guard case .terms(let index) = subject else { return .list([]) }
    var groups: [(letter: String, terms: [Value])] = []
    for term in publication.alphabetical(index) {
      let letter = Self.letter(of: publication.assembly.indexes[index].terms[term].name)
      if groups.last?.letter != letter { groups.append((letter, [])) }
      groups[groups.count - 1].terms.append(view.object(.term(index: index, term: term)))
    }
    return .list(groups.map { .record(("letter", .text($0.letter)), ("terms", .list($0.terms))) })
  }

  /// `A` for `Árboles`, `Ñ` for `ñu`, `#` for what begins with no letter.
  private static func letter(of name: String) -> String {
    guard let first = name.unicodeScalars.first else { return "#" }
    if first.value == 0xF1 || first.value == 0xD1 { return "Ñ" }
    let slug = slug(of: String(Character(first)))
    guard let letter = slug.unicodeScalars.first, letter.properties.isAlphabetic else { return "#" }
    return String(Character(letter)).uppercased()
  }
}
