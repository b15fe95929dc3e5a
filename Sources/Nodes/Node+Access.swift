// What a node is, for those who ask it directly.

extension Node {
  /// What a node is once the core schema is applied.
  public enum Kind: String, Sendable, CaseIterable {
    case null, boolean, integer, number, text, list, map
  }

  public var kind: Kind {
    switch content {
    case .list: .list
    case .map: .map
    case .scalar(_, isPlain: false): .text
    case .scalar(let lexeme, isPlain: true): CoreSchema.kind(of: lexeme)
    }
  }

  /// Nothing: an empty value, `~` or `null`, unquoted.
  public var isNull: Bool { kind == .null }

  /// The truth value, when it is `true` or `false`, unquoted; `yes`, `no`, `on` and `off` are text.
  public var boolean: Bool? {
    guard case .scalar(let lexeme, isPlain: true) = content else { return nil }
    return CoreSchema.boolean(lexeme)
  }

  /// The whole number, when it is one, unquoted, and fits; `0o17` and `0xF` count, `1_000` and `1e3` do not.
  public var integer: Int? {
    guard case .scalar(let lexeme, isPlain: true) = content else { return nil }
    return CoreSchema.integer(lexeme)
  }

  /// The number, whole or not, when it is one, unquoted; `.inf` and `.nan` count.
  public var number: Double? {
    guard case .scalar(let lexeme, isPlain: true) = content else { return nil }
    return CoreSchema.number(lexeme)
  }

  /// The author's own characters of any scalar but null, quoted or not: `1.10` stays `1.10`, `no` stays `no`.
  public var text: String? {
    guard case .scalar(let lexeme, let isPlain) = content else { return nil }
    return isPlain && CoreSchema.isNull(lexeme) ? nil : lexeme
  }

  /// The items, when it is a list.
  public var list: [Node]? {
    guard case .list(let items) = content else { return nil }
    return items
  }

  /// The entries in the author's order, when it is a map.
  public var entries: [Entry]? {
    guard case .map(let entries) = content else { return nil }
    return entries
  }

  /// The value of a key, when it is a map that has it.
  public subscript(key: String) -> Node? {
    entries?.first { $0.key == key }?.value
  }

  /// Tells whether two nodes mean the same, wherever and with whichever quotes they are written.
  public func means(_ other: Node) -> Bool {
    switch (content, other.content) {
    case (.list(let mine), .list(let theirs)):
      mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.means($1) }
    case (.map(let mine), .map(let theirs)):
      mine.count == theirs.count
        && zip(mine, theirs).allSatisfy { $0.key == $1.key && $0.value.means($1.value) }
    case (.scalar(let mine, _), .scalar(let theirs, _)):
      kind == other.kind && (isNull || mine == theirs || (number != nil && number == other.number))
    default: false
    }
  }
}
