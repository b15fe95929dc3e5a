/// What a page of the site is about.
public enum Subject: Sendable, Hashable {
  case page(PageID)
  case section(Int)
  case term(index: Int, term: Int)
  case terms(index: Int)
  /// A section's pages of one year, or of all years.
  case archive(section: Int, year: Int?)
  case notFound(language: String)
  case inventory(InventoryPage, language: String)
}

extension Output {
  /// What the output shows, and which page of its list; nil for what is no HTML page of a template.
  var subject: (subject: Subject, page: Int)? {
    switch self {
    case .page(let page): (.page(page), 1)
    case .section(let section, let page): (.section(section), page)
    case .archive(let section, let year): (.archive(section: section, year: year), 1)
    case .terms(let index): (.terms(index: index), 1)
    case .term(let index, let term, let page): (.term(index: index, term: term), page)
    case .notFound(let language): (.notFound(language: language), 1)
    case .inventory(let page, let language): (.inventory(page, language: language), 1)
    case .feed, .file, .redirect, .sitemap, .robots, .inventoryData, .asset: nil
    }
  }
}
