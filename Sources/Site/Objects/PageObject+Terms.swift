import Frontmatter
import Language
import Templates

// What a page is filed under, and what stands beside it.

extension PageObject {
  func termMember(_ member: Member, _ reads: inout Reads) -> Value? {
    switch member {
    case .tags: terms(of: "tags")
    case .categories: terms(of: "categories")
    case .series: terms(of: "series")
    case .authors: terms(of: "authors")
    case .taxonomies: taxonomies
    case .taxonomy: taxonomy
    case .section: publication.section(of: subject).map { view.object(.section($0)) } ?? Value.none
    case .ancestors: ancestors
    case .parent: parent
    case .children: children
    case .previous: view.object(neighbours?.previous)
    case .next: view.object(neighbours?.next)
    case .related: related(&reads)
    case .seriesParts: seriesParts
    default: nil
    }
  }

  private func terms(of taxonomy: String) -> Value {
    guard let index = publication.index(of: taxonomy, in: sheet.language), !sheet.filings.isEmpty else {
      return .list([])
    }
    return .list(sheet.filings[index].map { view.object(.term(index: index, term: $0)) })
  }

  private var taxonomies: Value {
    .map(
      Map(
        publication.assembly.indexes.filter { $0.language == sheet.language }
          .map { ($0.name, terms(of: $0.name)) }))
  }

  private var taxonomy: Value {
    switch subject {
    case .term(let index, _), .terms(let index): .object(TaxonomyObject(index, in: view))
    default: .none
    }
  }

  private var ancestors: Value {
    if let way = publication.shared.way(to: subject, in: publication) { return way.shown }
    return .list(publication.ancestors(of: subject).map(crumb))
  }

  private func crumb(_ subject: Subject) -> Value {
    if case .section(let section) = subject { return publication.shared.crumbs[section] }
    return .crumb(publication.title(of: subject), publication.base.path(of: publication.url(of: subject)))
  }

  private var parent: Value {
    switch subject {
    case .term(let index, let term):
      publication.assembly.indexes[index].terms[term].parent.map {
        view.object(.term(index: index, term: $0))
      }
        ?? Value.none
    case .section(let section):
      publication.tree.sections[section].parent.map { view.object(.section($0)) } ?? Value.none
    default: .none
    }
  }

  private var children: Value {
    guard case .term(let index, let term) = subject else { return .list([]) }
    let terms = publication.assembly.indexes[index]
    return .list(terms.terms[term].children.map { view.object(.term(index: index, term: $0)) })
  }

  private var neighbours: Neighbours? {
    guard case .page(let page) = subject else { return nil }
    return publication.neighbours[page]
  }

  private func related(_ reads: inout Reads) -> Value {
    guard case .page(let page) = subject else { return .list([]) }
    let related = publication.related.pages(to: page)
    reads.record(publication.kinshipKey(of: page, answered: related))
    return view.objects(related)
  }

  private var seriesParts: Value {
    guard case .page(let page) = subject else { return .list([]) }
    guard let index = publication.index(of: "series", in: sheet.language) else { return .list([]) }
    return .list(sheet.filings[index].map { seriesPart($0, of: index, page) })
  }

  private func seriesPart(_ number: Int, of index: Int, _ page: PageID) -> Value {
    let series = SeriesParts(publication.assembly.indexes[index].terms[number], in: publication.tree)
    let parts = series.parts.map { part in
      Value.record(
        ("title", .text(publication.title(of: .page(part)))),
        ("url", view.path(publication.url(of: .page(part)))), ("current", .bool(part == page)))
    }
    return .record(
      ("name", .text(series.term.name)), ("url", view.path(series.term.url)), ("pages", .list(parts)),
      ("index", .int(series.place(of: page)?.number ?? 0)), ("total", .int(parts.count)))
  }
}

extension Publication {
  /// The number of a taxonomy's index in a language; nil when nothing is filed there.
  func index(of taxonomy: String, in language: String) -> Int? {
    assembly.indexes.firstIndex { $0.name == taxonomy && $0.language == language }
  }

  /// The way from the home page to a subject, without itself.
  func ancestors(of subject: Subject) -> [Subject] {
    var way: [Subject] = []
    if case .term(let index, let term) = subject {
      var next = assembly.indexes[index].terms[term].parent
      while let number = next {
        way.append(.term(index: index, term: number))
        next = assembly.indexes[index].terms[number].parent
      }
      way.append(.terms(index: index))
    }
    if case .archive(let section, _?) = subject { way.append(.archive(section: section, year: nil)) }
    way.reverse()
    var next = section(of: subject)
    if case .section(let section) = subject { next = tree.sections[section].parent }
    return (next.map(sections(upTo:)) ?? []).map { .section($0) } + way
  }

  /// The sections from the root to one, itself at the end.
  func sections(upTo last: Int) -> [Int] {
    var way = [last]
    var next = tree.sections[last].parent
    while let section = next {
      way.append(section)
      next = tree.sections[section].parent
    }
    return way.reversed()
  }
}
