import Frontmatter
import Templates

/// What a template asked of all pages: `pages(section="blog", tag="talos", limit=5)`.
///
/// Questions are kept as they were asked, so that it is known of a changed site whether their answers are others.
struct PagesQuestion: Hashable, Sendable {
  let language: String
  /// A section by its place in the tree, and by its key from one build to the next.
  var section: String?
  /// Names of terms, each with its taxonomy.
  var terms: [Filing] = []
  var type: String?
  var isPinned: Bool?
  var limit: Int?

  struct Filing: Hashable, Sendable {
    let taxonomy: String
    let name: String
  }

  /// The key under which outputs note that they asked.
  var key: UInt64 {
    var mixer = Mixer(Self.seed)
    mixer.add(language)
    mixer.add(section)
    for term in terms {
      mixer.add(term.taxonomy)
      mixer.add(term.name)
    }
    mixer.add(type)
    mixer.add(isPinned.map { $0 ? 1 : 0 })
    mixer.add(limit)
    return mixer.value
  }

  private static let seed = FactKey.named("question", "")
}

extension Publication {
  /// The pages that fit, the latest first; nil where the section is none.
  func answer(to question: PagesQuestion) -> [PageID]? {
    var found: [PageID]
    if let written = question.section {
      guard let section = section(written, in: question.language) else { return nil }
      found = tree.allPages(of: section)
    } else {
      found = pages(in: question.language)
    }
    for term in question.terms {
      let filed = Set(pages(of: term.name, in: term.taxonomy, question.language))
      found.removeAll { !filed.contains($0) }
    }
    if let type = question.type { found.removeAll { self.type(of: .page($0)) != type } }
    if let isPinned = question.isPinned {
      found.removeAll { tree.pages[$0].entry.metadata.isPinned != isPinned }
    }
    if let limit = question.limit { found = Array(found.prefix(max(0, limit))) }
    return found
  }

  /// A section by its folder or its address.
  func section(_ written: String, in language: String) -> Int? {
    let name = written.split(separator: "/").joined(separator: "/")
    let url = assembly.settings.root(of: language) + (name.isEmpty ? "" : "\(name)/")
    return tree.sections.firstIndex {
      $0.language == language && ($0.path == name || $0.url == url || $0.url == "/\(name)/")
    }
  }

  private func pages(of name: String, in taxonomy: String, _ language: String) -> [PageID] {
    let key = TermName(name).key
    for index in assembly.indexes where index.name == taxonomy && index.language == language {
      return index.terms.first { TermName($0.slug).key == key }?.pages ?? []
    }
    return []
  }
}
