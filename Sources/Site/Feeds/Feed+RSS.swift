import Bytes
import Language

// RSS 2.0, with the extensions that readers know: the feed's own address, whole contents, names of authors.

extension Feed {
  func writeRSS(into out: inout [UInt8]) {
    var xml = XMLWriter()
    xml.element("rss") { xml in
      xml.attribute("version", "2.0")
      xml.attribute("xmlns:atom", "http://www.w3.org/2005/Atom")
      xml.attribute("xmlns:content", "http://purl.org/rss/1.0/modules/content/")
      xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
    } _: { xml in
      xml.element("channel") { xml in
        xml.text("title", title)
        xml.text("link", url)
        // RSS wants a description, be it the title once more, and readers take it for HTML.
        xml.html("description", Self.html(description.isEmpty ? title : description))
        xml.text("language", language)
        xml.text("lastBuildDate", updated.rfc2822)
        xml.empty("atom:link") { xml in
          xml.attribute("rel", "self")
          xml.attribute("type", FeedFormat.rss.mediaType)
          xml.attribute("href", feedURL)
        }
        for entry in entries { entry.writeRSS(into: &xml, author: author) }
      }
    }
    xml.write(into: &out)
  }

  /// Plain text as HTML.
  fileprivate static func html(_ text: String) -> [UInt8] {
    var html: [UInt8] = []
    html.append(htmlText: Array(text.utf8).span)
    return html
  }
}

extension FeedEntry {
  fileprivate func writeRSS(into xml: inout XMLWriter, author: Person?) {
    xml.element("item") { xml in
      xml.text("title", title)
      xml.text("link", url)
      xml.text("guid", url) { $0.attribute("isPermaLink", "true") }
      xml.text("pubDate", published.rfc2822)
      for author in authors.isEmpty ? [author].compactMap({ $0 }) : authors {
        xml.text("dc:creator", author.name)
      }
      for tag in tags { xml.text("category", tag) }
      if let summary { xml.html("description", Feed.html(summary)) }
      if let content { xml.html("content:encoded", content) }
    }
  }
}

extension ZonedMoment {
  /// `Tue, 12 Aug 2025 08:45:00 +0200`.
  fileprivate var rfc2822: String {
    var out: [UInt8] = []
    out.append(rfc2822: self)
    return String(decoding: out, as: UTF8.self)
  }
}
