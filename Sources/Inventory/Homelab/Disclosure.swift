import Bytes

/// Decides what of the inventory may be shown to everyone.
public struct Disclosure: Sendable {
  private let declared: Declared
  private let allowed: Set<String>
  private let denied: [Wildcard]

  /// What may be done with a fact.
  public enum Verdict: Sendable, Equatable {
    case shown
    /// With its end crossed out.
    case masked
    case withheld
  }

  public init(of declared: Declared) {
    self.declared = declared
    allowed = Set(declared.publish.allow.map(\.path))
    denied = declared.publish.deny.map { Wildcard($0) }
  }

  /// Tells whether a thing may be shown at all.
  public func shows(_ id: EntityID) -> Bool {
    declared[id]?.visibility == .public && !denied.contains { $0.matches(id.description) }
  }

  /// Tells what may be done with a fact: what is denied is withheld whatever else is said.
  public func verdict(on path: FactPath, isPrivate: Bool) -> Verdict {
    let text = path.description
    guard shows(path.entity), !denied.contains(where: { $0.matches(text) }) else { return .withheld }
    guard isPrivate else { return .shown }
    guard allowed.contains(text) else { return .withheld }
    guard path.isAddress else { return .shown }
    switch declared.publish.addresses {
    case .hide: return .withheld
    case .mask: return .masked
    case .show: return .shown
    }
  }

  /// What of a value may be shown: the whole, a part, its beginning, or nothing.
  ///
  /// A map or list is looked into, so that what is private inside it stays out. YAML's limit of depth bounds the
  /// recursion.
  public func published(_ value: FactValue, at path: FactPath, isPrivate: Bool) -> FactValue? {
    switch verdict(on: path, isPrivate: isPrivate) {
    case .withheld: return nil
    case .masked: return value.masked
    case .shown: break
    }
    switch value {
    case .group(let facts):
      return .group(published(facts, at: path))
    case .list(let items):
      return .list(
        items.enumerated().compactMap { index, item in
          guard case .group = item else { return published(item, at: path, isPrivate: false) }
          let inner = FactPath(path.entity, path.fields + [item.id ?? String(index)])
          return published(item, at: inner, isPrivate: false)
        })
    case .reference(let reference): return shows(reference.entity) ? value : nil
    default: return value
    }
  }

  /// What of a group of facts may be shown.
  public func published(_ facts: Facts, at path: FactPath) -> Facts {
    var shown = Facts()
    for row in facts.rows {
      let inner = FactPath(path.entity, path.fields + [row.name])
      if let value = published(row.value, at: inner, isPrivate: row.isPrivate) {
        shown.set(row.name, to: value)
      }
    }
    return shown
  }

  /// How a machine is called where its own name must not be shown: by its id, or as its source calls it.
  public func hostname(_ name: String, of id: EntityID) -> String? {
    switch declared.publish.hostnames.node {
    case .alias: id.id
    case .show: name
    case .hide: nil
    }
  }

  /// Whether names by which applications are reached may be shown.
  public var showsPublicNames: Bool { declared.publish.hostnames.public == .show }
}

extension FactValue {
  /// The value with the end of each address crossed out: `192.168.x.x/24`, `fd00:1:x`, `aa:bb:cc:x:x:x`.
  var masked: FactValue {
    switch self {
    case .text(let text): .text(Self.masked(text))
    case .list(let items): .list(items.map(\.masked))
    case .group: .text("x")
    default: self
    }
  }

  private static func masked(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4, !text.contains(":") {
      let suffix = parts[3].drop { $0 != "/" }
      return "\(parts[0]).\(parts[1]).x.x\(suffix)"
    }
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    guard groups.count > 2 else { return "x" }
    if groups.count == 6, groups.allSatisfy({ $0.count == 2 }) {
      return "\(groups[0]):\(groups[1]):\(groups[2]):x:x:x"
    }
    return "\(groups[0]):\(groups[1]):x"
  }
}
