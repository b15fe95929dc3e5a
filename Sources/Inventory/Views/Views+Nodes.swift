import Language
import Nodes

// Views as templates and programs see them.

extension Freshness {
  /// The state by its name, its sign and its words; `word` leaves out since when there has been no answer.
  public func node(in wording: Wording) -> Node {
    var since = Node.null
    if case .noAnswer(let instant) = self { since = Node(instant.rfc3339) }
    return [
      "name": Node(name), "sign": Node(sign), "text": Node(words(in: wording.tongue, zone: wording.zone)),
      "word": Node(word(in: wording.tongue)), "since": since,
    ]
  }
}

extension Provenance {
  /// Where it comes from, by the form for programs and the words.
  public func node(in wording: Wording) -> Node {
    Node([
      ("id", Node(text)), ("kind", Node(String(text.prefix { $0 != "@" }))),
      ("text", Node(words(in: wording.tongue, zone: wording.zone))),
      ("source", source.map { Node($0) } ?? .null), ("at", instant.map { Node($0.rfc3339) } ?? .null),
    ])
  }
}

extension KnownFact {
  /// The fact with its text, its value and where it comes from.
  public func node(in wording: Wording) -> Node {
    let field = path.fields.joined(separator: ".")
    return [
      "path": Node(path.description), "text": Node(wording.text(value, of: field)),
      "value": wording.node(value, of: field), "freshness": freshness.node(in: wording),
      "provenance": provenance.node(in: wording),
    ]
  }
}

extension FactTable {
  public func node(in wording: Wording) -> Node {
    let columns = columns.map { column -> Node in
      ["key": Node(column.key), "title": Node(column.title), "numeric": Node(column.isNumeric)]
    }
    return Node([
      ("kind", Node(kind.rawValue)), ("caption", Node(caption)), ("columns", Node(columns)),
      ("rows", Node(rows.map { row($0, wording) })), ("groups", Node(groups)),
      ("sources", Node(origins.map { $0.node(in: wording) })),
      ("as_of", asOf.map { Node($0.rfc3339) } ?? .null),
    ])
  }

  private func row(_ row: Row, _ wording: Wording) -> Node {
    let cells = zip(columns, row.cells).map { column, cell -> Node in
      [
        "key": Node(column.key), "title": Node(column.title), "text": Node(cell.text),
        "value": wording.node(cell.value, of: column.key), "numeric": Node(column.isNumeric),
        "known": Node(cell.value != nil), "freshness": cell.freshness.node(in: wording),
        "provenance": Node(cell.provenance.text),
      ]
    }
    return [
      "ref": Node(row.id.description), "id": Node(row.id.id), "title": Node(row.title),
      "group": Node(row.group),
      "cells": Node(cells),
    ]
  }

  /// The words of the groups, in the order in which they first come.
  private var groups: [Node] {
    var seen: Set<String> = []
    return rows.map(\.group).filter { !$0.isEmpty && seen.insert($0).inserted }.map { Node($0) }
  }
}

extension FactTable.Origin {
  func node(in wording: Wording) -> Node {
    [
      "source": Node(source), "freshness": freshness.node(in: wording),
      "provenance": provenance.node(in: wording),
    ]
  }
}
