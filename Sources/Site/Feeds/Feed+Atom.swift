import Bytes
import Language

// Atom, RFC 4287.

extension Feed {
  func writeAtom(into out: inout [UInt8]) {
    var xml = XMLWriter()
    xml.element("feed") { xml in
      xml.attribute("xmlns", "http://www.w3.org/2005/Atom")
      xml.attribute("xml:lang", language)
    } _: { xml in
      xml.text("title", title)
      if !description.isEmpty { xml.text("subtitle", description) }
      xml.link("self", FeedFormat.atom.mediaType, to: feedURL)
      xml.link("alternate", "text/html", to: url)
      xml.text("id", feedURL)
      xml.date("updated", updated)
      // An entry without an author needs one of the feed.
      (author ?? Person(name: title)).writeAtom(into: &xml)
      for entry in entries { entry.writeAtom(into: &xml) }
    }
    xml.write(into: &out)
  }
}

extension FeedEntry {
  fileprivate func writeAtom(into xml: inout XMLWriter) {
    xml.element("entry") { xml in
      xml.text("title", title)
      xml.link("alternate", "text/html", to: url)
      xml.text("id", url)
      xml.date("published", published)
      xml.date("updated", updated)
      for author in authors { author.writeAtom(into: &xml) }
      for tag in tags { xml.empty("category") { $0.attribute("term", tag) } }
      if let summary { xml.text("summary", summary) }
      if let content { xml.html("content", content) { $0.attribute("type", "html") } }
    }
  }
}

extension XMLWriter {
  fileprivate mutating func link(_ relation: String, _ type: String, to url: String) {
    empty("link") { xml in
      xml.attribute("rel", relation)
      xml.attribute("type", type)
      xml.attribute("href", url)
    }
  }
}

extension Person {
  fileprivate func writeAtom(into xml: inout XMLWriter) {
    xml.element("author") { xml in
      xml.text("name", name)
      if let url { xml.text("uri", url) }
      if let email { xml.text("email", email) }
    }
  }
}
