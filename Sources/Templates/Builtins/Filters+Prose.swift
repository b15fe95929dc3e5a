import Bytes
import Language

// Filters that read prose: how long it is, how it begins, what it is called in a URL.

extension Filters {
  static func addProse(to table: inout FilterTable) {
    table.add("slug") { (machine, call) in .text(slug(of: call.soft(&machine))) }
    table.add("excerpt", parameters: ["words", "end"], excerpt)
    table.add("reading_time", parameters: ["words_per_minute"]) { (machine, call) throws(Fault) in
      let speed = max(1, try call.int(0, "words_per_minute", WordCount.wordsPerMinute))
      let count = WordCount(of: Array(prose(of: call.soft(&machine)).utf8).span)
      return .int(count.minutes(wordsPerMinute: speed))
    }
    table.add("urlize", parameters: ["trim_url_limit", "nofollow", "target", "rel"], urlize)
  }

  private static let excerpt: Filter.Body = { (machine, call) throws(Fault) in
    let most = max(1, try call.int(0, "words", 50))
    let end = try call.text(1, "end", "…")
    let words = prose(of: call.soft(&machine)).words
    guard words.count > most else { return .text(words.joined(separator: " ")) }
    var text = words[..<most].joined(separator: " ")
    if end == "…" { text = text.trimmed(",;:.—–-", left: false) }
    return .text(text + end)
  }

  private static let urlize: Filter.Body = { (machine, call) throws(Fault) in
    var relations = Set(call.has(3) && !call[3].isNone ? try call.text(3, "rel", "").words : [])
    relations.insert("noopener")
    if call.bool(1, false) { relations.insert("nofollow") }
    var attributes = " rel=\"\(relations.sorted().joined(separator: " ").markupEscaped)\""
    if call.has(2), !call[2].isNone {
      attributes += " target=\"\(try call.text(2, "target", "").markupEscaped)\""
    }
    let limit: Int? = call.has(0) && !call[0].isNone ? try call.int(0, "trim_url_limit", 0) : nil
    let linker = Linker(attributes: attributes, limit: limit)
    let text = call.soft(&machine)
    let html = linker.linked(call.subject.isSafe ? text : text.markupEscaped)
    return machine.escapes ? .safe(html) : .text(html)
  }

  /// The text of HTML, as a person reads it: tags that are not part of a line part words too.
  static func prose(of html: String) -> String {
    let bytes = Array(html.utf8)
    var text: [UInt8] = []
    var index = 0
    let lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index < lastEnd, let end = tagEnd(in: bytes, from: index)
      else {
        text.append(bytes[index])
        index += 1
        continue
      }
      if !isInline(bytes[index..<end]) { text.append(UInt8(ascii: " ")) }
      index = end
    }
    return String(decoding: text, as: UTF8.self).entitiesRead
  }

  /// Where a tag or comment ends; nil where a `<` is only a sign.
  private static func tagEnd(in bytes: [UInt8], from start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let next = bytes[start + 1]
    guard next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || (next.isNameStart && next < 0x80) else {
      return nil
    }
    let isComment = bytes[start...].starts(with: "<!--".utf8)
    var index = start + 1
    while index < bytes.count {
      let isEnd =
        bytes[index] == UInt8(ascii: ">")
        && (!isComment || (index >= start + 6 && bytes[index - 1] == 0x2D && bytes[index - 2] == 0x2D))
      if isEnd { return index + 1 }
      index += 1
    }
    return nil
  }

  private static func isInline(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix { $0.isNameStart || $0.isDigit }
    return inlineTags.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  private static let inlineTags: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
  ]
}

extension String {
  /// The text with the entities of escaped text read.
  var entitiesRead: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"),
      ("&amp;", "&"),
    ]
    return entities.reduce(self) { $0.replacing($1.0, by: $1.1) }
  }
}
