import Bytes

// Filters that write or read HTML, JSON and URLs.

extension Filters {
  static func addMarkup(to table: inout FilterTable) {
    table.add("safe") { (machine, call) in
      if case .markup = call.subject { return call.subject }
      return .safe(call.soft(&machine))
    }
    table.add("escape", "e") { (machine, call) in
      call.subject.isSafe ? call.subject : .safe(call.soft(&machine).markupEscaped)
    }
    table.add("forceescape") { (machine, call) in .safe(call.soft(&machine).markupEscaped) }
    table.add("xml") { (machine, call) in .safe(call.soft(&machine).xmlEscaped) }
    table.add("striptags") { (machine, call) in .text(stripped(call.soft(&machine))) }
    table.add("tojson", "json", parameters: ["indent"]) { (machine, call) throws(Fault) in
      let indent: Int? = call.has(0) ? call[0].integer : nil
      var writer = JSONText(indent: indent)
      try writer.append(call.subject, &machine)
      return .safe(String(decoding: writer.out, as: UTF8.self))
    }
    table.add("urlencode", parameters: [], urlencode)
    table.add("xmlattr", parameters: ["autospace"], xmlattr)
    table.add("pprint") { (machine, call) in
      .text(call.subject.string == nil ? machine.printed(call.subject) : call.subject.quoted)
    }
  }

  /// The text without comments and tags, its spaces run together.
  static func stripped(_ html: String) -> String {
    let text = Array(html.utf8).without("<!--", to: "-->").without("<", to: ">")
    return String(decoding: text, as: UTF8.self).words.joined(separator: " ").entitiesRead
  }

  private static func quoted(_ text: String, keepsSlash: Bool) -> String {
    text.percentEncoded(keeping: keepsSlash ? .strictPath : .unreserved)
  }

  private static let urlencode: Filter.Body = { (machine, call) throws(Fault) in
    if call.subject.string != nil || call.subject.number != nil {
      return .text(quoted(call.soft(&machine), keepsSlash: true))
    }
    var pairs: [(Value, Value)] = []
    if case .map(let map) = call.subject {
      pairs = map.entries.map { ($0.key, $0.value) }
    } else {
      for pair in try machine.elements(of: call.subject) {
        let parts = try machine.elements(of: pair)
        if parts.count == 2 { pairs.append((parts[0], parts[1])) }
      }
    }
    let words = pairs.map { key, value in
      [key, value].map { quoted($0.printed, keepsSlash: false).replacing("%20", by: "+") }.joined(
        separator: "=")
    }
    return .text(words.joined(separator: "&"))
  }

  private static let xmlattr: Filter.Body = { (machine, call) throws(Fault) in
    guard case .map(let map) = call.subject else {
      throw Fault(.wrongSubject(call.called, got: call.subject.kindName))
    }
    var parts: [String] = []
    for entry in map.entries {
      if case .none = entry.value { continue }
      if entry.value.isUndefined { continue }
      let key = entry.key.printed
      if key.unicodeScalars.contains(where: {
        $0.properties.isWhitespace || "/>=".unicodeScalars.contains($0)
      }) {
        throw Fault(.badFormat(key))
      }
      let value = entry.value.isSafe ? entry.value.printed : machine.printed(entry.value).markupEscaped
      parts.append("\(key.markupEscaped)=\"\(value)\"")
    }
    var text = parts.joined(separator: " ")
    if call.bool(0, true), !text.isEmpty { text = " " + text }
    return machine.escapes ? .safe(text) : .text(text)
  }
}

extension [UInt8] {
  /// The bytes without each stretch from one mark to the next other one; what is never closed stays.
  fileprivate func without(_ open: StaticString, to close: StaticString) -> [UInt8] {
    let open = Array("\(open)".utf8)
    let close = Array("\(close)".utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(count)
    var index = 0
    var mayClose = true
    while index < count {
      if mayClose, self[index] == open[0], self[index...].starts(with: open) {
        if let end = place(of: close, from: index) {
          index = end + close.count
          continue
        }
        mayClose = false
      }
      kept.append(self[index])
      index += 1
    }
    return kept
  }

  private func place(of mark: [UInt8], from start: Int) -> Int? {
    (start..<count).first { self[$0] == mark[0] && self[$0...].starts(with: mark) }
  }
}

extension String {
  /// The text for XML, where also HTML is text; signs that XML cannot hold are dropped.
  fileprivate var xmlEscaped: String {
    let allowed = unicodeScalars.lazy.filter { scalar in
      scalar.value >= 0x20 ? scalar.value & 0xFFFE != 0xFFFE : "\t\n\r".unicodeScalars.contains(scalar)
    }
    return String(scalars: allowed).markupEscaped
  }
}
