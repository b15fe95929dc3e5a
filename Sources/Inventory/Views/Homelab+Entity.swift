import Nodes

extension Homelab {
  /// All that may be shown of a thing: what is declared, what is observed where it wins, and what is reckoned.
  public func facts(of id: EntityID, for audience: Audience = .everyone) -> Facts {
    guard let record = declared[id], audience == .owner || disclosure.shows(id) else { return Facts() }
    var all = record.facts
    all.merge(observation(of: id)?.facts ?? Facts()) { fields in Self.isObservedField(fields) }
    for row in derivedFacts(of: id).rows where all[row.name] == nil { all.set(row.name, to: row.value) }
    guard audience == .everyone else { return all }
    return disclosure.published(all, at: FactPath(id, []))
  }

  /// A thing as templates see it: its fields by name, with `id`, `ref`, `title`, `freshness` and `provenance`.
  public func node(of id: EntityID, wording: Wording, for audience: Audience = .everyone) -> Node {
    guard audience == .owner || disclosure.shows(id) else { return .null }
    let own: [(String, Node)] = [
      ("ref", Node(id.description)), ("id", Node(id.id)), ("entity", Node(id.kind.rawValue)),
      ("title", Node(wording.title(of: id) ?? id.id)),
    ]
    let facts = wording.entries(facts(of: id, for: audience)).filter { !["id", "title"].contains($0.0) }
    let state: [(String, Node)] = [
      ("freshness", freshness(of: id).node(in: wording)),
      ("provenance", provenance(of: id).node(in: wording)),
    ]
    return Node(own + facts + state)
  }

  /// Everything that may be shown, kind by kind, as templates and `inventory.json` see it.
  public func node(wording: Wording, for audience: Audience = .everyone) -> Node {
    var blocks: [(String, Node)] = [
      ("title", declared.title.map { Node($0.text(in: wording.language)) } ?? .null)
    ]
    let drift = snapshots.isEmpty ? nil : published(self.drift())
    for kind in Kind.allCases {
      let shown = declared.records(of: kind).filter { audience == .owner || disclosure.shows($0.id) }
      let entries = shown.map { record -> (String, Node) in
        let node = node(of: record.id, wording: wording, for: audience)
        guard kind == .cluster, let drift, observation(of: record.id) != nil else {
          return (record.id.id, node)
        }
        let all = (node.entries ?? []).map { ($0.key, $0.value) }
        return (record.id.id, Node(all + verdict(drift, of: record.id, in: wording)))
      }
      blocks.append((kind.block, Node(entries)))
    }
    if let drift { blocks.append(("drift", drift.node(in: wording))) }
    return Node(blocks)
  }
}

extension Facts {
  /// Takes facts of another group: those it lacks, and those that win; groups are merged field by field.
  mutating func merge(_ other: Facts, winning: ([String]) -> Bool) {
    merge(other, under: [], winning: winning)
  }

  private mutating func merge(_ other: Facts, under path: [String], winning: ([String]) -> Bool) {
    for row in other.rows {
      let fields = path + [row.name]
      let isPrivate = rows.first { $0.name == row.name }?.isPrivate ?? row.isPrivate
      if case .group(var mine) = self[row.name], case .group(let theirs) = row.value {
        mine.merge(theirs, under: fields, winning: winning)
        set(row.name, to: .group(mine), isPrivate: isPrivate)
      } else if self[row.name] == nil || winning(fields) {
        set(row.name, to: row.value, isPrivate: isPrivate)
      }
    }
  }
}
