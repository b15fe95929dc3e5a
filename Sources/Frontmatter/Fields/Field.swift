/// A field of `Metadata`, by the name that it has in explanations.
public enum Field: String, Sendable, CaseIterable {
  case title, linkTitle, description, summary
  case date, publishDate, lastmod, expiryDate
  case draft, slug, url, aliases, weight
  case type, layout, template, language, translationKey
  case tags, categories, series, taxonomies
  case authors, cover, coverAlt, images
  case keywords, canonicalURL, robots, sitemap, search
  case pin, toc, comments, readTime, hide, icon
  case links, menus, outputs, resources, cascade
}
