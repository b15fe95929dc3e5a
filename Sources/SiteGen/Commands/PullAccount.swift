import Diagnostics
import Inventory
import Language
import Nodes

/// What a pull came to, source by source.
struct PullAccount {
  private let outcomes: [PullOutcome]

  init(_ outcomes: [PullOutcome]) { self.outcomes = outcomes }

  /// How many changes of a source are told unless all are wanted.
  private static let mostChanges = 10

  /// 3 where a source that had to answer did not, 1 where a guard refused what one told.
  var exitCode: ExitCode {
    if outcomes.contains(where: \.isFatal) { return .outside }
    return outcomes.contains { $0.state == .shrunk } ? .wrong : .done
  }

  /// What is to be said of the sources and their answers.
  var remarks: Report {
    var report = Report()
    for outcome in outcomes { report.add(contentsOf: outcome.remarks.sorted) }
    return report
  }

  /// One line for each source, as a build tells it.
  func lines(in tongue: Tongue) -> String {
    outcomes.map { "\($0.source): \(words(of: $0, in: tongue))" }.joined(separator: "\n")
  }

  /// `k8s-gordito: 61 things, 2 changes`, then the changes.
  func human(in tongue: Tongue, isVerbose: Bool) -> [UInt8] {
    var text = ""
    for outcome in outcomes {
      text += "\(outcome.source): \(words(of: outcome, in: tongue))\n"
      let changes = outcome.changes?.changes ?? []
      let shown = isVerbose ? changes[...] : changes.prefix(Self.mostChanges)
      for change in shown { text += "  \(change.path): \(words(of: change, in: tongue))\n" }
      let rest = changes.count - shown.count
      if rest > 0 {
        text += tongue.pick(en: "  and \(rest) more: --verbose\n", es: "  y \(rest) más: --verbose\n")
      }
    }
    return Array(text.utf8)
  }

  func json() -> [UInt8] { node.json() }

  var node: Node {
    Node(
      outcomes.map { outcome in
        let changes = (outcome.changes?.changes ?? []).map { change in
          Node(
            [("path", Node(change.path))]
              + [("before", change.before), ("now", change.now)].compactMap {
                pair in pair.1.map { (pair.0, Node($0)) }
              })
        }
        return [
          "source": Node(outcome.source), "state": Node(outcome.state.rawValue),
          "things": Node(outcome.snapshot.facts.count), "changes": Node(changes),
        ]
      }
    )
  }
}

extension PullAccount {
  private func words(of outcome: PullOutcome, in tongue: Tongue) -> String {
    let count = outcome.snapshot.facts.count
    let things = tongue.pick(
      en: "\(count) \(count == 1 ? "thing" : "things")", es: "\(count) \(count == 1 ? "cosa" : "cosas")")
    let since = outcome.snapshot.staleSince?.rfc3339 ?? ""
    switch outcome.state {
    case .first:
      return tongue.pick(en: "\(things), told for the first time", es: "\(things), por primera vez")
    case .same: return tongue.pick(en: "\(things), nothing changed", es: "\(things), sin cambios")
    case .changed:
      let changes = outcome.changes?.changes.count ?? 0
      return tongue.pick(
        en: "\(things), \(changes) \(changes == 1 ? "change" : "changes")",
        es: "\(things), \(changes) \(changes == 1 ? "cambio" : "cambios")")
    case .kept where outcome.snapshot.fetchedAt == nil:
      return tongue.pick(en: "no answer, nothing known yet", es: "sin respuesta, aún no se sabe nada")
    case .kept:
      return tongue.pick(
        en: "no answer since \(since), \(things) kept",
        es: "sin respuesta desde \(since), se conservan \(things)")
    case .shrunk:
      return tongue.pick(
        en: "tells far less, \(things) kept", es: "cuenta mucho menos, se conservan \(things)")
    case .unwritten: return tongue.pick(en: "could not be written", es: "no se pudo escribir")
    }
  }

  private func words(of change: FactChanges.Change, in tongue: Tongue) -> String {
    switch (change.before, change.now) {
    case (let before?, let now?): "\(before) → \(now)"
    case (nil, let now?): tongue.pick(en: "new", es: "nuevo") + (now.isEmpty ? "" : " (\(now))")
    case (let before?, nil):
      tongue.pick(en: "gone", es: "ya no está") + (before.isEmpty ? "" : " (\(before))")
    case (nil, nil): ""
    }
  }
}
