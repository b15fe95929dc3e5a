import Bytes

/// An attribute list: `{: #id .class key="value" flag }`, the colon left out or not.
struct Attributes: Sendable, Hashable {
  var id: String?
  var classes: [String] = []
  var pairs: [Pair] = []

  struct Pair: Sendable, Hashable {
    let name: String
    let value: String
  }

  init() {}

  /// Reads what stands between the braces; words that are none of the forms count as flags.
  init(inside bytes: ArraySlice<UInt8>) {
    var scanner = Scanner(bytes)
    _ = scanner.take(":")
    while true {
      scanner.skipSpaces()
      _ = scanner.take(while: { isSpace($0) || $0 == UInt8(ascii: ",") })
      if scanner.isAtEnd { return }
      read(&scanner)
    }
  }

  /// Whether every word of the list has one of the forms; text in braces is left alone otherwise.
  static func accepts(_ bytes: ArraySlice<UInt8>) -> Bool {
    var scanner = Scanner(bytes)
    _ = scanner.take(":")
    var count = 0
    while true {
      _ = scanner.take(while: isSpace)
      guard let first = scanner.bytes.first else { return count > 0 }
      count += 1
      if first == UInt8(ascii: "#") || first == UInt8(ascii: ".") {
        _ = first == UInt8(ascii: "#") ? scanner.take("#") : scanner.take(".")
        if scanner.word().isEmpty { return false }
        continue
      }
      let name = scanner.word()
      guard !name.isEmpty else { return false }
      if scanner.take("=") {
        if scanner.quoted(UInt8(ascii: "\""), UInt8(ascii: "\"")) == nil,
          scanner.take(while: { !isSpace($0) }).isEmpty
        {
          return false
        }
      } else if !name.hasPrefix("data-") {
        return false
      }
    }
  }

  subscript(name: String) -> String? { pairs.last { $0.name == name }?.value }

  var isEmpty: Bool { id == nil && classes.isEmpty && pairs.isEmpty }

  private mutating func read(_ scanner: inout Scanner) {
    if scanner.take("#") {
      id = scanner.word()
      return
    }
    if scanner.take(".") {
      classes.append(scanner.word())
      return
    }
    let name = String(decoding: scanner.take { !isSpace($0) && $0 != UInt8(ascii: "=") }, as: UTF8.self)
    guard scanner.take("=") else {
      if !name.isEmpty { pairs.append(Pair(name: name, value: "")) } else { _ = scanner.take { _ in true } }
      return
    }
    let quote = scanner.bytes.first ?? 0
    let value =
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      ? scanner.quoted(quote, quote) ?? [] : scanner.take { !isSpace($0) }
    let text = String(decoding: value, as: UTF8.self)
    switch name {
    case "class": classes += text.split(separator: " ").map(String.init)
    case "id": id = text
    default: pairs.append(Pair(name: name, value: text))
    }
  }
}
