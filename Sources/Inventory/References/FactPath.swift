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
    // Of what is not known, no part is.
    case .unknown: return (.unknown, isPrivate)
    default: return nil
    }
  }

  /// The id of an item of a list.
  var id: String? {
    guard case .group(let facts) = self, case .text(let id) = facts["id"] else { return nil }
    return id
  }
}
