import Diagnostics

extension Homelab {
  /// The facts that a view tells, as far as sources can know them; none for a view of sums or differences.
  func told(by request: ViewRequest, wording: Wording) throws(FactFinding) -> [FactPath] {
    if let kind = Kind.allCases.first(where: { $0.block == request.name }) {
      return try told(by: request.table(of: kind), wording: wording)
    }
    switch request.name {
    case "fact": return [FactPath(text: request.words.first ?? "")].compactMap(\.self)
    case "compare":
      var paths: [FactPath] = []
      for word in request.words { paths += observed(of: try record(word).id) }
      return paths
    default: break
    }
    guard let kind = Kind(rawValue: request.name) else { return [] }
    let id = try record(request.words.first ?? "", kind: kind).id
    var paths = observed(of: id)
    for table in tables(of: id) { paths += try told(by: table, wording: wording) }
    return paths
  }

  private func told(by request: TableRequest, wording: Wording) throws(FactFinding) -> [FactPath] {
    let table = try table(request, wording: wording)
    return table.rows.flatMap { row in
      table.columns.map { FactPath(row.id, $0.key.split(separator: ".").map(String.init)) }
    }
  }

  /// All that its source tells of a thing.
  private func observed(of id: EntityID) -> [FactPath] {
    (observation(of: id)?.facts.leaves() ?? []).map { FactPath(id, $0.fields) }
  }
}
