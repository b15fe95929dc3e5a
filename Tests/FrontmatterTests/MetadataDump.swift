import Diagnostics
import Language
import Nodes

@testable import Frontmatter

/// What was understood of a file, one line for each thing.
enum MetadataDump {
  static func text(of header: Header, in source: Source) -> String {
    var lines = [header.dialect.rawValue]
    for row in Explanation(of: header, in: source, encoding: .init(name: "UTF-8")).rows {
      lines.append(
        "\(row.field.rawValue): \(value(row.value)) [\(teller(row.origin.teller))\(row.line.map { ":\($0)" } ?? "")]"
      )
    }
    let metadata = header.metadata
    for author in metadata.authors where author != Author(name: author.name) {
      lines.append(
        "author \(author.name): \(parts([author.url, author.email, author.avatar, author.description]))")
    }
    if let caption = metadata.cover?.caption { lines.append("caption: \(caption)") }
    for entry in metadata.params { lines.append("params.\(entry.key): \(value(.node(entry.value)))") }
    for ignored in header.ignored {
      lines.append("ignored \(ignored.key): \(ignored.reason.words(in: .english))")
    }
    if let range = header.titleRange {
      lines.append("said by line: \(Place(of: range, in: source.bytes.span).line)")
    }
    lines.append("body: \(Place(of: header.body..<header.body, in: source.bytes.span).line)")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func parts(_ parts: [String?]) -> String { parts.compactMap { $0 }.joined(separator: " ") }

  private static func value(_ shown: Shown) -> String {
    if case .texts(let texts) = shown { return "[\(texts.joined(separator: ", "))]" }
    return shown.line(in: .english)
  }

  private static func teller(_ teller: Origin.Teller) -> String {
    switch teller {
    case .key(let key): key
    case .heading: "heading"
    case .firstLine: "first line"
    case .fileName: "file name"
    }
  }
}
