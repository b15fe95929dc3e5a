import Language

/// The list of all addresses for search engines, with the day each last changed.
public struct Sitemap: Sendable {
  public let entries: [Entry]

  /// One address.
  public struct Entry: Sendable, Hashable {
    /// Absolute.
    public let url: String
    public let modified: ZonedMoment?
    /// The same page in all languages, itself among them: language and absolute address.
    public let translations: [Translation]

    public init(url: String, modified: ZonedMoment? = nil, translations: [Translation] = []) {
      self.url = url
      self.modified = modified
      self.translations = translations
    }
  }

  /// A page in another language.
  public struct Translation: Sendable, Hashable {
    public let language: String
    public let url: String

    public init(language: String, url: String) {
      self.language = language
      self.url = url
    }
  }

  public init(_ entries: [Entry]) { self.entries = entries }

  /// More addresses than this a sitemap may not hold; then it is an index of several.
  public static let limit = 50_000

  /// Writes `sitemap.xml`, or with too many addresses an index of that name and its parts `sitemap-1.xml`, …; `root`
  /// is the absolute address of the site, with `/` at its end.
  public func files(root: String, limit: Int = Sitemap.limit) -> [(name: String, bytes: [UInt8])] {
    guard entries.count > limit else { return [("sitemap.xml", Self.bytes(of: entries[...]))] }
    let starts = stride(from: 0, to: entries.count, by: limit)
    let parts = zip(Self.names(of: entries.count, limit: limit).dropFirst(), starts).map { name, start in
      (name: name, entries: entries[start..<min(start + limit, entries.count)])
    }
    var index: [UInt8] = []
    var xml = XMLWriter()
    xml.element("sitemapindex") {
      $0.attribute("xmlns", Self.space)
    } _: { xml in
      for part in parts {
        xml.element("sitemap") { $0.text("loc", root + part.name) }
      }
    }
    xml.write(into: &index)
    return [("sitemap.xml", index)] + parts.map { ($0.name, Self.bytes(of: $0.entries)) }
  }

  /// The names of the files for so many addresses.
  static func names(of count: Int, limit: Int = Sitemap.limit) -> [String] {
    guard count > limit else { return ["sitemap.xml"] }
    return ["sitemap.xml"] + (1...(count + limit - 1) / limit).map { "sitemap-\($0).xml" }
  }
}

extension Sitemap {
  private static let space = "http://www.sitemaps.org/schemas/sitemap/0.9"

  private static func bytes(of entries: ArraySlice<Entry>) -> [UInt8] {
    let hasTranslations = entries.contains { !$0.translations.isEmpty }
    var bytes: [UInt8] = []
    var xml = XMLWriter()
    xml.element("urlset") { xml in
      xml.attribute("xmlns", space)
      if hasTranslations { xml.attribute("xmlns:xhtml", "http://www.w3.org/1999/xhtml") }
    } _: { xml in
      for entry in entries {
        xml.element("url") { xml in
          xml.text("loc", entry.url)
          if let modified = entry.modified { xml.date("lastmod", modified) }
          for other in entry.translations {
            xml.empty("xhtml:link") { xml in
              xml.attribute("rel", "alternate")
              xml.attribute("hreflang", other.language)
              xml.attribute("href", other.url)
            }
          }
        }
      }
    }
    xml.write(into: &bytes)
    return bytes
  }
}
