/// What the first line of a container says.
struct Opening {
  var block: Block
  var continuation: Continuation
  /// The author's title or label, as inline Markdown.
  var title: ArraySlice<UInt8>?

  /// Reads `!!! type [class…] ["title"]`.
  static func admonition(_ line: ArraySlice<UInt8>) -> Opening? {
    var scanner = Scanner(line)
    guard scanner.take("!!!") else { return nil }
    scanner.skipSpaces()
    return callout(&scanner, fold: .none)
  }

  /// Reads `??? [type …] ["title"]`, and `???+` that starts open.
  static func collapsible(_ line: ArraySlice<UInt8>) -> Opening? {
    var scanner = Scanner(line)
    guard scanner.take("???") else { return nil }
    let fold: Callout.Fold = scanner.take("+") ? .open : .closed
    scanner.skipSpaces()
    return callout(&scanner, fold: fold)
  }

  private static func callout(_ scanner: inout Scanner, fold: Callout.Fold) -> Opening? {
    var words: [String] = []
    while true {
      let word = scanner.word()
      if word.isEmpty { break }
      words.append(word.lowercased())
      scanner.skipSpaces()
    }
    let title = quotedTitle(&scanner)
    guard scanner.isBlank, !words.isEmpty || (fold != .none && title != nil) else { return nil }
    var callout = Callout(
      type: Callout.type(named: words.first ?? "note"), classes: Array(words.dropFirst()), fold: fold)
    if let title {
      callout.hasTitle = !title.isEmpty
      callout.isUntitled = title.isEmpty && fold == .none
    }
    return Opening(
      block: .callout(callout), continuation: .indented(4), title: callout.hasTitle ? title : nil)
  }

  /// Reads `=== "label"`, `===! "label"` that starts a new set, `===+ "label"` that is shown first.
  static func tab(_ line: ArraySlice<UInt8>) -> Opening? {
    var scanner = Scanner(line)
    guard scanner.take("===") else { return nil }
    var opensSet = false
    var isSelected = false
    while true {
      if scanner.take("!") { opensSet = true } else if scanner.take("+") { isSelected = true } else { break }
    }
    scanner.skipSpaces()
    guard let label = quotedTitle(&scanner), scanner.isBlank, !label.isEmpty else { return nil }
    return Opening(
      block: .tab(opensSet: opensSet, isSelected: isSelected), continuation: .indented(4), title: label)
  }

  /// Takes a title in double quotes that ends at the last quote of the line, so that it may hold quotes itself.
  private static func quotedTitle(_ scanner: inout Scanner) -> ArraySlice<UInt8>? {
    let rest = trimmed(scanner.bytes)
    guard rest.count >= 2, rest.first == UInt8(ascii: "\""), rest.last == UInt8(ascii: "\"") else {
      return nil
    }
    scanner = Scanner([])
    return rest.dropFirst().dropLast()
  }

  /// Reads `:::name[title]{.class}`, `::: name title` and `::: {.name}`.
  static func directive(_ line: ArraySlice<UInt8>) -> Opening? {
    var scanner = Scanner(line)
    let colons = scanner.run(of: UInt8(ascii: ":"))
    guard colons >= 3 else { return nil }
    scanner.skipSpaces()
    let name = scanner.word().lowercased()
    let title = scanner.quoted(UInt8(ascii: "["), UInt8(ascii: "]"))
    scanner.skipSpaces()
    var attributes = Attributes()
    if let braces = scanner.quoted(UInt8(ascii: "{"), UInt8(ascii: "}")) {
      attributes = Attributes(inside: braces)
    }
    let rest = trimmed(trimmed(scanner.bytes).droppingLast(UInt8(ascii: ":")))
    let type = name.isEmpty ? attributes.classes.first.map { $0.lowercased() } ?? "" : name
    guard !type.isEmpty else { return nil }
    let words = title.map(trimmed) ?? attributes["title"].map { ArraySlice($0.utf8) } ?? rest
    var callout = Callout(
      type: Callout.type(named: type), classes: attributes.classes.filter { $0.lowercased() != type })
    callout.fold = type == "details" || type == "collapse" ? .closed : .none
    callout.hasTitle = !words.isEmpty
    callout.isUnclosed = true
    return Opening(
      block: .callout(callout), continuation: .colons(colons), title: words.isEmpty ? nil : words)
  }

  /// Reads `[!type]`, with Obsidian's `+` or `-` and title.
  static func alert(_ line: ArraySlice<UInt8>) -> Opening? {
    var scanner = Scanner(line)
    guard scanner.take("[!") else { return nil }
    let word = scanner.word().lowercased()
    guard !word.isEmpty, scanner.take("]") else { return nil }
    var callout = Callout(type: Callout.type(named: word))
    if scanner.take("-") { callout.fold = .closed } else if scanner.take("+") { callout.fold = .open }
    let title = trimmed(scanner.bytes)
    if !title.isEmpty, scanner.bytes.first.map(isSpace) != true { return nil }
    callout.hasTitle = !title.isEmpty
    return Opening(block: .callout(callout), continuation: .line, title: title.isEmpty ? nil : title)
  }
}

extension ArraySlice<UInt8> {
  /// The slice without the bytes of one kind that end it.
  fileprivate func droppingLast(_ byte: UInt8) -> ArraySlice<UInt8> {
    var slice = self
    while slice.last == byte { slice.removeLast() }
    return slice
  }
}
