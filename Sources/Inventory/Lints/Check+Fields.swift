import Diagnostics

extension Check {
  /// What must be said, and what contradicts itself.
  mutating func checkFields() {
    for record in declared.records {
      for field in Self.required(of: record.id.kind) where record.facts[field] == nil {
        // A reference that could not be read has been told.
        if record.facts.references.contains(where: { $0.field == field }) { continue }
        add(.fieldMissing(record.id, field: field), at: record.id)
      }
      checkDates(of: record)
      checkLanguages(of: record)
      checkParts(of: record)
      checkBinding(of: record)
    }
  }

  /// The fields without which a thing means nothing; the schema for editors cannot ask for them, as defaults may give them.
  private static func required(of kind: Kind) -> [String] {
    switch kind {
    case .guest: ["kind", "runsOn"]
    case .node: ["cluster", "role"]
    case .component: ["category"]
    case .roadmap: ["title"]
    default: []
    }
  }

  private mutating func checkDates(of record: Record) {
    guard case .text(let since) = record.facts["since"], case .text(let until) = record.facts["until"],
      until < since, !since.hasPrefix(until)
    else { return }
    add(.endsBeforeItBegins(record.id, since: since, until: until), at: record.id)
  }

  private mutating func checkLanguages(of record: Record) {
    guard !declared.languages.isEmpty else { return }
    for row in record.facts.rows {
      guard case .words(let text) = row.value else { continue }
      for language in text.variants.compactMap(\.language) where !declared.languages.contains(language) {
        add(.unknownLanguage(record.id, language: language, known: declared.languages), at: record.id)
      }
    }
  }

  private mutating func checkParts(of record: Record) {
    for row in record.facts.rows {
      guard case .list(let items) = row.value, items.count > 1 else { continue }
      var seen: Set<String> = []
      for id in items.compactMap(\.id) where !seen.insert(id).inserted {
        add(.partTwice(record.id, list: row.name, id: id), at: record.id)
      }
    }
  }

  private mutating func checkBinding(of record: Record) {
    guard let live = record.live else { return }
    let kinds = ["deployment", "statefulset", "daemonset"]
    if let workload = live.workload {
      let parts = workload.split(separator: "/", omittingEmptySubsequences: false)
      if parts.count != 3 || parts.contains("") || !kinds.contains(String(parts[0])) {
        add(.badBinding(record.id, field: "workload", text: workload), at: record.id)
      }
    }
    let named = [
      ("helm", live.helm), ("kustomization", live.kustomization), ("application", live.application),
      ("database", live.database),
    ]
    for case (let field, let name?) in named {
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      if parts.count != 2 || parts.contains("") {
        add(.badBinding(record.id, field: field, text: name), at: record.id)
      }
    }
  }
}
