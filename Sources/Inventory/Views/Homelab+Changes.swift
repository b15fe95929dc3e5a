import Diagnostics
import Language
import Nodes

extension Homelab {
  /// What a dated page says of the homelab and would now say otherwise, thing by thing; empty where all still holds.
  ///
  /// `told` are the views that the page shows, each with the time it looks back to.
  public func changes(
    since told: [(request: ViewRequest, instant: Instant)], wording: Wording
  ) throws(FactFinding) -> Node {
    var changes: [Change] = []
    var seen: Set<FactPath> = []
    for (instant, views) in Dictionary(grouping: told, by: \.instant).sorted(by: { $0.key < $1.key }) {
      let then = asOf(instant)
      var paths: [FactPath] = []
      for view in views { paths += try then.told(by: view.request, wording: wording) }
      changes += self.changes(of: paths.filter { seen.insert($0).inserted }, comparedWith: then)
    }
    var order: [EntityID] = []
    let groups = Dictionary(grouping: changes, by: \.path.entity)
    for change in changes where !order.contains(change.path.entity) { order.append(change.path.entity) }
    return Node(
      order.map { id in
        [
          "ref": Node(id.description), "title": Node(wording.title(of: id) ?? id.id),
          "cells": Node((groups[id] ?? []).map { $0.node(in: wording) }),
        ]
      })
  }
}

extension Change {
  fileprivate func node(in wording: Wording) -> Node {
    let field = path.fields.joined(separator: ".")
    return [
      "key": Node(field),
      "title": Node(Vocabulary.title(of: field, kind: path.entity.kind, in: wording.tongue)),
      "told": Node(wording.text(told.value, of: field)), "now": Node(wording.text(now.value, of: field)),
      "told_at": told.provenance.instant.map { Node($0.rfc3339) } ?? .null,
      "now_at": now.provenance.instant.map { Node($0.rfc3339) } ?? .null,
    ]
  }
}
