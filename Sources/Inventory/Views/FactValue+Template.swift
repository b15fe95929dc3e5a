import Language
import Nodes

extension Wording {
  /// A fact as templates see it: a text to print or compare, a number, a list, a map; null where nothing is known.
  public func node(_ value: FactValue?, of field: String) -> Node {
    switch value {
    case nil: .null
    case .text(let text): Node(text)
    case .integer(let integer): Node(integer)
    case .number(let number): Node(number)
    case .truth(let truth): Node(truth)
    case .unknown, .words, .version, .quantity, .instant: Node(text(value, of: field))
    case .reference(let reference): node(reference)
    case .list(let items): Node(items.map { node($0, of: field) })
    case .group(let facts): Node(entries(facts))
    }
  }

  /// The fields of a group, each under its name; beside what is written for people stands what programs want:
  /// `memory: 16 GiB` and `memory_bytes`, `exposure: public` and `exposure_text`.
  public func entries(_ facts: Facts) -> [(String, Node)] {
    facts.rows.flatMap { row -> [(String, Node)] in
      let name = row.name
      let main = [(name, node(row.value, of: name))]
      switch row.value {
      case .quantity(let quantity): return main + [("\(name)_\(quantity.unit)", Node(quantity.amount))]
      case .instant(let instant): return main + [("\(name)_at", Node(instant.rfc3339))]
      case .text(let word):
        let text = text(row.value, of: name)
        return text == word ? main : main + [("\(name)_text", Node(text))]
      default: return main
      }
    }
  }

  /// A thing that is referred to: its reference, id, kind and name; null when it must not be named.
  private func node(_ reference: Reference) -> Node {
    guard let title = title(of: reference.entity) else { return .null }
    return [
      "ref": Node(reference.description), "kind": Node(reference.entity.kind.rawValue),
      "id": Node(reference.entity.id), "name": Node(title),
      "text": Node(text(.reference(reference), of: "")),
    ]
  }
}
