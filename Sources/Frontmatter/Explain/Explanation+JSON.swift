import Bytes
import Diagnostics
import Language
import Nodes

// The explanation for programs: one object, with the fields in the order of `Field`.

extension Explanation {
  /// Writes the explanation as JSON, ending in a line feed.
  public func json() -> [UInt8] {
    var out: [UInt8] = []
    out.append("{\"path\":")
    out.append(jsonString: path)
    out.append(",\"dialect\":{\"name\":")
    out.append(jsonString: header.dialect.rawValue)
    out.append(",\"reasons\":")
    out.append(jsonList: reasons(in: .english)) { $0.append(jsonString: $1) }
    out.append("},\"encoding\":{\"name\":")
    out.append(jsonString: encoding.name)
    out.append(",\"repairs\":")
    out.append(jsonList: encoding.repairs) { $0.append(jsonString: $1) }
    out.append("},\"fields\":")
    out.append(jsonList: rows) { $0.append(row: $1) }
    out.append(",\"params\":")
    out.append(json: Node(.map(header.metadata.params)))
    out.append(",\"ignored\":")
    out.append(jsonList: Array(zip(header.ignored, ignoredLines))) { $0.append(ignored: $1.0, line: $1.1) }
    out.append(",\"findings\":")
    out.append(jsonList: header.report.sorted) { out, mistake in
      out.append("{\"code\":")
      out.append(jsonString: mistake.finding.code)
      out.append(",\"line\":")
      out.append(text: mistake.place.map { "\($0.line)" } ?? "null")
      out.append(",\"message\":")
      out.append(jsonString: mistake.finding.sentence(in: .english).message)
      out.append("}")
    }
    out.append("}\n")
    return out
  }
}

extension [UInt8] {
  fileprivate mutating func append<Item>(jsonList items: [Item], _ write: (inout [UInt8], Item) -> Void) {
    append("[")
    for (index, item) in items.enumerated() {
      if index > 0 { append(",") }
      write(&self, item)
    }
    append("]")
  }

  fileprivate mutating func append(row: Explanation.Row) {
    append("{\"field\":")
    append(jsonString: row.field.rawValue)
    append(",\"value\":")
    switch row.value {
    case .text(let text): append(jsonString: text)
    case .number(let digits): append(text: digits)
    case .truth(let truth): append(text: "\(truth)")
    case .texts(let texts): append(jsonList: texts) { $0.append(jsonString: $1) }
    case .node(let node): append(json: node)
    }
    append(",\"from\":")
    append(jsonString: row.origin.teller.name)
    if case .key(let key) = row.origin.teller {
      append(",\"key\":")
      append(jsonString: key)
    }
    append(",\"line\":")
    append(text: row.line.map { "\($0)" } ?? "null")
    append("}")
  }

  fileprivate mutating func append(ignored: Ignored, line: Int) {
    append("{\"key\":")
    append(jsonString: ignored.key)
    append(",\"line\":")
    append(decimal: line)
    append(",\"reason\":")
    switch ignored.reason {
    case .empty: append("\"empty\"")
    case .withoutCover: append("\"without-cover\"")
    case .overridden(let key):
      append("\"overridden\",\"by\":")
      append(jsonString: key)
    }
    append("}")
  }

  /// Writes a node as JSON; it nests no deeper than its reader allows.
  fileprivate mutating func append(json node: Node) {
    switch node.content {
    case .scalar(let lexeme, _):
      if node.isNull {
        append("null")
      } else if let truth = node.boolean {
        append(text: "\(truth)")
      } else if let integer = node.integer {
        append(decimal: integer)
      } else {
        append(jsonString: lexeme)
      }
    case .list(let items): append(jsonList: items) { $0.append(json: $1) }
    case .map(let entries):
      append("{")
      for (index, entry) in entries.enumerated() {
        if index > 0 { append(",") }
        append(jsonString: entry.key)
        append(":")
        append(json: entry.value)
      }
      append("}")
    }
  }
}

extension Origin.Teller {
  fileprivate var name: String {
    switch self {
    case .key: "key"
    case .heading: "heading"
    case .firstLine: "first-line"
    case .fileName: "file-name"
    }
  }
}
