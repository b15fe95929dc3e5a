import Frontmatter

extension Output {
  /// Whether the sitemap lists it: not the further pages of lists, nor what asks search engines to stay away.
  func isListed(in tree: ContentTree, _ indexes: [TermIndex], _ settings: ContentSettings) -> Bool {
    switch self {
    case .page(let page): tree.pages[page].entry.isListed && tree.pages[page].isAtHome(settings.publishedAt)
    case .section(let section, page: 1): tree.sections[section].index?.isListed ?? true
    case .term(let index, let term, page: 1): indexes[index].terms[term].entry?.isListed ?? true
    case .inventory: true
    case .terms(let index): indexes[index].entry?.isListed ?? true
    default: false
    }
  }
}

extension Page {
  /// Whether the text's own address is this one: what was first published elsewhere, and says so, is listed there.
  fileprivate func isAtHome(_ base: BaseURL) -> Bool {
    guard let canonical = entry.metadata.canonicalURL else { return true }
    return [base.absolute(url), base.path(of: url)].contains(canonical)
  }
}

extension Entry {
  fileprivate var isListed: Bool {
    !metadata.sitemap.isExcluded && !(metadata.robots?.lowercased().contains("noindex") ?? false)
  }
}
