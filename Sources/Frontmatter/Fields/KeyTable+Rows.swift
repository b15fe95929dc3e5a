// The table itself. Keys that all systems share carry no clue.

extension KeyTable {
  static let rows: [Row] = words + dates + addresses + terms + pictures + machines + looks + others

  private static let words: [Row] = [
    Row("title", .text(.title)),
    Row("linkTitle", .text(.linkTitle), .hugo, 3),
    Row("description", .text(.description)),
    Row("summary", .text(.summary), .hugo, 1),
    Row("excerpt", .text(.summary), rank: 1, .jekyll, 1),
    Row("authors", .authors),
    Row("author", .authors, rank: 1),
  ]

  private static let dates: [Row] = [
    Row("date", .date(.date)),
    Row("created", .date(.date), rank: 1),
    Row("publishDate", .date(.publishDate), .astro, 1),
    Row("pubDate", .date(.publishDate), rank: 1, .astro, 3),
    Row("pubDatetime", .date(.publishDate), rank: 1, .astro, 3),
    Row("publishedAt", .date(.publishDate), rank: 1, .astro, 1),
    Row("publishedDate", .date(.publishDate), rank: 1, .astro, 2),
    Row("published", .published, rank: 2),
    Row("lastmod", .date(.lastmod), .hugo, 3),
    Row("updatedDate", .date(.lastmod), rank: 1, .astro, 3),
    Row("modDate", .date(.lastmod), rank: 1, .astro, 3),
    Row("modDatetime", .date(.lastmod), rank: 1, .astro, 3),
    Row("updateDate", .date(.lastmod), rank: 1),
    Row("updatedAt", .date(.lastmod), rank: 1, .astro, 1),
    Row("lastUpdate", .date(.lastmod), rank: 2),
    Row("lastUpdated", .date(.lastmod), rank: 2, .astro, 1),
    Row("last_modified_at", .date(.lastmod), rank: 1, .jekyll, 3),
    Row("updated", .date(.lastmod), rank: 2, .zola, 1),
    Row("modified", .date(.lastmod), rank: 3, .hugo, 1),
    Row("expiryDate", .date(.expiryDate), .hugo, 3),
    Row("unpublishDate", .date(.expiryDate), rank: 1, .hugo, 3),
  ]

  private static let addresses: [Row] = [
    Row("draft", .draft, .hugo, 1),
    Row("slug", .text(.slug)),
    Row("url", .text(.url), .hugo, 1),
    Row("permalink", .text(.url), rank: 1, .jekyll, 3),
    Row("path", .text(.url), rank: 2, .zola, 2),
    Row("aliases", .texts(.aliases), .hugo, 1),
    Row("alias", .texts(.aliases), rank: 1),
    Row("redirect_from", .texts(.aliases), rank: 1, .jekyll, 3),
    Row("weight", .weight, .hugo, 1),
    Row("order", .weight, rank: 1),
    Row("nav_order", .weight, rank: 1, .jekyll, 2),
    Row("type", .text(.type), .hugo, 2),
    Row("layout", .text(.layout), .jekyll, 1),
    Row("template", .text(.template), .zola, 1),
    Row("lang", .text(.language)),
    Row("language", .text(.language), rank: 1),
    Row("locale", .text(.language), rank: 2),
    Row("translationKey", .text(.translationKey), .hugo, 3),
  ]

  private static let terms: [Row] = [
    Row("tags", .texts(.tags)),
    Row("tag", .texts(.tags), rank: 1, .jekyll, 1),
    Row("categories", .texts(.categories)),
    Row("category", .texts(.categories), rank: 1),
    Row("series", .texts(.series), .hugo, 1),
    Row("taxonomies", .taxonomies, .zola, 4),
  ]

