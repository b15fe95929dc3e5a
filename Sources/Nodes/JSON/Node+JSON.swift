import Bytes

extension Node {
  /// The node as JSON, with its final line end; indented for people, or in one line.
  public func json(isIndented: Bool = true) -> [UInt8] {
    var out: [UInt8] = []
    out.append(json: self, indent: isIndented ? 0 : nil)
    out.append("\n")
    return out
  }
}

extension [UInt8] {
  /// Appends a node as JSON, in one line when `indent` is nil.
  ///
  /// Numbers that JSON cannot write as they stand (`0x1F`, `+1`, `1.`) are written by their value; infinities and
  /// `.nan` become texts.
  public mutating func append(json node: Node, indent: Int?) {
    switch node.content {
    case .list(let items):
      appendNested("[", "]", items, indent: indent) { $0.append(json: $1, indent: $2) }
    case .map(let entries):
      appendNested("{", "}", entries, indent: indent) { out, entry, inner in
        out.append(jsonString: entry.key)
        out.append(inner == nil ? ":" : ": ")
        out.append(json: entry.value, indent: inner)
      }
    case .scalar(let lexeme, _): append(jsonScalar: lexeme, of: node)
    }
  }

  private mutating func append(jsonScalar lexeme: String, of node: Node) {
    switch node.kind {
    case .null: append("null")
    case .boolean: append(text: node.boolean == true ? "true" : "false")
    case .integer, .number:
      if JSONReader.isNumber(lexeme) {
        append(text: lexeme)
      } else if let integer = node.integer {
        append(decimal: integer)
      } else if let number = node.number, number.isFinite {
        append(text: "\(number)")
      } else {
        append(jsonString: lexeme)
      }
    default: append(jsonString: lexeme)
    }
  }

  private mutating func appendNested<Item>(
    _ opening: StaticString, _ closing: StaticString, _ items: [Item], indent: Int?,
    _ write: (inout [UInt8], Item, Int?) -> Void
  ) {
    append(opening)
    let inner = indent.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { append(",") }
      appendLine(indentedBy: inner)
      write(&self, item, inner)
    }
    if !items.isEmpty { appendLine(indentedBy: indent) }
    append(closing)
  }

  private mutating func appendLine(indentedBy indent: Int?) {
    guard let indent else { return }
    append("\n")
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }
}
