import Nodes

// What search engines and the site's own search are told.

extension Metadata {
  mutating func readForMachines(_ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader) {
    switch row.role {
    case .noIndex:
      guard let isHidden = reader.truth(entry.value, key: entry.key), isHidden else { return }
      if claim(.robots, entry, row, with: &reader) { robots = "noindex" }
    case .sitemap: readSitemap(entry, row, with: &reader)
    case .sitemapExclude:
      guard let isExcluded = reader.truth(entry.value, key: entry.key) else { return }
      if claim(.sitemap, entry, row, with: &reader) { sitemap.isExcluded = isExcluded }
    case .search: readSearch(entry, row, with: &reader)
    default:
      guard let truth = reader.truth(entry.value, key: entry.key) else { return }
      if claim(.search, entry, row, with: &reader) {
        search.isExcluded = row.role == .searchIndex ? !truth : truth
      }
    }
  }

  /// Reads `sitemap: false` or `sitemap: {disable: true, changefreq: weekly, priority: 0.5}`.
  private mutating func readSitemap(_ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader)
  {
    guard claim(.sitemap, entry, row, with: &reader) else { return }
    switch entry.value.content {
    case .list: reader.wrong(entry.value, key: entry.key, expected: .sitemap)
    case .scalar:
      if let isListed = reader.truth(entry.value, key: entry.key) { sitemap.isExcluded = !isListed }
    case .map(let entries):
      for inner in entries where !inner.value.isNull {
        let key = "\(entry.key).\(inner.key)"
        switch inner.key.lowercased() {
        case "disable", "exclude", "sitemap_exclude":
          sitemap.isExcluded = reader.truth(inner.value, key: key) ?? false
        case "changefreq": sitemap.changeFrequency = reader.text(inner.value, key: key)
        case "priority": sitemap.priority = reader.decimal(inner.value, key: key)
        default: break
        }
      }
    }
  }

  /// Reads `search: false` or `search: {exclude: true, boost: 2}`.
  private mutating func readSearch(_ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader) {
    guard claim(.search, entry, row, with: &reader) else { return }
    switch entry.value.content {
    case .list: reader.wrong(entry.value, key: entry.key, expected: .search)
    case .scalar:
      if let isFound = reader.truth(entry.value, key: entry.key) { search.isExcluded = !isFound }
    case .map(let entries):
      for inner in entries where !inner.value.isNull {
        let key = "\(entry.key).\(inner.key)"
        switch inner.key {
        case "exclude": search.isExcluded = reader.truth(inner.value, key: key) ?? false
        case "boost": search.boost = reader.decimal(inner.value, key: key)
        default: break
        }
      }
    }
  }
}
