import Diagnostics
import Language
import Nodes

extension Homelab {
  /// Answers a shortcode or template with all that it may show, ready to be rendered.
  ///
  /// Each answer has `view`, `as_of` and what the view is about: `table`; `entity` with its `tables`; `fact`; `totals`;
  /// `outage`; `topology`; `drift`; `rows` of a comparison.
  public func view(_ request: ViewRequest, wording: Wording) throws(FactFinding) -> Node {
    let answer = try entries(request, wording)
    return Node(
      [("view", Node(request.name)), ("as_of", asOf.map { Node($0.rfc3339) } ?? .null)] + answer)
  }

  private func entries(_ request: ViewRequest, _ wording: Wording) throws(FactFinding) -> [(String, Node)] {
    if let kind = Kind.allCases.first(where: { $0.block == request.name }) {
      return [("table", try table(request.table(of: kind), wording: wording).node(in: wording))]
    }
    switch request.name {
    case "fact": return [("fact", try fact(request.words.first ?? "").node(in: wording))]
    case "totals": return try totals(request, wording)
    case "outage": return try outage(request, wording)
    case "topology": return [("topology", try topology(request, wording))]
    case "drift": return try drift(request, wording)
    case "compare": return try compare(request, wording)
    default: break
    }
    guard let kind = Kind(rawValue: request.name) else {
      throw .noView(
        request.name, nearest: nearest(to: request.name, among: ViewRequest.names), known: ViewRequest.names)
    }
    return try entity(shown(request.words.first ?? "", kind), wording)
  }
}

extension Homelab {
  /// The id of a thing that may be shown.
  private func shown(_ text: String, _ kind: Kind?) throws(FactFinding) -> EntityID {
    let record = try record(text, kind: kind)
    guard disclosure.shows(record.id) else { throw .hiddenEntity(record.id) }
    return record.id
  }

  /// The tables of what belongs to a thing.
  func tables(of id: EntityID) -> [TableRequest] {
    let field = id.kind == .cluster ? "cluster" : id.kind == .host ? "host" : "runsOn"
    let kinds: [Kind] = id.kind == .cluster ? [.node, .app, .component] : id.kind == .host ? [.node] : []
    return kinds.map { kind in
      TableRequest(
        kind, filters: [TableRequest.Filter(kind == .component ? "runsOn" : field, id.id)],
        group: kind == .component ? "category" : "")
    }
  }

  /// A thing with the tables of what belongs to it.
  private func entity(_ id: EntityID, _ wording: Wording) throws(FactFinding) -> [(String, Node)] {
    var tables: [(String, Node)] = []
    for request in self.tables(of: id) {
      tables.append((request.kind.block, try table(request, wording: wording).node(in: wording)))
    }
    var entries: [(String, Node)] = [
      ("entity", node(of: id, wording: wording)), ("tables", Node(tables)),
    ]
    guard observation(of: id) != nil else { return entries }
    entries += verdict(published(drift()), of: id, in: wording)
    return entries
  }

  private func totals(_ request: ViewRequest, _ wording: Wording) throws(FactFinding) -> [(String, Node)] {
    if let cluster = request.option("cluster") {
      let id = try shown(cluster, .cluster)
      return [("totals", declared.totals(ofCluster: id, by: relations).node(in: wording))]
    }
    let site = try request.option("site").map { name throws(FactFinding) in try shown(name, .site) }
    return [("totals", declared.totals(ofSite: site).node(in: wording))]
  }

  private func outage(_ request: ViewRequest, _ wording: Wording) throws(FactFinding) -> [(String, Node)] {
    let host = try shown(request.words.first ?? "", .host)
    let hits = declared.outage(of: host, by: relations).hits.filter { disclosure.shows($0.id) }
    let items = hits.map { hit -> Node in
      [
        "ref": Node(hit.id.description), "kind": Node(hit.id.kind.rawValue),
        "name": Node(wording.title(of: hit.id) ?? ""),
        "effect": Node(hit.effect == .stopped ? "stopped" : "weakened"),
        "effect_text": Node(wording.text(hit.effect)),
        "cause": Node(wording.text(hit.cause)),
      ]
    }
    return [("host", node(of: host, wording: wording)), ("outage", Node(items))]
  }

