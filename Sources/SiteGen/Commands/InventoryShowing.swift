import Bytes
import Inventory
import Language
import Nodes

/// What `sitegen inventory show` prints.
struct InventoryShowing {
  /// In which form.
  enum Form: String, CaseIterable {
    case table, json, yaml
  }

  let homelab: Homelab
  let wording: Wording
  let audience: Homelab.Audience

  init(of homelab: Homelab, in tongue: Tongue, for audience: Homelab.Audience) {
    self.homelab = homelab
    self.audience = audience
    wording = Wording(of: homelab, in: tongue, for: audience)
  }

  /// Everything, the things of a kind (`hosts`), one thing (`host:neo`) or one fact (`host:neo.model`).
  func text(_ subject: String?, as form: Form) throws(FactFinding) -> [UInt8] {
    guard let subject else {
      return form == .table ? try everything() : written(homelab.node(wording: wording, for: audience), form)
    }
    if let kind = Kind.allCases.first(where: { $0.block == subject || $0.rawValue == subject }) {
      return try things(of: kind, as: form)
    }
    if subject.contains("."), let path = FactPath(text: subject) {
      return try fact(path, as: form)
    }
    let record = try homelab.record(subject)
    guard audience == .owner || homelab.disclosure.shows(record.id) else { throw .hiddenEntity(record.id) }
    guard form == .table else {
      return written(homelab.node(of: record.id, wording: wording, for: audience), form)
    }
    return thing(record.id)
  }

  private func written(_ node: Node, _ form: Form) -> [UInt8] { form == .yaml ? node.yaml() : node.json() }
}

extension InventoryShowing {
  private func everything() throws(FactFinding) -> [UInt8] {
    var out: [UInt8] = []
    for kind in Kind.allCases {
      let table = try table(of: kind)
      guard !table.rows.isEmpty else { continue }
      if !out.isEmpty { out.append("\n") }
      out.append(text: "\(table.caption) (\(kind.block))\n")
      write(table, into: &out)
    }
    return out
  }

  private func things(of kind: Kind, as form: Form) throws(FactFinding) -> [UInt8] {
    guard form == .table else {
      let records = homelab.declared.records(of: kind).filter {
        audience == .owner || homelab.disclosure.shows($0.id)
      }
      return written(
        Node(records.map { ($0.id.id, homelab.node(of: $0.id, wording: wording, for: audience)) }), form)
    }
    var out: [UInt8] = []
    write(try table(of: kind), into: &out)
    return out
  }

  /// The standard columns with the id before them, of all things whatever their status.
  private func table(of kind: Kind) throws(FactFinding) -> FactTable {
    var request = TableRequest(kind)
    if kind != .roadmap { request.filters = [TableRequest.Filter("status", "all")] }
    let standard = TableRequest.standardColumns(of: kind)
    request.columns = ["id"] + standard + (standard.contains("status") ? [] : ["status"])
    return try homelab.table(request, wording: wording, for: audience)
  }

  private func write(_ table: FactTable, into out: inout [UInt8]) {
    let text = TextTable(
      headings: table.columns.map(\.title), isRight: table.columns.map(\.isNumeric),
      rows: table.rows.map { $0.cells.map(\.text) })
    text.write(into: &out)
  }

  /// A thing field by field, each with where it comes from unless it is declared.
  private func thing(_ id: EntityID) -> [UInt8] {
    var out: [UInt8] = []
    out.append(text: "\(id): \(wording.title(of: id) ?? id.id)\n")
    let facts = homelab.facts(of: id, for: audience)
    let rows = facts.leaves().filter { $0.fields != ["name"] }.map { leaf -> [String] in
      let field = leaf.fields.joined(separator: ".")
      let text = wording.text(leaf.value, of: field)
      return [field, leaf.isPrivate ? "\(text) (\(privately))" : text, origin(of: FactPath(id, leaf.fields))]
    }
    let tongue = wording.tongue
    TextTable(
      headings: [
        tongue.pick(en: "Field", es: "Campo"), tongue.pick(en: "Value", es: "Valor"),
        tongue.pick(en: "From", es: "Origen"),
      ],
      isRight: [false, false, false], rows: rows, limit: 72
    ).write(into: &out)
    return out
  }

  private var privately: String { wording.tongue.pick(en: "private", es: "privado") }

  private func fact(_ path: FactPath, as form: Form) throws(FactFinding) -> [UInt8] {
    let fact = try homelab.fact(path, for: audience)
    guard form == .table else { return written(fact.node(in: wording), form) }
    let origin = origin(of: fact)
    let text = wording.text(fact.value, of: path.fields.joined(separator: "."))
    return Array((origin.isEmpty ? text : "\(text)  (\(origin))").utf8) + [UInt8(ascii: "\n")]
  }

  private func origin(of path: FactPath) -> String {
    do throws(FactFinding) {
      return origin(of: try homelab.fact(path, for: audience))
    } catch {
      // A part of a list has no path of its own, and is declared.
      return ""
    }
  }

  private func origin(of fact: KnownFact) -> String {
    switch fact.provenance {
    case .declared: ""
    case .derived: wording.tongue.pick(en: "reckoned", es: "calculado")
    case .snapshot, .live:
      "\(fact.provenance.words(in: wording.tongue)) · \(fact.freshness.words(in: wording.tongue))"
    }
  }
}
