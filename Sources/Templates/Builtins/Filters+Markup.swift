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
    var out: [UInt8] = []
    for byte in text.utf8 {
      if (byte.isNameStart && byte < 0x80) || byte.isDigit || "-.~".utf8.contains(byte)
        || (keepsSlash && byte == UInt8(ascii: "/"))
      {
        out.append(byte)
      } else {
        out.append(text: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true))
      }
    }
    return String(decoding: out, as: UTF8.self)
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

/// Writes values as JSON that may stand inside HTML, keys sorted, as Jinja's `tojson` does.
struct JSONText {
  let indent: Int?
  var out: [UInt8] = []
  private var depth = 0

  init(indent: Int?) { self.indent = indent }

  mutating func append(_ value: Value, _ machine: inout Machine) throws(Fault) {
    switch value {
    case .none: out.append("null")
    case .bool(let truth): out.append(truth ? "true" : "false")
    case .int(let number): out.append(decimal: number)
    case .double(let number):
      out.append(
        text: number.isNaN
          ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : number.pythonText)
    case .text, .safe, .markup: append(string: value.string ?? "")
    case .map(let map): try append(map, &machine)
    case .list(let items), .tuple(let items): try append(items, &machine)
    default: throw Fault(.wrongSubject(.filter("tojson"), got: value.kindName))
    }
  }

  private mutating func append(_ items: [Value], _ machine: inout Machine) throws(Fault) {
    if items.isEmpty { return out.append("[]") }
    out.append("[")
    depth += 1
    for (index, item) in items.enumerated() {
      separate(index)
      try append(item, &machine)
    }
    close("]")
  }

  private mutating func append(_ map: Map, _ machine: inout Machine) throws(Fault) {
    if map.isEmpty { return out.append("{}") }
    out.append("{")
    depth += 1
    let sorted = map.entries.map { (key: $0.key.jsonKey, value: $0.value) }.sorted {
      Value.before($0.key, $1.key)
    }
    for (index, entry) in sorted.enumerated() {
      separate(index)
      append(string: entry.key)
      out.append(": ")
      try append(entry.value, &machine)
    }
    close("}")
  }

  private mutating func separate(_ index: Int) {
    if index > 0 { out.append(indent == nil ? ", " : ",") }
    newline()
  }

  private mutating func newline() {
    guard let indent else { return }
    out.append("\n")
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, min(indent, 16)) * depth))
  }

  private mutating func close(_ bracket: StaticString) {
    depth -= 1
    newline()
    out.append(bracket)
  }

  private mutating func append(string: String) {
    out.append("\"")
    for unit in string.utf16 {
      switch unit {
      case 0x22: out.append("\\\"")
      case 0x5C: out.append("\\\\")
      case 0x0A: out.append("\\n")
      case 0x0D: out.append("\\r")
      case 0x09: out.append("\\t")
      case 0x08: out.append("\\b")
      case 0x0C: out.append("\\f")
      case 0x3C, 0x3E, 0x26, 0x27, 0..<0x20, 0x7F...:
        if unit == 0x7F {
          out.append(0x7F)
        } else {
          out.append(text: "\\u" + Unicode.Scalar.hex(UInt32(unit), width: 4))
        }
      default: out.append(UInt8(truncatingIfNeeded: unit))
      }
    }
    out.append("\"")
  }
}

extension Value {
  fileprivate var jsonKey: String {
    switch self {
    case .none: "null"
    case .bool(let truth): truth ? "true" : "false"
    default: printed
    }
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
