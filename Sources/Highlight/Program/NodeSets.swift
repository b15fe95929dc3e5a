/// The sets of nodes that are reached together, numbered as they are found; the empty one is 0.
struct NodeSets {
  private(set) var members: [[Int]] = [[]]
  private var numbers: [[Int]: Int] = [[]: 0]
  /// Many bytes lead to the same nodes, from one set as from another: what was asked before is not followed again.
  private var known: [[Int]: Int] = [[]: 0]
  /// The number of the question in which a node was met last.
  private var seen: [Int]
  private var question = 0

  init(nodes count: Int) {
    seen = Array(repeating: 0, count: count)
  }

  /// The number of all that some nodes reach by free steps, which a closure tells; nodes that only lead on are left out.
  mutating func number(from seeds: [Int], steps: (Int) -> (Int, Int)?) -> Int {
    if let number = known[seeds] { return number }
    let set = closure(of: seeds, steps)
    let number = numbers[set] ?? members.count
    if number == members.count {
      numbers[set] = number
      members.append(set)
    }
    known[seeds] = number
    return number
  }

  private mutating func closure(of seeds: [Int], _ steps: (Int) -> (Int, Int)?) -> [Int] {
    question += 1
    var reached: [Int] = []
    var stack = seeds
    while let node = stack.popLast() {
      guard seen[node] != question else { continue }
      seen[node] = question
      guard let (one, other) = steps(node) else {
        reached.append(node)
        continue
      }
      stack.append(one)
      stack.append(other)
    }
    reached.sort()
    return reached
  }
}
