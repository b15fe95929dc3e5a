import Frontmatter
import Language
import Nodes

// What there is to know about a subject, whatever it is.

extension Publication {
  func language(of subject: Subject) -> String {
    switch subject {
    case .page(let page): tree.pages[page].language
    case .section(let section), .archive(let section, _): tree.sections[section].language
    case .term(let index, _), .terms(let index): assembly.indexes[index].language
    case .notFound(let language), .inventory(_, let language): language
    }
  }

  /// The file that speaks for a subject; nil where none does.
  func entry(of subject: Subject) -> Entry? {
    switch subject {
    case .page(let page): tree.pages[page].entry
    case .section(let section): tree.sections[section].index
    case .term(let index, let term): assembly.indexes[index].terms[term].entry
    case .terms(let index): assembly.indexes[index].entry
    case .archive, .notFound, .inventory: nil
    }
  }

  /// The text of a subject.
  func file(of subject: Subject) -> LoadedFile? {
    if case .page(let page) = subject { return files[page] }
    return entry(of: subject).flatMap { describing[$0.file.path] }
  }

  /// The address from the root of the site.
  func url(of subject: Subject) -> String {
    switch subject {
    case .page(let page): return tree.pages[page].url
    case .section(let section): return tree.sections[section].url
    case .term(let index, let term): return assembly.indexes[index].terms[term].url
    case .terms(let index): return assembly.indexes[index].url
    case .archive(let section, let year):
      let section = tree.sections[section]
      let archive = "\(section.url)\(ListWords(Tongue(of: section.language)).archive)/"
      return year.map { "\(archive)\($0)/" } ?? archive
    case .notFound(let language): return assembly.settings.root(of: language) + "404.html"
    case .inventory(let page, let language): return homelab[language]?.addresses.url(of: page) ?? "/"
    }
  }

  func title(of subject: Subject) -> String {
    switch subject {
    case .page(let page): return tree.pages[page].entry.metadata.title
    case .section(let section): return shared.titles[section]
    case .term(let index, let term): return assembly.indexes[index].terms[term].name
    case .terms(let index): return assembly.indexes[index].shownTitle
    case .archive(let section, let year):
      let tongue = Tongue(of: language(of: subject))
      let words = [tongue.pick(en: "Archive", es: "Archivo"), year.map(String.init)].compactMap(\.self)
      let isHome = tree.sections[section].path.isEmpty
      return ((isHome ? [] : ["\(shared.titles[section]):"]) + words).joined(separator: " ")
    case .notFound(let language):
      return Tongue(of: language).pick(en: "Page not found", es: "Página no encontrada")
    case .inventory(let page, let language): return homelab[language]?.title(of: page) ?? ""
    }
  }

  /// The title of a section: its file's, the configured one, else its folder's name.
  func titleSaid(bySection number: Int) -> String {
    let section = tree.sections[number]
    if let index = section.index, index.metadata.origin(of: .title)?.teller != .fileName {
      return index.metadata.title
    }
    if section.path.isEmpty { return configuration.title }
    if let title = configuration.sections[section.path]?.title { return title }
    return FileName(path: "\(section.path.split(separator: "/").last ?? "").md").title
  }

  /// The pages that a list shows, pinned ones first; none for what is no list.
  func pages(of subject: Subject) -> [PageID] {
    switch subject {
    case .section(let section): lists[section].pages
    case .archive(let section, nil): lists[section].archive.years.flatMap(\.pages)
    case .archive(let section, let year?):
      lists[section].archive.years.first { $0.year == year }?.pages ?? []
    // A series is read from its beginning.
    case .term(let index, let term) where assembly.indexes[index].name == "series":
      SeriesParts(assembly.indexes[index].terms[term], in: tree).parts
    case .term(let index, let term): assembly.indexes[index].terms[term].pages
    case .page, .terms, .notFound, .inventory: []
    }
  }

  /// How the list of a subject is cut into pages; nil for what is not cut.
  func pagination(of subject: Subject) -> Pagination? {
    switch subject {
    case .section(let section): assembly.pagination(ofSection: section)
    case .term(let index, let term): assembly.pagination(ofTerm: term, in: index)
    default: nil
    }
  }

  /// The section that a subject stands in; its own for a section.
  func section(of subject: Subject) -> Int? {
    switch subject {
    case .page(let page): tree.pages[page].section
    case .section(let section), .archive(let section, _): section
    case .term, .terms, .notFound, .inventory:
      tree.sections.firstIndex { $0.path.isEmpty && $0.language == language(of: subject) }
    }
  }
}

extension TermIndex {
  /// The title of the list of terms: the configured one, else the usual word of the language.
  var shownTitle: String {
    if let entry, entry.metadata.origin(of: .title)?.teller != .fileName { return entry.metadata.title }
    if let title { return title }
    let tongue = Tongue(of: language)
    switch name {
    case "tags": return tongue.pick(en: "Tags", es: "Etiquetas")
    case "categories": return tongue.pick(en: "Categories", es: "Categorías")
    case "series": return "Series"
    case "authors": return tongue.pick(en: "Authors", es: "Autores")
    default: return FileName(path: "\(name).md").title
    }
  }
}
