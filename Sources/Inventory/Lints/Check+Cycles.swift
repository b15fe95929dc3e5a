extension Check {
  /// Fields by which nothing may come back to where it began.
  private static let acyclic = ["runsOn", "partOf", "replacedBy", "dependsOn"]

  mutating func checkCycles() {
    for field in Self.acyclic {
      for cycle in cycles(by: field) {
        add(
          .cycle(field: field, cycle), at: cycle[0], field: field, to: cycle.count > 1 ? cycle[1] : cycle[0])
      }
    }
  }

  /// The circles that a field makes, each once, beginning with its first thing; a walk with a stack of its own.
  private func cycles(by field: String) -> [[EntityID]] {
    var done: Set<EntityID> = []
    var found: [[EntityID]] = []
    // Most things do not have the field, and are not looked up.
    let starts = declared.records.filter { $0.facts.references.contains { $0.field == field } }
    for start in starts.map(\.id) where !done.contains(start) {
      var path: [EntityID] = []
      var steps: [EntityID: Int] = [:]
      var open: [(id: EntityID, depth: Int)] = [(start, 0)]
      while let (id, depth) = open.popLast() {
        // What lies deeper than the step we go back to is finished.
        while path.count > depth, let last = path.popLast() {
          steps[last] = nil
          done.insert(last)
        }
        if let step = steps[id] {
          found.append(rotated(Array(path[step...])))
          continue
        }
        if done.contains(id) { continue }
        steps[id] = path.count
        path.append(id)
        for target in relations.targets(of: id, by: field).reversed() { open.append((target, path.count)) }
      }
      done.formUnion(path)
    }
    return found
  }

  private func rotated(_ cycle: [EntityID]) -> [EntityID] {
    guard let first = cycle.indices.min(by: { cycle[$0] < cycle[$1] }) else { return cycle }
    return Array(cycle[first...] + cycle[..<first])
  }
}
