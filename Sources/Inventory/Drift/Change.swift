import Language

/// A fact that has changed since a dated page told it.
public struct Change: Sendable, Equatable {
  public let path: FactPath
  /// What the page says.
  public let told: KnownFact
  /// What is known now.
  public let now: KnownFact
}

extension Homelab {
  /// Which of the facts that a page of a day tells are others now, so that the page can honestly say so.
  ///
  /// A fact that was not observed then, or is private, is not compared.
  public func changes(of paths: [FactPath], since day: Instant) -> [Change] {
    changes(of: paths, comparedWith: asOf(day))
  }

  /// The same, with what was known then at hand.
  func changes(of paths: [FactPath], comparedWith then: Homelab) -> [Change] {
    var changes: [Change] = []
    for path in paths {
      do throws(FactFinding) {
        let told = try then.fact(path)
        let now = try fact(path)
        guard told.provenance.source != nil, let old = told.value, let new = now.value, old != new,
          Tolerance.judge(old, new, field: path.fields.joined(separator: ".")) != .agrees
        else { continue }
        changes.append(Change(path: path, told: told, now: now))
      } catch {
        // Whoever shows the fact tells its mistake.
        continue
      }
    }
    return changes
  }
}
