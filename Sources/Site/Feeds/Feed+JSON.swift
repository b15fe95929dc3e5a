import Bytes
import Language

// JSON Feed 1.1.

extension Feed {
  func writeJSON(into out: inout [UInt8]) {
    var json = OutputBuffer()
    json.object { json in
      json.member("version", "https://jsonfeed.org/version/1.1")
      json.member("title", title)
      json.member("description", description)
      json.member("home_page_url", url)
      json.member("feed_url", feedURL)
      json.member("language", language)
      if let author { json.member("authors", objects: [author], write) }
      json.member("items", objects: entries, write)
    }
    json.append("\n")
    json.write(into: &out)
  }

  private func write(_ person: Person, into json: inout OutputBuffer) {
    json.member("name", person.name)
    json.member("url", person.url)
  }

  private func write(_ entry: FeedEntry, into json: inout OutputBuffer) {
    json.member("id", entry.url)
    json.member("url", entry.url)
    json.member("title", entry.title)
    // An item has to have a content; a summary is the next best.
    if let content = entry.content {
      json.member("content_html", utf8: content)
    } else {
      json.member("content_text", entry.summary ?? entry.title)
    }
    json.member("summary", entry.summary)
    json.member("date_published", date: entry.published)
    json.member("date_modified", date: entry.updated)
    if !entry.authors.isEmpty { json.member("authors", objects: entry.authors, write) }
    json.member("tags", entry.tags)
  }
}
