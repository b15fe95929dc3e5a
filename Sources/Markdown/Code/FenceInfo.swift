/// What the words after a fence ask for, whichever system they were written for.
struct FenceInfo: Sendable, Hashable {
  var language = ""
  var title: String?
  var id: String?
  var classes: [String] = []
  /// Whether lines are numbered, and the number of the first.
  var isNumbered = false
  var firstNumber = 1
  /// Lines to highlight, and those marked as inserted, deleted or hidden; counted from 1 whatever `firstNumber` is.
  var highlighted: Set<Int> = []
  var inserted: Set<Int> = []
  var deleted: Set<Int> = []
  var hidden: Set<Int> = []
  /// Whether `(1)` in comments refers to the list that follows.
  var isAnnotated = false
  var canBeCopied = true
  /// Everything that is not known here, as `data-` attributes.
  var data: [Attributes.Pair] = []

  /// Whether lines must be told apart.
  var needsLines: Bool {
    isNumbered || !highlighted.isEmpty || !inserted.isEmpty || !deleted.isEmpty || !hidden.isEmpty
  }

  init(_ info: [UInt8]) {
    var reader = FenceReader(info)
    reader.read(into: &self)
  }

  mutating func set(_ key: String, _ value: String) {
    switch key.lowercased() {
    case "title", "name", "caption", "filename": title = value
    case "linenums", "startlinenumber", "linenostart", "line-numbers":
      isNumbered = value != "false"
      firstNumber = Int(value) ?? firstNumber
    case "linenos", "showlinenumbers", "numberlines": isNumbered = value != "false"
    case "hl_lines", "hl", "mark", "lines": highlighted.formUnion(Self.lines(value))
    case "ins", "add", "inserted": inserted.formUnion(Self.lines(value))
    case "del", "rem", "deleted": deleted.formUnion(Self.lines(value))
    case "hide_lines", "hidden": hidden.formUnion(Self.lines(value))
    case "class": value.split(separator: " ").forEach { add(class: String($0)) }
    case "id": id = value
    case "copy": canBeCopied = value != "false"
    default: data.append(Attributes.Pair(name: key.lowercased(), value: value))
    }
  }

  mutating func add(class name: String) {
    switch name {
    case "annotate": isAnnotated = true
    case "no-copy": canBeCopied = false
    case "copy", "select", "no-select", "numberLines": isNumbered = isNumbered || name == "numberLines"
    default: if language.isEmpty { language = name } else { classes.append(name) }
    }
  }

  /// Reads `2 4-6`, `[2,"4-6"]`, `{1,4-6}`: any numbers and ranges, whatever stands between them.
  static func lines(_ text: String) -> Set<Int> {
    var lines: Set<Int> = []
    let words = text.split { !($0.isASCII && $0.isNumber) && $0 != "-" }
    for word in words {
      let ends = word.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last, last < 100_000 else { continue }
      lines.formUnion(first...last)
    }
    return lines
  }
}

/// Reads the words after a fence with one tolerant grammar.
private struct FenceReader {
  private var scanner: Scanner

  init(_ info: [UInt8]) {
    scanner = Scanner(info[...])
  }

  mutating func read(into info: inout FenceInfo) {
    scanner.skipSpaces()
    var ahead = scanner
    let language = ahead.take { !isSpace($0) && !",{[:".utf8.contains($0) }
    // Without a language the first word is already an attribute.
    if !language.contains(UInt8(ascii: "=")) {
      info.language = text(language)
      scanner = ahead
    }
    while !scanner.isAtEnd { readWord(into: &info) }
  }

  private mutating func readWord(into info: inout FenceInfo) {
    guard let byte = scanner.bytes.first else { return }
    switch byte {
    case UInt8(ascii: "{"): readBrace(into: &info)
    case UInt8(ascii: "["):
      if let title = scanner.quoted(UInt8(ascii: "["), UInt8(ascii: "]")) {
        info.title = text(title)
      } else {
        skip()
      }
    case UInt8(ascii: "."):
      skip()
      info.add(class: scanner.word())
    case UInt8(ascii: "#"):
      skip()
      info.id = scanner.word()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if scanner.quoted(byte, byte) == nil { skip() }
    case UInt8(ascii: "/"):
      if scanner.quoted(byte, byte) == nil { skip() }
    case _ where Scanner.isWord(byte): readKey(into: &info)
    default: skip()
    }
  }

  private mutating func readBrace(into info: inout FenceInfo) {
    skip()
    scanner.skipSpaces()
    guard let first = scanner.bytes.first, (48...57).contains(first) else { return }
    info.highlighted.formUnion(FenceInfo.lines(text(scanner.take { $0 != UInt8(ascii: "}") })))
  }

  private mutating func readKey(into info: inout FenceInfo) {
    let key = scanner.word()
    guard scanner.take("=") else {
      if key == "annotate" || key == "no-copy" { return info.add(class: key) }
      return info.set(key, "true")
    }
    info.set(key, value())
  }

  /// Reads a value: quoted, a list, ranges in braces, or a word with the numbers that follow it.
  private mutating func value() -> String {
    switch scanner.bytes.first {
    case UInt8(ascii: "\"")?: return text(scanner.quoted(UInt8(ascii: "\""), UInt8(ascii: "\"")) ?? rest())
    case UInt8(ascii: "'")?: return text(scanner.quoted(UInt8(ascii: "'"), UInt8(ascii: "'")) ?? rest())
    case UInt8(ascii: "[")?: return text(scanner.quoted(UInt8(ascii: "["), UInt8(ascii: "]")) ?? rest())
    case UInt8(ascii: "{")?: return text(scanner.quoted(UInt8(ascii: "{"), UInt8(ascii: "}")) ?? rest())
    default: break
    }
    var value = text(scanner.take { !isSpace($0) && !",}".utf8.contains($0) })
    while true {
      var ahead = scanner
      ahead.skipSpaces()
      let more = ahead.take { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
      let isWhole = ahead.bytes.first.map { isSpace($0) || ",}".utf8.contains($0) } ?? true
      guard !more.isEmpty, isWhole else { return value }
      value += " " + text(more)
      scanner = ahead
    }
  }

  private mutating func rest() -> ArraySlice<UInt8> {
    scanner.take { _ in true }
  }

  private mutating func skip() {
    scanner = Scanner(scanner.bytes.dropFirst())
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
