/// How what is declared and what is observed differ, and how much of it could be compared.
public struct Drift: Sendable, Equatable {
  /// In the order of the declaration, what nobody declared last.
  public let differences: [Difference]
  /// How many fields were compared and found as declared.
  public let agreements: Int

  /// What counts as drift: something is missing, undeclared or different.
  public var drifted: [Difference] {
    differences.filter { $0.kind == .missingLive || $0.kind == .undeclaredLive || $0.kind == .differs }
  }

  /// What could not be told.
  public var unverifiable: [Difference] { differences.filter { $0.kind == .unverifiable } }

  public var hasDrifted: Bool { !drifted.isEmpty }

  /// What a badge shows.
  public enum Verdict: String, Sendable {
    case clean, drifted, unverifiable
    /// No source is bound, so nothing was compared.
    case unobserved
  }
}

extension Homelab {
  /// Compares what is declared with the snapshots at hand.
  public func drift() -> Drift {
    var comparison = Comparison(homelab: self)
    comparison.run()
    return Drift(differences: comparison.differences, agreements: comparison.agreements)
  }

  /// The drift of one thing and what belongs to it: of a cluster with its nodes, applications and components, of a
  /// machine with its guests.
  public func drift(_ drift: Drift, of id: EntityID) -> Drift {
    let source = observation(of: id)?.source
    let own = Set([id] + relations.sources(of: id, by: "cluster") + relations.sources(of: id, by: "runsOn"))
    let kept = drift.differences.filter { difference in
      difference.entity.map(own.contains) ?? (id.kind == .cluster && difference.source == source)
    }
    return Drift(differences: kept, agreements: drift.agreements)
  }

  /// The drift without what must not be shown: private things and fields go, and what nobody declared, which has no
  /// alias, keeps its name only where names are shown.
  public func published(_ drift: Drift) -> Drift {
    let shown = drift.differences.compactMap { difference -> Difference? in
      guard let entity = difference.entity else { return difference.named(by: declared.publish.hostnames) }
      let path = FactPath(entity, difference.field.split(separator: ".").map(String.init))
      let isPrivate = declared[entity]?.facts.fact(at: path.fields)?.isPrivate ?? false
      let isShown =
        difference.field.isEmpty
        ? disclosure.shows(entity) : disclosure.verdict(on: path, isPrivate: isPrivate) == .shown
      guard isShown else { return nil }
      return Difference(
        difference.kind, entity, field: difference.field, declared: difference.declared,
        observed: difference.observed, source: difference.source, reason: difference.reason)
    }
    return Drift(differences: shown, agreements: drift.agreements)
  }

  /// What a badge of a thing shows.
  public func verdict(_ drift: Drift, of id: EntityID) -> Drift.Verdict {
    let own = self.drift(drift, of: id)
    if own.hasDrifted { return .drifted }
    if !own.unverifiable.isEmpty { return .unverifiable }
    return observation(of: id) == nil ? .unobserved : .clean
  }
}

extension Difference {
  /// The difference with its key, or only the first part of it where names are kept to ourselves.
  fileprivate func named(by policy: Publish.Hostnames) -> Difference {
    let group = key.prefix { $0 != "/" }
    let isMachine = ["nodes", "hosts", "guests"].contains(group)
    let shows = isMachine ? policy.node == .show : policy.public == .show
    return Difference(kind, nil, key: shows ? key : String(group), source: source)
  }
}
