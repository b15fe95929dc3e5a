import Diagnostics
import Language

extension Homelab {
  /// Who will read a fact.
  public enum Audience: Sendable {
    /// Readers of the site: what is private stays out.
    case everyone
    /// The owner at the terminal.
    case owner
  }

  /// Fields in which what is observed wins over what is declared: versions, how many, how well, how large.
  private static let observedWins: Set<String> = [
    "version", "replicas", "ready", "status", "cpu", "memory", "disk", "storage", "count", "nodes",
    "capacity",
  ]
  /// Within those, what is a name and not a capacity stays as declared.
  private static let declaredWins: Set<String> = ["model", "type", "arch", "use", "raid"]

  /// The fact at a path such as `cluster:gordito.version`.
  public func fact(_ text: String, for audience: Audience = .everyone) throws(FactFinding) -> KnownFact {
    guard let path = FactPath(text: text) else { throw noPath(text) }
    return try fact(path, for: audience)
  }

  /// The fact at a path; what nobody knows of a field that there is has no value.
  public func fact(_ path: FactPath, for audience: Audience = .everyone) throws(FactFinding) -> KnownFact {
    guard let record = declared[path.entity] else { throw noEntity(path.entity.description) }
    if audience == .everyone, !disclosure.shows(record.id) { throw .hiddenEntity(record.id) }
    let said = record.facts.fact(at: path.fields)
    let seen = observation(of: record.id)?.facts.fact(at: path.fields)?.value
    let isPrivate = said?.isPrivate ?? false
    if audience == .everyone, disclosure.verdict(on: path, isPrivate: isPrivate) == .withheld {
      throw .withheld(path)
    }
    func shown(_ value: FactValue) -> FactValue? {
      audience == .owner ? value : disclosure.published(value, at: path, isPrivate: isPrivate)
    }
    if let seen, said == nil || Self.isObservedField(path.fields) {
      let fields = path.fields.joined(separator: ".")
      return KnownFact(
        path: path, value: shown(seen), provenance: provenance(of: record.id, field: fields),
        freshness: freshness(of: record.id, field: fields))
    }
    if let value = said?.value { return KnownFact(path, shown(value), .declared) }
    if let value = own(path, of: record) { return KnownFact(path, value, .declared) }
    if let first = path.fields.first, FieldNames.derived[record.id.kind]?.contains(first) == true,
      let value = derivedFacts(of: record.id).fact(at: path.fields)?.value
    {
      return KnownFact(path, shown(value), .derived)
    }
    let names = FieldNames.all(of: record.id.kind)
    let name = path.fields.joined(separator: ".")
    guard !names.contains(name) else {
      return KnownFact(path: path, value: nil, provenance: .declared, freshness: freshness(of: record.id))
    }
    throw .noField(path, nearest: nearest(to: name, among: names), known: names.filter { !$0.contains(".") })
  }

  /// How fresh what is known of a thing is.
  public func freshness(of id: EntityID, field: String? = nil) -> Freshness {
    guard let source = observation(of: id)?.source, let snapshot = snapshots[source] else {
      return .declaredOnly
    }
    if let since = since(id, field: field) { return .noAnswer(since: since) }
    let path = field.map { "\(id).\($0)" } ?? id.description
    return Freshness(of: snapshot, now: now, thresholds: policy.thresholds(source: source, path: path))
  }

  /// Where what is observed of a thing comes from.
  public func provenance(of id: EntityID, field: String? = nil) -> Provenance {
    guard let source = observation(of: id)?.source, let snapshot = snapshots[source],
      let fetchedAt = snapshot.fetchedAt
    else { return .declared }
    if let since = since(id, field: field) { return .snapshot(source: source, at: since) }
    return snapshot.isLive ? .live(source: source, at: fetchedAt) : .snapshot(source: source, at: fetchedAt)
  }

  /// When a fact was told, where that was before what else its source tells.
  private func since(_ id: EntityID, field: String?) -> Instant? {
    guard let seen = observation(of: id) else { return nil }
    guard id.kind == .cluster, seen.keys == ["cluster"] else { return seen.since }
    // What is added up of a cluster's nodes is as old as they are.
    guard let field, Self.sumsOfNodes.contains(field) else { return nil }
    return snapshots[seen.source]?.facts.gaps["nodes"]?.since
  }

  private static let sumsOfNodes: Set<String> = ["nodes", "ready", "status", "cpu", "memory"]
}

extension Homelab {
  /// The record of a reference such as `cluster:gordito`, or of an id alone where the kind is known.
  public func record(_ text: String, kind: Kind? = nil) throws(FactFinding) -> Record {
    if let kind, let record = declared[EntityID(kind, text)] { return record }
    if let reference = Reference(text: text), reference.part == nil, let record = declared[reference.entity] {
      return record
    }
    let wanted = kind.map { "\(EntityID($0, text))" } ?? text
    throw noEntity(text.contains(":") ? text : wanted)
  }

  private func noPath(_ text: String) -> FactFinding {
    let entity = String(text.prefix { $0 != "." })
    if let reference = Reference(text: entity), declared[reference.entity] != nil {
      return .noPath(text, nearest: "\(entity).version")
    }
    return .noPath(text, nearest: nil)
  }

  private func noEntity(_ text: String) -> FactFinding {
    let ids = declared.records.map(\.id.description)
    return .noEntity(text, nearest: nearest(to: text, among: Kind.allCases.map(\.block) + ids))
  }

  /// Tells whether what is observed of a field wins over what is declared.
  static func isObservedField(_ fields: [String]) -> Bool {
    guard let first = fields.first, observedWins.contains(first) else { return false }
    return !declaredWins.contains(fields[fields.count - 1])
  }

  /// What every thing has without anybody saying so.
  private func own(_ path: FactPath, of record: Record) -> FactValue? {
    switch path.fields {
    case ["id"]: .text(record.id.id)
    case ["kind"] where record.facts["kind"] == nil: .text(record.id.kind.rawValue)
    case ["name"]: record.name.map { .words($0) } ?? .text(record.id.id)
    default: nil
    }
  }
}

extension KnownFact {
  /// A fact that no source was asked for.
  fileprivate init(_ path: FactPath, _ value: FactValue?, _ provenance: Provenance) {
    self.init(path: path, value: value, provenance: provenance, freshness: .declaredOnly)
  }
}
