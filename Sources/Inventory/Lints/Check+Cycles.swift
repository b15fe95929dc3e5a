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
    let edges = relations.numbered(by: field)
    var targets = [[Int]](repeating: [], count: declared.records.count)
    for (from, to) in edges { targets[from] = to }
    var done = [Bool](repeating: false, count: targets.count)
    /// Where on the path a thing stands.
    var steps = [Int?](repeating: nil, count: targets.count)
    var found: [[EntityID]] = []
    for (start, _) in edges where !done[start] {
      var path: [Int] = []
      var open: [(number: Int, depth: Int)] = [(start, 0)]
      while let (number, depth) = open.popLast() {
        // What lies deeper than the step we go back to is finished.
        while path.count > depth, let last = path.popLast() {
          steps[last] = nil
          done[last] = true
        }
        if let step = steps[number] {
          found.append(rotated(path[step...].map { declared.records[$0].id }))
          continue
        }
        if done[number] { continue }
        steps[number] = path.count
        path.append(number)
        for target in targets[number].reversed() { open.append((target, path.count)) }
      }
      for number in path { (steps[number], done[number]) = (nil, true) }
    }
    return found
  }

  private func rotated(_ cycle: [EntityID]) -> [EntityID] {
    guard let first = cycle.indices.min(by: { cycle[$0] < cycle[$1] }) else { return cycle }
    return Array(cycle[first...] + cycle[..<first])
  }
}
