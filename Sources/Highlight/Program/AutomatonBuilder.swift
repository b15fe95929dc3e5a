/// Builds the automaton of several patterns: each becomes a chain of nodes with free steps, then sets of nodes that
/// are reached together become one.
struct AutomatonBuilder {
  /// A state of a grammar has some hundreds of nodes; more than this is a mistake.
  private static let mostNodes = 8_000

  private enum Node {
    case byte(Int, next: Int)
    case split(Int, Int)
    case accept(Int)
  }

  private var nodes: [Node] = []
  private var sets: [ByteSet] = []

  /// nil when the patterns grow too large.
  static func build(_ patterns: [AnchoredPattern]) -> Automaton? {
    var builder = AutomatonBuilder()
    var anywhere: [Int] = []
    var lineStart: [Int] = []
    for (index, pattern) in patterns.enumerated() {
      let accept = builder.add(.accept(index))
      let entry = builder.add(pattern.pattern, then: accept)
      guard builder.nodes.count <= Self.mostNodes else { return nil }
      lineStart.append(entry)
      if !pattern.startsLine { anywhere.append(entry) }
    }
    return builder.determinized(anywhere: anywhere, lineStart: lineStart)
  }
}

extension AutomatonBuilder {
  private mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func add(_ pattern: Pattern, then exit: Int) -> Int {
    guard nodes.count <= Self.mostNodes else { return exit }
    switch pattern {
    case .empty: return exit
    case .byte(let set):
      sets.append(set)
      return add(.byte(sets.count - 1, next: exit))
    case .sequence(let parts): return parts.reversed().reduce(exit) { add($1, then: $0) }
    case .choice(let branches):
      let entries = branches.map { add($0, then: exit) }
      return entries.dropFirst().reduce(entries[0]) { add(.split($0, $1)) }
    case .repeated(let part, let least, let most):
      var entry = exit
      if let most {
        for _ in least..<most { entry = add(.split(add(part, then: entry), exit)) }
      } else {
        entry = add(.split(exit, exit))
        nodes[entry] = .split(add(part, then: entry), exit)
      }
      for _ in 0..<least { entry = add(part, then: entry) }
      return entry
    }
  }

  private func determinized(anywhere: [Int], lineStart: [Int]) -> Automaton? {
    let (classes, representatives) = byteClasses()
    let stride = representatives.count
    var numbers: [[Int]: Int] = [[]: 0]
    var members: [[Int]] = [[]]
    var next = [UInt16](repeating: 0, count: stride)
    func number(of set: [Int]) -> Int {
      if let number = numbers[set] { return number }
      numbers[set] = members.count
      members.append(set)
      return members.count - 1
    }
    let start = number(of: closure(of: anywhere))
    let startOfLine = number(of: closure(of: lineStart))
    var current = 1
    while current < members.count {
      guard members.count <= Self.mostNodes else { return nil }
      for byte in representatives {
        let targets = members[current].compactMap { node -> Int? in
          guard case .byte(let set, let target) = nodes[node], sets[set].contains(byte) else { return nil }
          return target
        }
        next.append(UInt16(number(of: closure(of: targets))))
      }
      current += 1
    }
    let (accepts, accepted) = acceptance(of: members)
    return Automaton(
      classes: classes, next: next, stride: stride, accepts: accepts, accepted: accepted, start: start,
      startOfLine: startOfLine)
  }

  private func closure(of seeds: [Int]) -> [Int] {
    var seen = Set<Int>()
    var stack = seeds
    while let node = stack.popLast() {
      guard seen.insert(node).inserted else { continue }
      if case .split(let one, let other) = nodes[node] { stack += [one, other] }
    }
    let kept = seen.filter { if case .split = nodes[$0] { false } else { true } }
    return kept.sorted()
  }

  private func acceptance(of members: [[Int]]) -> ([UInt16], [UInt16]) {
    var accepted = [Automaton.endOfRun]
    let accepts = members.map { set -> UInt16 in
      let rules = set.compactMap { node -> UInt16? in
        if case .accept(let rule) = nodes[node] { UInt16(rule) } else { nil }
      }
      guard !rules.isEmpty else { return 0 }
      let start = UInt16(accepted.count)
      accepted += rules.sorted() + [Automaton.endOfRun]
      return start
    }
    return (accepts, accepted)
  }

  private func byteClasses() -> (classes: [UInt8], representatives: [UInt8]) {
    let distinct = Array(Set(sets))
    var numbers: [[Bool]: UInt8] = [:]
    var representatives: [UInt8] = []
    var classes: [UInt8] = []
    for byte in 0...UInt8.max {
      let signature = distinct.map { $0.contains(byte) }
      if numbers[signature] == nil {
        numbers[signature] = UInt8(representatives.count)
        representatives.append(byte)
      }
      classes.append(numbers[signature, default: 0])
    }
    return (classes, representatives)
  }
}
