import Frontmatter
import Language
import Nodes
import Templates

// Where a page is, and what it refers to.

extension PageObject {
  func addressMember(_ member: Member, _ reads: inout Reads) -> Value? {
    switch member {
    case .url: view.path(url)
    case .permalink: view.absolute(url)
    case .canonical: canonical(&reads)
    case .path: .text(url)
    case .source: .text(orNone: entry?.file.shownPath)
    case .cover: cover(&reads)
    case .resources: resources
    case .links: links(&reads)
    case .feeds: feeds(&reads)
    case .translations: translations
    case .noindex: noindex(&reads)
    case .jsonLD: .markup(publication.structuredData(of: subject, reads: &reads))
    default: nil
    }
  }

  /// The address of the subject; of the page of the list that is shown, when it is the current one.
  private var url: String { isCurrent ? view.url : publication.url(of: subject) }

  private func canonical(_ reads: inout Reads) -> Value {
    reads.record(Column.metadata.key(of: sheet.key))
    return entry?.metadata.canonicalURL.map { Value.text($0) } ?? view.absolute(url)
  }

  private func noindex(_ reads: inout Reads) -> Value {
    reads.record(Column.metadata.key(of: sheet.key))
    return .bool(publication.setting.isHidden || isKeptOut)
  }

  private var isKeptOut: Bool { entry?.metadata.robots?.lowercased().contains("noindex") ?? false }

  private func cover(_ reads: inout Reads) -> Value {
    guard sheet.hasCover, let cover = entry?.metadata.cover else { return .none }
    let picture = publication.picture(cover.path, from: publication.home(of: subject), reads: &reads)
    // A picture that is nowhere is told when the site is built; a frame without one would only look broken.
    guard picture.isFound else { return .none }
    return picture.value(alt: cover.alt ?? "", caption: cover.caption)
  }

  private var resources: Value {
    guard case .page(let page) = subject else { return .list([]) }
    let folder = publication.tree.pages[page].entry.file.ownFolder ?? ""
    return .list(
      publication.tree.pages[page].resources.map { file in
        let name = String(file.dropFirst(folder.isEmpty ? 0 : folder.count + 1))
        return .record(("name", .text(name)), ("url", view.path(publication.url(of: subject) + name)))
      })
  }

  private func links(_ reads: inout Reads) -> Value {
    guard let node = entry?.metadata.links else { return .list([]) }
    var links: [Value] = []
    for (title, url) in node.entries.map(Self.links) ?? (node.list ?? []).compactMap(Self.link) {
      let address = publication.address(of: url, from: subject, reads: &reads)
      links.append(.record(("title", .text(title)), ("url", .text(address))))
    }
    return .list(links)
  }

  private static func links(_ entries: [Node.Entry]) -> [(title: String, url: String)] {
    entries.compactMap { entry in entry.value.text.map { (entry.key, $0) } }
  }

  private static func link(_ item: Node) -> (title: String, url: String)? {
    if let url = item.text { return (url, url) }
    if let url = item["url"]?.text ?? item["href"]?.text {
      return (item["title"]?.text ?? item["name"]?.text ?? url, url)
    }
    guard let only = item.entries?.first, let url = only.value.text else { return nil }
    return (only.key, url)
  }

  private func feeds(_ reads: inout Reads) -> Value {
    if case .term = subject {
      publication.readFeeds(of: subject, &reads)
      return isCurrent ? view.feeds : publication.feedsSaid(byTerm: subject)
    }
    guard let section = publication.section(of: subject) else { return .list([]) }
    return publication.feeds(ofSection: section, reads: &reads)
  }

  private var translations: Value {
    .list(
      publication.translations(of: subject).map { other in
        let (language, url) = (publication.language(of: other), publication.url(of: other))
        return .record(
          ("language", .text(language)), ("name", .text(LanguageName.of(language))),
          ("title", .text(publication.title(of: other))), ("url", view.path(url)),
          ("permalink", view.absolute(url)), ("current", .bool(other == subject)))
      })
  }
}

extension Publication {
  /// The same thing in all languages, itself among them; none for what stands in one language only.
  func translations(of subject: Subject) -> [Subject] {
    guard tree.languages.count > 1 else { return [] }
    switch subject {
    case .page(let page): return translations[page, default: []].map { .page($0) }
    case .section(let section):
      let path = tree.sections[section].path
      let others = tree.languages.compactMap { language in
        tree.sections.firstIndex { $0.path == path && $0.language == language }
      }
      return others.count > 1 ? others.map { .section($0) } : []
    case .terms(let index):
      let name = assembly.indexes[index].name
      let others = assembly.indexes.indices.filter {
        assembly.indexes[$0].name == name && !assembly.indexes[$0].terms.isEmpty
      }
      return others.count > 1 ? others.map { .terms(index: $0) } : []
    case .notFound: return tree.languages.map { .notFound(language: $0) }
    case .inventory(let page, _): return tree.languages.map { .inventory(page, language: $0) }
    case .term, .archive: return []
    }
  }
}

/// What languages call themselves.
enum LanguageName {
  static func of(_ language: String) -> String {
    switch language.prefix(2) {
    case "es": "Español"
    case "en": "English"
    default: language
    }
  }
}
