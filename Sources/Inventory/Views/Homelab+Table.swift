import Diagnostics
import Language

extension Homelab {
  /// Makes a table. Things that are not there (planned, retired, designs) are left out unless their status is asked
  /// for, `all` meaning every one.
  public func table(
    _ request: TableRequest, wording: Wording, for audience: Audience = .everyone
  ) throws(FactFinding) -> FactTable {
    try check(request)
    var records = declared.records(of: request.kind).filter { audience == .owner || disclosure.shows($0.id) }
    if request.kind != .roadmap, !request.filters.contains(where: { $0.field == "status" }) {
      records = records.filter(\.status.exists)
    }
    for filter in request.filters where !(filter.field == "status" && filter.value == "all") {
      records = records.filter { holds(filter, for: $0, audience) }
    }
    sort(&records, by: request.sort, wording, audience)
    let all = records.map { row(about: $0, of: request, wording, audience) }
    let telling = request.columns.isEmpty ? Self.telling(all) : nil
    let rows = all.map { $0.only(telling) }
    return FactTable(
      kind: request.kind, caption: Vocabulary.caption(of: request.kind, in: wording.tongue),
      columns: columns(request.shownColumns.only(telling), request.kind, rows, wording), rows: rows,
      origins: origins(of: rows), asOf: asOf)
  }

  private func row(
    about record: Record, of request: TableRequest, _ wording: Wording, _ audience: Audience
  ) -> FactTable.Row {
    FactTable.Row(
      id: record.id, title: wording.title(of: record.id) ?? "",
      cells: request.shownColumns.map { cell($0, of: record, wording, audience) },
      group: request.group.isEmpty ? "" : cell(request.group, of: record, wording, audience).text)
  }

  /// Which columns say something about one of the things that its group does not say; the first names them all. Nil
  /// where there are no things.
  private static func telling(_ rows: [FactTable.Row]) -> [Int]? {
    rows.first.map { first in
      first.cells.indices.filter { index in
        index == 0 || rows.contains { $0.cells[index].value != nil && $0.cells[index].text != $0.group }
      }
    }
  }

  /// One field of one thing, as a table or page shows it; what is private counts as not said.
  public func cell(
    _ key: String, of record: Record, _ wording: Wording, _ audience: Audience
  ) -> FactTable.Cell {
    if let made = made(key, of: record, wording, audience) { return made }
    do throws(FactFinding) {
      let path = FactPath(record.id, key.split(separator: ".").map(String.init))
      let fact = try fact(path, for: audience)
      return FactTable.Cell(
        text: wording.text(fact.value, of: key), value: fact.value, provenance: fact.provenance,
        freshness: fact.freshness)
    } catch {
      // The request has been checked: here it is only that this thing lacks the field, or keeps it private.
      return FactTable.Cell(
        text: Wording.missing, value: nil, provenance: .declared, freshness: .declaredOnly)
    }
  }
}

extension Homelab {
  /// Columns that are put together from several facts.
  static let madeColumns: [Kind: [String]] = [.cluster: ["nodeSummary"], .app: ["external"]]

  private func made(
    _ key: String, of record: Record, _ wording: Wording, _ audience: Audience
  ) -> FactTable.Cell? {
    let text: String
    switch (record.id.kind, key) {
    case (.cluster, "nodeSummary"): text = nodeSummary(of: record, wording)
    case (.app, "external"):
      guard case .text(let exposure) = record.facts["exposure"],
        audience == .owner || shows("exposure", of: record)
      else { return nil }
      text = Vocabulary.truth(exposure == Exposure.public.rawValue, in: wording.tongue)
    case (.host, "model"):
      let parts = ["vendor", "model"].filter { audience == .owner || shows($0, of: record) }
        .compactMap { record.facts[$0] }.map { wording.text($0, of: "model") }
      text = parts.isEmpty ? wording.title(of: record.id) ?? "" : parts.joined(separator: " ")
    default: return nil
    }
    return FactTable.Cell(
      text: text, value: .text(text), provenance: key == "model" ? .declared : .derived,
      freshness: .declaredOnly)
  }

  private func shows(_ field: String, of record: Record) -> Bool {
    disclosure.verdict(on: FactPath(record.id, [field]), isPrivate: false) == .shown
  }

  /// `1 × plano de control (ThinkCentre neo 50q), 2 × worker`.
  private func nodeSummary(of record: Record, _ wording: Wording) -> String {
    var parts: [String] = []
    for id in relations.nodes(of: record.id) where disclosure.shows(id) {
      guard let node = declared.nodes[id.id], node.common.status != .retired else { continue }
      let role = Vocabulary.word(node.role?.rawValue ?? "", of: "role", in: wording.tongue)
      let host = relations.host(of: id).flatMap { host -> String? in
        guard disclosure.shows(host) else { return nil }
        if case .text(let model) = declared[host]?.facts["model"] { return model }
        return wording.title(of: host)
      }
      parts.append("\(node.common.count)\u{A0}× \(role)" + (host.map { " (\($0))" } ?? ""))
    }
    if parts.isEmpty, let cluster = declared.clusters[record.id.id] {
      let control = Vocabulary.word(NodeRole.controlPlane.rawValue, of: "role", in: wording.tongue)
      if let members = cluster.controlPlane?.members { parts.append("\(members)\u{A0}× \(control)") }
      if let workers = cluster.workers?.members { parts.append("\(workers)\u{A0}× worker") }
    }
    return parts.isEmpty ? Wording.missing : parts.joined(separator: ", ")
  }

  private func columns(
    _ keys: [String], _ kind: Kind, _ rows: [FactTable.Row], _ wording: Wording
  ) -> [FactTable.Column] {
    keys.enumerated().map { index, key in
      let values = rows.compactMap { $0.cells[index].value }
      let isNumeric = !values.isEmpty && values.allSatisfy(\.isAmount)
      return FactTable.Column(
        key: key, title: Vocabulary.title(of: key, kind: kind, in: wording.tongue), isNumeric: isNumeric)
    }
  }

  private func origins(of rows: [FactTable.Row]) -> [FactTable.Origin] {
    var origins: [String: FactTable.Origin] = [:]
    for cell in rows.lazy.flatMap(\.cells) {
      guard let source = cell.provenance.source else { continue }
      // What is told no longer says more of a table than what is.
      guard
        origins[source] == nil || cell.freshness.isSilence && origins[source]?.freshness.isSilence == false
      else { continue }
      let freshness =
        cell.freshness.isSilence
        ? cell.freshness
        : Freshness(of: snapshots[source], now: now, thresholds: policy.thresholds(source: source))
      origins[source] = FactTable.Origin(source: source, provenance: cell.provenance, freshness: freshness)
    }
    return origins.values.sorted { $0.source < $1.source }
  }
}

extension FactValue {
  /// Whether it is an amount of something.
  var isAmount: Bool {
    switch self {
    case .integer, .number, .quantity: true
    default: false
    }
  }
}

extension FactTable.Row {
  /// The row with the cells at some places only.
  fileprivate func only(_ places: [Int]?) -> FactTable.Row {
    FactTable.Row(id: id, title: title, cells: cells.only(places), group: group)
  }
}

extension Array {
  /// The items at some places; all where no places are given.
  fileprivate func only(_ places: [Int]?) -> [Element] { places.map { $0.map { self[$0] } } ?? self }
}
