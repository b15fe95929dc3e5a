import Frontmatter

extension Output {
  /// Whether the sitemap lists it: not the further pages of lists, nor what asks search engines to stay away.
  func isListed(in tree: ContentTree, _ indexes: [TermIndex]) -> Bool {
    switch self {
    case .page(let page): tree.pages[page].entry.isListed
    case .section(let section, page: 1): tree.sections[section].index?.isListed ?? true
    case .term(let index, let term, page: 1): indexes[index].terms[term].entry?.isListed ?? true
    case .inventory: true
    case .terms(let index): indexes[index].entry?.isListed ?? true
    default: false
    }
  }
}

extension Entry {
  fileprivate var isListed: Bool {
    !metadata.sitemap.isExcluded && !(metadata.robots?.lowercased().contains("noindex") ?? false)
  }
}
