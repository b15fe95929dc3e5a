import Bytes
import Inventory
import Language
import Nodes

/// What `sitegen inventory diff` prints.
struct DriftAccount {
  private let drift: Drift
  private let homelab: Homelab
  private let wording: Wording

  init(of drift: Drift, in homelab: Homelab, tongue: Tongue) {
    self.drift = drift
    self.homelab = homelab
    wording = Wording(of: homelab, in: tongue, for: .owner)
  }

  /// One line for each difference, then for each source how old it is, then how many there are.
  func human(isVerbose: Bool) -> [UInt8] {
    var out: [UInt8] = []
    let tongue = wording.tongue
    guard homelab.hasObserved else {
      out.append(
        text: tongue.pick(
          en: "nothing was observed yet: run 'sitegen inventory pull'\n",
          es: "todavía no se ha observado nada: ejecuta «sitegen inventory pull»\n"))
      return out
    }
    let shown = drift.differences.filter { isVerbose || $0.kind != .satisfied }
    let names = shown.map { $0.entity?.description ?? $0.key }
    let width = names.map(\.columns).max() ?? 0
    for (difference, name) in zip(shown, names) {
      let space = String(repeating: " ", count: width - name.columns)
      out.append(
        text:
          "\(Self.sign(of: difference.kind)) \(name)\(space)  \(wording.text(difference))  (\(difference.source))\n"
      )
    }
    if !shown.isEmpty { out.append("\n") }
    for source in homelab.snapshots.keys.sorted() { out.append(text: line(of: source) + "\n") }
    out.append(text: summary + "\n")
    return out
  }

  func json() -> [UInt8] {
    let sources = homelab.snapshots.keys.sorted().map { source -> (String, Node) in
      (source, freshness(of: source).node(in: wording))
    }
    return Node(
      (drift.node(in: wording).entries ?? []).map { ($0.key, $0.value) } + [("sources", Node(sources))]
    ).json()
  }
}

extension DriftAccount {
  private static func sign(of kind: Difference.Kind) -> String {
    switch kind {
    case .missingLive: "-"
    case .undeclaredLive: "+"
    case .differs: "≠"
    case .unverifiable: "?"
    case .satisfied: "="
    }
  }

  private func freshness(of source: String) -> Freshness {
    Freshness(
      of: homelab.snapshots[source], now: homelab.now, thresholds: homelab.policy.thresholds(source: source))
  }

  /// `k8s-gordito: reciente, hace 2 días`.
  private func line(of source: String) -> String {
    let state = freshness(of: source)
    let age = homelab.snapshots[source]?.fetchedAt.map {
      RelativeAge(of: $0, at: homelab.now).words(in: wording.tongue)
    }
    return "\(state.sign) \(source): \(state.words(in: wording.tongue))" + (age.map { ", \($0)" } ?? "")
  }

  /// `3 diferencias, 1 no verificable, 14 coincidencias`.
  private var summary: String {
    func part(_ count: Int, _ english: (String, String), _ spanish: (String, String)) -> String {
      let noun = wording.tongue.pick(
        en: count == 1 ? english.0 : english.1, es: count == 1 ? spanish.0 : spanish.1)
      return "\(count) \(noun)"
    }
    return [
      part(drift.drifted.count, ("difference", "differences"), ("diferencia", "diferencias")),
      part(drift.unverifiable.count, ("unverifiable", "unverifiable"), ("no verificable", "no verificables")),
      part(drift.agreements, ("agreement", "agreements"), ("coincidencia", "coincidencias")),
    ].joined(separator: ", ")
  }
}
