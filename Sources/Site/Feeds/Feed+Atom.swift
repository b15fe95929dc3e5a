import Bytes
import Language

// Atom, RFC 4287.

extension Feed {
  func writeAtom(into out: inout [UInt8]) {
    var xml = XMLWriter(taking: &out)
    xml.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)]) { xml in
      xml.text("title", title)
      if !description.isEmpty { xml.text("subtitle", description) }
      xml.empty("link", [("rel", "self"), ("type", FeedFormat.atom.mediaType), ("href", feedURL)])
      xml.empty("link rel=\"alternate\" type=\"text/html\"", [("href", url)])
      xml.text("id", feedURL)
      xml.date("updated", updated)
      // An entry without an author needs one of the feed.
      (author ?? Person(name: title)).writeAtom(into: &xml)
      for entry in entries { entry.writeAtom(into: &xml) }
    }
    out = xml.out
  }
}

extension FeedEntry {
  fileprivate func writeAtom(into xml: inout XMLWriter) {
    xml.element("entry") { xml in
      xml.text("title", title)
      xml.empty("link rel=\"alternate\" type=\"text/html\"", [("href", url)])
      xml.text("id", url)
      xml.date("published", published)
      xml.date("updated", updated)
      for author in authors { author.writeAtom(into: &xml) }
      for tag in tags { xml.empty("category", [("term", tag)]) }
      if let summary { xml.text("summary", summary) }
      if let content { xml.html("content", content, [("type", "html")]) }
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
