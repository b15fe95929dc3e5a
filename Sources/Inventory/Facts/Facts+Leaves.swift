extension Facts {
  /// One fact that has no parts, or a list.
  public struct Leaf: Sendable, Equatable {
    public let fields: [String]
    public let value: FactValue
    public let isPrivate: Bool
  }

  /// All facts with their paths, maps opened; lists of maps are opened too, item by item.
  public func leaves() -> [Leaf] {
    rows.flatMap { row in
      row.value.leaves(isPrivate: row.isPrivate).map {
        Leaf(fields: [row.name] + $0.fields, value: $0.value, isPrivate: $0.isPrivate)
      }
    }
  }
}

extension FactValue {
  /// YAML's limit of depth bounds the recursion.
  fileprivate func leaves(isPrivate: Bool) -> [Facts.Leaf] {
    switch self {
    case .group(let facts):
      return facts.leaves().map {
        Facts.Leaf(fields: $0.fields, value: $0.value, isPrivate: $0.isPrivate || isPrivate)
      }
    case .list(let items) where items.contains(where: \.isGroup):
      return items.enumerated().flatMap { index, item in
        item.leaves(isPrivate: isPrivate).map {
          Facts.Leaf(fields: [item.id ?? String(index)] + $0.fields, value: $0.value, isPrivate: $0.isPrivate)
        }
      }
    default: return [Facts.Leaf(fields: [], value: self, isPrivate: isPrivate)]
    }
  }

  private var isGroup: Bool { if case .group = self { true } else { false } }
}
