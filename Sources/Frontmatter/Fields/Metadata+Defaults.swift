import Diagnostics
import Language
import Nodes

// Defaults that a folder gives to the pages below it.

extension Metadata {
  /// Reads front matter keys that are defaults for pages: those of a `_defaults.yaml` or of a `cascade`.
  public static func defaults(
    from entries: [Node.Entry], of source: Source, zone: Zone? = nil
  ) -> (metadata: Metadata, report: Report) {
    var reader = FieldReader(source: source, zone: zone)
    var metadata = Metadata()
    metadata.read(entries, with: &reader)
    return (metadata, reader.report)
  }

  /// The same page, saying also what its defaults say and it does not; what it says wins.
  public func filled(from defaults: Metadata) -> Metadata {
    var filled = self
    for origin in defaults.origins where isSilent(on: origin.field) {
      filled.takeText(origin.field, from: defaults)
      filled.origins.removeAll { $0.field == origin.field }
      filled.origins.append(origin)
    }
    for entry in defaults.params where !params.contains(where: { $0.key == entry.key }) {
      filled.params.append(entry)
    }
    for taxonomy in defaults.taxonomies where !taxonomies.contains(where: { $0.name == taxonomy.name }) {
      filled.taxonomies.append(taxonomy)
    }
    return filled
  }
}

extension Metadata {
  /// A title made from the file's name is none that somebody said.
  private func isSilent(on field: Field) -> Bool {
    guard let origin = origin(of: field) else { return true }
    return field == .title && origin.teller == .fileName
  }

  private mutating func takeText(_ field: Field, from other: Metadata) {
    switch field {
    case .title: title = other.title
    case .linkTitle: linkTitle = other.linkTitle
    case .description: description = other.description
    case .summary: summary = other.summary
    case .slug: slug = other.slug
    case .url: url = other.url
    case .type: type = other.type
    case .layout: layout = other.layout
    case .template: template = other.template
    case .language: language = other.language
    case .translationKey: translationKey = other.translationKey
    case .canonicalURL: canonicalURL = other.canonicalURL
    case .robots: robots = other.robots
    case .icon: icon = other.icon
    case .date: date = other.date
    case .publishDate: publishDate = other.publishDate
    case .lastmod: lastmod = other.lastmod
    case .expiryDate: expiryDate = other.expiryDate
    default: takeRest(field, from: other)
    }
  }

  private mutating func takeRest(_ field: Field, from other: Metadata) {
    switch field {
    case .draft: isDraft = other.isDraft
    case .aliases: aliases = other.aliases
    case .weight: weight = other.weight
    case .tags: tags = other.tags
    case .categories: categories = other.categories
    case .series: series = other.series
    case .authors: authors = other.authors
    case .cover: cover = other.cover
    case .images: images = other.images
    case .keywords: keywords = other.keywords
    case .sitemap: sitemap = other.sitemap
    case .search: search = other.search
    case .pin: isPinned = other.isPinned
    case .toc: toc = other.toc
    case .comments: comments = other.comments
    case .readTime: readTime = other.readTime
    case .hide: hide = other.hide
    case .links: links = other.links
    case .menus: menus = other.menus
    case .outputs: outputs = other.outputs
    case .resources: resources = other.resources
    default: break
    }
  }
}