  private static let pictures: [Row] = [
    Row("cover", .cover),
    Row("featured_image", .cover, rank: 1, .hugo, 2),
    Row("heroImage", .cover, rank: 2, .astro, 3),
    Row("image", .cover, rank: 3),
    Row("img", .cover, rank: 4, .astro, 3),
    Row("images", .images, rank: 5),
    Row("coverImage", .cover, rank: 6),
    Row("header", .cover, rank: 7, .jekyll, 2),
    Row("banner", .cover, rank: 8),
    Row("thumbnail", .cover, rank: 9),
    Row("ogImage", .cover, rank: 10, .astro, 2),
    Row("img_alt", .text(.coverAlt), .astro, 3),
    Row("imageAlt", .text(.coverAlt), .astro, 2),
    Row("coverAlt", .text(.coverAlt)),
    Row("coverImageAlt", .text(.coverAlt)),
    Row("heroImageAlt", .text(.coverAlt), .astro, 2),
    Row("heroAlt", .text(.coverAlt), .astro, 2),
    Row("featured_image_alt", .text(.coverAlt), .hugo, 1),
  ]

  private static let machines: [Row] = [
    Row("keywords", .texts(.keywords)),
    Row("canonicalURL", .text(.canonicalURL)),
    Row("canonical", .text(.canonicalURL), rank: 1),
    Row("robots", .text(.robots)),
    Row("noindex", .noIndex),
    Row("robotsNoIndex", .noIndex, .hugo, 1),
    Row("sitemap", .sitemap),
    Row("sitemap_exclude", .sitemapExclude),
    Row("search", .search, .material, 2),
    Row("in_search_index", .searchIndex, .zola, 4),
    Row("searchHidden", .searchExclude, .hugo, 2),
    Row("search_exclude", .searchExclude),
    Row("outputs", .outputs, .hugo, 3),
  ]

  private static let looks: [Row] = [
    Row("pin", .truth(.pin), .material, 1),
    Row("pinned", .truth(.pin), rank: 1),
    Row("toc", .truth(.toc)),
    Row("showToc", .truth(.toc), rank: 1, .hugo, 2),
    Row("comments", .truth(.comments)),
    Row("readtime", .readTime, .material, 3),
    Row("hide", .hide, .material, 3),
    Row("icon", .text(.icon), .material, 1),
    Row("links", .node(.links), .material, 2),
    Row("menus", .node(.menus), .hugo, 2),
    Row("menu", .node(.menus), rank: 1, .hugo, 2),
    Row("resources", .node(.resources), .hugo, 3),
    Row("cascade", .node(.cascade), .hugo, 3),
    Row("params", .params, .hugo, 2),
    Row("extra", .params, .zola, 4),
  ]

  private static let others: [Row] =
    [
      Row("markup", .other, .hugo, 3), Row("isCJKLanguage", .other, .hugo, 3),
      Row("headless", .other, .hugo, 2),
      Row("build", .other, .hugo, 2), Row("sites", .other), Row("audio", .other), Row("videos", .other),
      Row("render", .other, .zola, 2), Row("sort_by", .other, .zola, 3), Row("paginate_by", .other, .zola, 3),
      Row("sort", .other), Row("social", .other, .material, 2), Row("status", .other),
      Row("boost", .other), Row("ShowReadingTime", .other, .hugo, 2), Row("hidemeta", .other, .hugo, 2),
    ]
    + harmless.map { Row($0, .other) }

  /// Keys of themes that look like misspelt keys of ours and are not.
  private static let harmless: [String] = [
    "link", "page", "pages", "image_caption", "code", "color", "subtitle", "site", "video", "featured",
    "author_url",
    "label", "labels", "topic", "topics", "theme", "math", "mermaid", "katex", "hidden",
    "private",
    "public", "series_order", "sidebar", "hero", "note", "notes", "name", "id", "version", "state", "lead",
    "css",
    "js", "head", "text", "body", "timeline", "time", "day", "year", "month", "update",
    "icons", "like", "likes", "rating",
    "parent", "tagline", "license", "copyright", "source", "sources", "repo", "github", "stack", "tech",
    "client",
    "role", "position", "level", "titles", "preview", "share", "style", "class", "section", "sticky", "data",
    "height",
    "width", "teaser", "redirect_to", "comment_id", "menu_title", "publisher", "languages", "locales",
  ]
}
