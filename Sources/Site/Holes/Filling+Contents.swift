import Bytes
import Language
import Markdown

extension Filling {
  /// Writes the table of contents that `[TOC]` asks for; an opening shows none.
  mutating func fillContents(into out: inout [UInt8]) -> Bool {
    guard outlet != .excerpt else { return true }
    var entries = article.contents
    // The heading that became the page's title is no entry, only what stands below it.
    if part != .whole, let title = article.title, let first = entries.first, first.level == 1,
      first.text == title.text
    {
      entries = first.children + entries.dropFirst()
    }
    guard !entries.isEmpty else { return true }
    let tongue = Tongue(of: home.language)
    out.append("<nav class=\"contents\" aria-label=\"")
    out.append(text: tongue.pick(en: "Contents", es: "Contenido"))
    out.append("\">\n")
    append(entries, into: &out)
    out.append("</nav>\n")
    return true
  }

  private func append(_ entries: [Heading], into out: inout [UInt8]) {
    out.append("<ul>\n")
    for entry in entries {
      out.append("<li><a href=\"")
      if outlet != .page { out.append(address: filler.address(home.url, at: outlet)) }
      out.append("#")
      out.append(href: Array(entry.id.utf8).span)
      out.append("\">")
      out.append(htmlText: Array(entry.text.utf8).span)
      out.append("</a>")
      if !entry.children.isEmpty {
        out.append("\n")
        append(entry.children, into: &out)
      }
      out.append("</li>\n")
    }
    out.append("</ul>\n")
  }
}
