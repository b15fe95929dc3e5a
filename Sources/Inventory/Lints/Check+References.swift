import Diagnostics

extension Check {
  /// Each reference leads to something that exists and is of a kind that may stand there.
  mutating func checkReferences() {
    for record in declared.records {
      let origin = record.origin
      for use in record.facts.references where use.range != origin.range {
        check(use, below: record.path, in: sources[origin.file])
      }
    }
    // What comes from the defaults stands at the thing's own place, and is told once, where it is written.
    guard let defaults = gathered.header?.defaults else { return }
    for block in defaults.blocks {
      for use in block.references {
        check(use, below: "inventory.defaults.\(block.name)", in: sources[gathered.headerFile])
      }
    }
  }

  private mutating func check(_ use: ReferenceUse, below thing: @autoclosure () -> String, in source: Source)
  {
    guard !leads(use), !use.text.isEmpty, let finding = finding(on: use, use.path(below: thing())) else {
      return
    }
    report.add(source.mistake(finding, at: use.range))
  }

  /// Tells whether nothing is wrong with a reference to a thing as a whole, as with nearly all.
  private func leads(_ use: ReferenceUse) -> Bool {
    guard let reference = use.reference, reference.part == nil, use.part == nil else { return false }
    return use.kinds.contains(reference.entity.kind) && declared[reference.entity] != nil
  }

  private mutating func finding(on use: ReferenceUse, _ path: String) -> InventoryFinding? {
    guard let reference = use.reference else {
      return .noReference(
        path: path, text: use.text, kinds: use.kinds, part: use.part, nearest: completed(use))
    }
    guard use.kinds.contains(reference.entity.kind) else {
      let sameName = use.kinds.map { EntityID($0, reference.entity.id) }.first { declared[$0] != nil }
      return .wrongKind(
        path: path, text: use.text, kinds: use.kinds, nearest: sameName?.description)
    }
    guard declared[reference.entity] != nil else {
      return .unknownReference(
        path: path, text: use.text, nearest: near(reference.entity, kinds: use.kinds))
    }
    return findingOnPart(use, reference, path)
  }

  private func findingOnPart(_ use: ReferenceUse, _ reference: Reference, _ path: String) -> InventoryFinding?
  {
    guard let list = use.part else {
      return reference.part.map { _ in .partUnwanted(path: path, text: use.text) }
    }
    let known = parts(of: reference.entity, list: list)
    guard let part = reference.part else {
      return .partWanted(path: path, text: use.text, list: list, known: known)
    }
    if part.list == list, known.contains(part.id) { return nil }
    let near = known.contains(part.id) ? part.id : nearest(to: part.id, among: known)
    return .unknownPart(
      path: path, text: use.text, known: known, nearest: near.map { "\(reference.entity)/\(list)/\($0)" })
  }

  private func parts(of id: EntityID, list: String) -> [String] {
    guard case .list(let items) = declared[id]?.facts[list] else { return [] }
    return items.compactMap(\.id)
  }

  /// The reference that a bare id stands for, or the one nearest to what was written.
  private mutating func completed(_ use: ReferenceUse) -> String? {
    let exact = use.kinds.map { EntityID($0, use.text) }.first { declared[$0] != nil }
    if let exact { return exact.description }
    return search { declared in
      let ids = use.kinds.flatMap { kind in declared.records(of: kind).map(\.id) }
      if let byID = nearest(to: use.text, among: ids.map(\.id)) {
        return ids.first { $0.id == byID }?.description
      }
      return nearest(to: use.text, among: ids.map(\.description))
    }
  }

  private mutating func near(_ id: EntityID, kinds: [Kind]) -> String? {
    let elsewhere = kinds.map { EntityID($0, id.id) }.first { declared[$0] != nil }
    if let elsewhere { return elsewhere.description }
    return search { declared in
      let same = nearest(to: id.id, among: declared.records(of: id.kind).map(\.id.id))
      if let same { return EntityID(id.kind, same).description }
      return kinds.lazy.filter { $0 != id.kind }.compactMap { kind in
        nearest(to: id.id, among: declared.records(of: kind).map(\.id.id)).map { "\(EntityID(kind, $0))" }
      }.first
    }
  }

  private mutating func search(_ find: (Declared) -> String?) -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    return find(declared)
  }
}
