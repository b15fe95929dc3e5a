import Bytes

extension Node {
  /// The node as a YAML document; reading it gives the same.
  public func yaml() -> [UInt8] {
    var out: [UInt8] = []
    out.append(yaml: self, indent: 0)
    if out.last != UInt8(ascii: "\n") { out.append("\n") }
    return out
  }
}

extension [UInt8] {
  /// Appends a node in block style, from the current column on; lists stand two spaces inside their keys.
  ///
  /// Texts are quoted only where they would otherwise be read as something else.
  fileprivate mutating func append(yaml node: Node, indent: Int) {
    switch node.content {
    case .list(let items) where !items.isEmpty:
      for (index, item) in items.enumerated() {
        if index > 0 { append(spaces: indent) }
        append("- ")
        append(yaml: item, indent: indent + 2)
        endLine()
      }
    case .map(let entries) where !entries.isEmpty:
      for (index, entry) in entries.enumerated() {
        if index > 0 { append(spaces: indent) }
        append(yamlKey: entry.key, indent: indent)
        append(yamlValue: entry.value, indent: indent)
        endLine()
      }
    case .list: append("[]")
    case .map: append("{}")
    case .scalar(let text, let isPlain): append(yamlText: text, isPlain: isPlain, isKey: false)
    }
  }

  /// A key longer than libyaml looks ahead must say that it is one.
  private mutating func append(yamlKey key: String, indent: Int) {
    let isLong = key.utf8.count > longestSimpleKey
    if isLong { append("? ") }
    append(yamlText: key, isPlain: false, isKey: true)
    if isLong {
      append("\n")
      append(spaces: indent)
    }
    append(":")
  }

  private mutating func append(yamlValue node: Node, indent: Int) {
    let isNested = node.list?.isEmpty == false || node.entries?.isEmpty == false
    if isNested {
      append("\n")
      append(spaces: indent + 2)
      append(yaml: node, indent: indent + 2)
    } else {
      append(" ")
      append(yaml: node, indent: indent)
    }
  }

  private mutating func append(yamlText text: String, isPlain: Bool, isKey: Bool) {
    let isMeantPlain = isPlain && CoreSchema.kind(of: text) != .text
    if isMeantPlain {
      append(text: text.isEmpty ? "null" : text)
    } else if PlainText.isSafe(text), isKey ? text != "<<" : CoreSchema.kind(of: text) == .text {
      append(text: text)
    } else {
      append(yamlQuoted: text)
    }
  }

  /// Appends a text in double quotes; whatever is not printable is escaped.
  private mutating func append(yamlQuoted text: String) {
    append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\t": append("\\t")
      case "\r": append("\\r")
      case "\u{0}"..<" ", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        append(text: "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: append(text: String(scalar))
      }
    }
    append("\"")
  }

  private mutating func append(spaces count: Int) {
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }

  private mutating func endLine() {
    if last != UInt8(ascii: "\n") { append("\n") }
  }
}

/// A key of up to 1,024 characters needs no `?`; escaping can make six of one.
private let longestSimpleKey = 160

/// Which texts YAML reads back as they are without quotes; careful rather than exact.
private enum PlainText {
  static func isSafe(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    guard first.properties.isAlphabetic || "/.0123456789¿¡(".unicodeScalars.contains(first) else {
      return false
    }
    guard last != ":", last != " ", !text.hasPrefix("..."), text != "=" else { return false }
    return !text.unicodeScalars.contains { isUnprintable($0) }
      && !contains(text, ": ") && !contains(text, " #")
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE...0xFFFF: true
    default: false
    }
  }

  private static func contains(_ text: String, _ pair: StaticString) -> Bool {
    let first = pair.utf8Start[0]
    let second = pair.utf8Start[1]
    return zip(text.utf8, text.utf8.dropFirst()).contains { $0 == first && $1 == second }
  }
}
