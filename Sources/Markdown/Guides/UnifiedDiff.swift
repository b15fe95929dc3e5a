/// The difference of two texts as `diff -u` and `git apply` write it, over bytes.
public enum UnifiedDiff {
  /// Lines shown around a change.
  private static let context = 3
  /// Beyond this many changes the middle is shown as replaced whole: the search costs the square of it.
  private static let mostChanges = 1500

  /// The difference of two texts; empty if they are the same.
  public static func between(_ old: [UInt8], _ new: [UInt8], path: String) -> [UInt8] {
    guard old != new else { return [] }
    let (before, after) = (lines(of: old), lines(of: new))
    let steps = steps(before, after)
    var out = Array("--- a/\(path)\n+++ b/\(path)\n".utf8)
    var index = 0
    while let change = steps[index...].firstIndex(where: { $0.kind != .same }) {
      let start = max(index, change - context)
      var end = change
      var quiet = 0
      while end < steps.count, quiet <= 2 * context {
        quiet = steps[end].kind == .same ? quiet + 1 : 0
        end += 1
      }
      end -= max(0, quiet - context)
      write(steps[start..<end], before, after, into: &out)
      index = end
    }
    return out
  }
}

extension UnifiedDiff {
  private struct Step {
    enum Kind { case same, removed, added }
    let kind: Kind
    let old: Int
    let new: Int
  }

  /// Lines with their ends.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func steps(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Step] {
    var first = 0
    while first < min(old.count, new.count), old[first] == new[first] { first += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - first, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    var steps = (0..<first).map { Step(kind: .same, old: $0, new: $0) }
    steps += middle(Array(old[first..<old.count - tail]), Array(new[first..<new.count - tail])).map {
      Step(kind: $0.kind, old: $0.old + first, new: $0.new + first)
    }
    steps += (0..<tail).map { Step(kind: .same, old: old.count - tail + $0, new: new.count - tail + $0) }
    return steps
  }

  /// Myers' greedy search: the furthest point on each diagonal for each number of changes, then the way back.
  private static func middle(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Step] {
    let most = min(old.count + new.count, mostChanges)
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    var trace: [[Int]] = []
    let zero = most + 1
    for changes in 0...most {
      trace.append(furthest)
      for diagonal in stride(from: -changes, through: changes, by: 2) {
        let goesDown =
          diagonal == -changes
          || diagonal != changes && furthest[zero + diagonal - 1] < furthest[zero + diagonal + 1]
        var x = goesDown ? furthest[zero + diagonal + 1] : furthest[zero + diagonal - 1] + 1
        while x < old.count, x - diagonal >= 0, x - diagonal < new.count, old[x] == new[x - diagonal] {
          x += 1
        }
        furthest[zero + diagonal] = x
        if x >= old.count, x - diagonal >= new.count { return wayBack(trace, old.count, new.count, zero) }
      }
    }
    return old.indices.map { Step(kind: .removed, old: $0, new: 0) }
      + new.indices.map { Step(kind: .added, old: old.count, new: $0) }
  }

  private static func wayBack(_ trace: [[Int]], _ oldCount: Int, _ newCount: Int, _ zero: Int) -> [Step] {
    var (x, y) = (oldCount, newCount)
    var steps: [Step] = []
    for (changes, furthest) in trace.enumerated().reversed() {
      let diagonal = x - y
      let goesDown =
        diagonal == -changes
        || diagonal != changes && furthest[zero + diagonal - 1] < furthest[zero + diagonal + 1]
      let before = diagonal + (goesDown ? 1 : -1)
      let fromX = changes == 0 ? 0 : furthest[zero + before]
      let fromY = changes == 0 ? 0 : fromX - before
      while x > fromX, y > fromY {
        (x, y) = (x - 1, y - 1)
        steps.append(Step(kind: .same, old: x, new: y))
      }
      guard changes > 0 else { break }
      if goesDown { y -= 1 } else { x -= 1 }
      steps.append(Step(kind: goesDown ? .added : .removed, old: x, new: y))
    }
    return steps.reversed()
  }

  private static func write(
    _ steps: ArraySlice<Step>, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], into out: inout [UInt8]
  ) {
    let removed = steps.filter { $0.kind != .added }.count
    let added = steps.filter { $0.kind != .removed }.count
    let oldStart = (steps.first { $0.kind != .added }?.old ?? (steps.first?.old ?? 0) - 1) + 1
    let newStart = (steps.first { $0.kind != .removed }?.new ?? (steps.first?.new ?? 0) - 1) + 1
    out.append(contentsOf: "@@ -\(oldStart),\(removed) +\(newStart),\(added) @@\n".utf8)
    for step in steps {
      let line = step.kind == .added ? new[step.new] : old[step.old]
      out.append(UInt8(ascii: step.kind == .same ? " " : step.kind == .added ? "+" : "-"))
      out.append(contentsOf: line)
      if line.last != UInt8(ascii: "\n") { out.append(contentsOf: "\n\\ No newline at end of file\n".utf8) }
    }
  }
}