  private func drift(_ request: ViewRequest, _ wording: Wording) throws(FactFinding) -> [(String, Node)] {
    let all = published(drift())
    guard let cluster = request.option("cluster") else { return [("drift", all.node(in: wording))] }
    let id = try shown(cluster, .cluster)
    return [("drift", drift(all, of: id).node(in: wording))] + verdict(all, of: id, in: wording)
  }

  /// The verdict on a thing, by its name and in words.
  func verdict(_ drift: Drift, of id: EntityID, in wording: Wording) -> [(String, Node)] {
    let verdict = verdict(drift, of: id)
    return [("verdict", Node(verdict.rawValue)), ("verdict_text", Node(wording.text(verdict)))]
  }

  /// The topology of some clusters, or of all, with its drawings for wide and for narrow pages.
  private func topology(_ request: ViewRequest, _ wording: Wording) throws(FactFinding) -> Node {
    var clusters: [EntityID] = []
    for name in ViewRequest.words(of: request.option("cluster") ?? "") {
      clusters.append(try shown(name, .cluster))
    }
    return topology(of: clusters, wording: wording).judged(by: Redaction(policy: declared.publish))
      .node(in: wording)
  }

  /// Things side by side, a row for each field that one of them has: before and after.
  private func compare(_ request: ViewRequest, _ wording: Wording) throws(FactFinding) -> [(String, Node)] {
    var ids: [EntityID] = []
    for word in request.words { ids.append(try shown(word, nil)) }
    guard let first = ids.first, let record = declared[first] else { throw .noPath("", nearest: nil) }
    let asked = request.table(of: first.kind)
    try check(TableRequest(first.kind, columns: asked.columns))
    let fields = asked.columns.isEmpty ? Self.comparable(ids.map { facts(of: $0) }) : asked.columns
    let rows = fields.map { field -> Node in
      let cells = ids.map { id -> Node in
        let found = declared[id].map { cell(field, of: $0, wording, .everyone) }
        return ["text": Node(found?.text ?? Wording.missing), "known": Node(found?.value != nil)]
      }
      let title = Vocabulary.title(of: field, kind: record.id.kind, in: wording.tongue)
      return ["key": Node(field), "title": Node(title), "cells": Node(cells)]
    }
    return [("entities", Node(ids.map { node(of: $0, wording: wording) })), ("rows", Node(rows))]
  }

  /// The fields in which things can be told apart at a glance.
  private static func comparable(_ all: [Facts]) -> [String] {
    let plain: Set<String> = [
      "id", "name", "live", "count", "visibility", "replacedBy", "tags", "image", "links",
    ]
    var seen: Set<String> = []
    return all.flatMap(\.rows).filter { !plain.contains($0.name) && !$0.name.hasPrefix("x-") }.map(\.name)
      .filter { seen.insert($0).inserted }
  }
}

extension Totals {
  fileprivate func node(in wording: Wording) -> Node {
    func text(_ quantity: Quantity) -> Node { Node(quantity.text(in: wording.tongue)) }
    return [
      "machines": Node(machines), "cores": Node(cores), "threads": Node(threads),
      "memory": text(.size(ByteSize(bytes: memory))), "memory_bytes": Node(memory),
      "storage": text(.size(ByteSize(bytes: storage, isDecimal: true))), "storage_bytes": Node(storage),
      "watts": text(.power(Watts(milliwatts: milliwatts))),
      "complete": Node(withoutCores == 0 && withoutMemory == 0 && withoutStorage == 0),
      "without_cores": Node(withoutCores), "without_memory": Node(withoutMemory),
      "without_storage": Node(withoutStorage),
    ]
  }
}
