import Language
import Nodes

extension Wording {
  /// One difference in a sentence: `version: declared >=1.35, observed v1.34.2`.
  public func text(_ difference: Difference) -> String {
    let field = difference.field
    switch difference.kind {
    case .missingLive: return tongue.pick(en: "declared, but not there", es: "declarado, pero no está")
    case .undeclaredLive: return tongue.pick(en: "there, but not declared", es: "está, pero no declarado")
    case .differs, .satisfied:
      let said = text(difference.declared, of: field)
      let seen = text(difference.observed, of: field)
      return tongue.pick(
        en: "\(field): declared \(said), observed \(seen)",
        es: "\(field): declarado \(said), observado \(seen)")
    case .unverifiable:
      let reason = reason(difference.reason)
      return field.isEmpty ? reason : "\(field): \(reason)"
    }
  }

  /// The kind of a difference in a word or two.
  public func text(_ kind: Difference.Kind) -> String {
    switch kind {
    case .missingLive: tongue.pick(en: "missing", es: "falta")
    case .undeclaredLive: tongue.pick(en: "undeclared", es: "sin declarar")
    case .differs: tongue.pick(en: "differs", es: "difiere")
    case .unverifiable: tongue.pick(en: "unverifiable", es: "no verificable")
    case .satisfied: tongue.pick(en: "satisfied", es: "se cumple")
    }
  }

  /// A verdict in a word or two, for a badge.
  public func text(_ verdict: Drift.Verdict) -> String {
    switch verdict {
    case .clean: tongue.pick(en: "as declared", es: "según lo declarado")
    case .drifted: tongue.pick(en: "drifted", es: "con deriva")
    case .unverifiable: tongue.pick(en: "unverifiable", es: "no verificable")
    case .unobserved: tongue.pick(en: "not observed", es: "sin observar")
    }
  }

  /// What nobody declared, for people: «gordito · Nodos: extra» for `nodes/extra` of its source.
  fileprivate func name(of difference: Difference) -> String {
    let key = difference.key
    let cluster = clusterTitle(ofSource: difference.source).map { "\($0) · " } ?? ""
    let group = key.prefix { $0 != "/" }
    let title = Vocabulary.title(of: String(group), kind: .cluster, in: tongue)
    return cluster + title + (group.endIndex == key.endIndex ? "" : ": \(key[group.endIndex...].dropFirst())")
  }

  /// The field that differs, as the heading of a column; empty for a thing as a whole.
  fileprivate func title(ofField difference: Difference) -> String {
    guard let kind = difference.entity?.kind, !difference.field.isEmpty else { return "" }
    return Vocabulary.title(of: difference.field, kind: kind, in: tongue)
  }

  fileprivate func reason(_ reason: Difference.Reason?) -> String {
    switch reason {
    case .sourceSilent: tongue.pick(en: "its source has never answered", es: "su fuente nunca ha respondido")
    case .notReadable: tongue.pick(en: "its source may not look", es: "su fuente no tiene permiso para mirar")
    case .stale:
      tongue.pick(en: "its source has told nothing of late", es: "su fuente no ha dicho nada últimamente")
    case .unknown, nil: tongue.pick(en: "declared as unknown", es: "declarado como desconocido")
    }
  }
}

extension Drift {
  /// The drift for programs and templates.
  public func node(in wording: Wording) -> Node {
    let items = differences.map { difference -> Node in
      Node([
        ("kind", Node(difference.kind.rawValue)), ("kind_text", Node(wording.text(difference.kind))),
        ("entity", difference.entity.map { Node($0.description) } ?? .null),
        ("name", Node(difference.entity.flatMap(wording.title(of:)) ?? wording.name(of: difference))),
        ("field", Node(difference.field)), ("field_title", Node(wording.title(ofField: difference))),
        ("declared", difference.declared.map { Node(wording.text($0, of: difference.field)) } ?? .null),
        ("observed", difference.observed.map { Node(wording.text($0, of: difference.field)) } ?? .null),
        ("key", Node(difference.key)), ("source", Node(difference.source)),
        ("reason", difference.reason.map { Node($0.rawValue) } ?? .null),
        ("reason_text", difference.reason.map { Node(wording.reason($0)) } ?? .null),
        ("text", Node(wording.text(difference))),
      ])
    }
    return [
      "drifted": Node(hasDrifted), "count": Node(drifted.count), "unverifiable": Node(unverifiable.count),
      "agreements": Node(agreements), "differences": Node(items),
    ]
  }
}
