/// Where a fact stands: the thing, then its fields: `cluster:gordito.version`, `host:neo.gpu.igpu.model`.
public struct FactPath: Hashable, Sendable, CustomStringConvertible {
  public let entity: EntityID
  public let fields: [String]

  public init(_ entity: EntityID, _ fields: [String]) {
    self.entity = entity
    self.fields = fields
  }

  /// Reads `kind:id.field.field`; nil for anything else.
  public init?(text: String) {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, !parts.contains(""), let reference = Reference(text: parts.removeFirst()),
      reference.part == nil
    else { return nil }
    self.init(reference.entity, parts)
  }

  public var description: String { "\(entity).\(fields.joined(separator: "."))" }
}

extension Facts {
  /// The fact at a path of fields, and whether it or anything above it is private; list items go by id or number.
  public func fact(at fields: some Collection<String>) -> (value: FactValue, isPrivate: Bool)? {
    guard let name = fields.first, let row = rows.first(where: { $0.name == name }) else { return nil }
    return row.value.fact(at: fields.dropFirst(), isPrivate: row.isPrivate)
  }

  /// All paths of facts below here, groups left out, with their privacy.
  func paths() -> [(fields: [String], isPrivate: Bool)] {
    rows.flatMap { row in
      row.value.paths(isPrivate: row.isPrivate).map { ([row.name] + $0.fields, $0.isPrivate) }
    }
  }
}

extension FactValue {
  fileprivate func fact(at fields: some Collection<String>, isPrivate: Bool) -> (FactValue, Bool)? {
    guard let name = fields.first else { return (self, isPrivate) }
    switch self {
    case .group(let facts):
      guard let inner = facts.fact(at: fields) else { return nil }
      return (inner.value, inner.isPrivate || isPrivate)
    case .list(let items):
      let byID = items.first { $0.id == name }
      guard let item = byID ?? Int(name).flatMap({ items.indices.contains($0) ? items[$0] : nil }) else {
        return nil
      }
      return item.fact(at: fields.dropFirst(), isPrivate: isPrivate)
    default: return nil
    }
  }

  fileprivate func paths(isPrivate: Bool) -> [(fields: [String], isPrivate: Bool)] {
    switch self {
    case .group(let facts): return facts.paths().map { ($0.fields, $0.isPrivate || isPrivate) }
    case .list(let items) where items.contains { if case .group = $0 { true } else { false } }:
      return items.enumerated().flatMap { index, item in
        item.paths(isPrivate: isPrivate).map { ([item.id ?? String(index)] + $0.fields, $0.isPrivate) }
      }
    default: return [([], isPrivate)]
    }
  }

  /// The id of an item of a list.
  var id: String? {
    guard case .group(let facts) = self, case .text(let id) = facts["id"] else { return nil }
    return id
  }
}
