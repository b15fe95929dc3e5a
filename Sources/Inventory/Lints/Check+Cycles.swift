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
  private func cycles(by name: String) -> [[EntityID]] {
    let field = relations.field(name)
    var done = [Bool](repeating: false, count: declared.records.count)
    /// Where on the path a thing stands; -1 for what is not on it.
    var steps = [Int](repeating: -1, count: done.count)
    var found: [[EntityID]] = []
    var path: [Int] = []
    var open: [(number: Int, depth: Int)] = []
    var targets: [Int] = []
    for start in done.indices where !done[start] {
      open.append((start, 0))
      while let (number, depth) = open.popLast() {
        // What lies deeper than the step we go back to is finished.
        while path.count > depth, let last = path.popLast() { (steps[last], done[last]) = (-1, true) }
        if steps[number] >= 0 {
          found.append(rotated(path[steps[number]...].map { relations.id($0) }))
          continue
        }
        if done[number] { continue }
        steps[number] = path.count
        path.append(number)
        targets.removeAll(keepingCapacity: true)
        relations.add(targetsOf: number, by: field, to: &targets)
        for target in targets.reversed() { open.append((target, path.count)) }
      }
      while let last = path.popLast() { (steps[last], done[last]) = (-1, true) }
    }
    return found
  }

  private func rotated(_ cycle: [EntityID]) -> [EntityID] {
    guard let first = cycle.indices.min(by: { cycle[$0] < cycle[$1] }) else { return cycle }
    return Array(cycle[first...] + cycle[..<first])
  }
}
