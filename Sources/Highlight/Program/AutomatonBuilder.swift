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
    var reached = NodeSets(nodes: nodes.count)
    var next = [UInt16](repeating: 0, count: stride)
    func number(from seeds: [Int]) -> Int {
      reached.number(from: seeds) { node in
        if case .split(let one, let other) = nodes[node] { (one, other) } else { nil }
      }
    }
    let start = number(from: anywhere)
    let startOfLine = number(from: lineStart)
    var current = 1
    while current < reached.members.count {
      guard reached.members.count <= Self.mostNodes else { return nil }
      let steps = reached.members[current].compactMap { node -> (set: ByteSet, target: Int)? in
        if case .byte(let set, let target) = nodes[node] { (sets[set], target) } else { nil }
      }
      for byte in representatives {
        var targets: [Int] = []
        for step in steps where step.set.contains(byte) { targets.append(step.target) }
        next.append(targets.isEmpty ? 0 : UInt16(number(from: targets)))
      }
      current += 1
    }
    let (accepts, accepted) = acceptance(of: reached.members)
    return Automaton(
      classes: classes, next: next, stride: stride, accepts: accepts, accepted: accepted, start: start,
      startOfLine: startOfLine)
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

  /// Parts the bytes that some pattern tells apart: each set divides the classes that the sets before it left.
  private func byteClasses() -> (classes: [UInt8], representatives: [UInt8]) {
    var classes = [UInt8](repeating: 0, count: 256)
    var representatives: [UInt8] = [0]
    for set in Set(sets) {
      // For each class the numbers of its bytes outside and inside of the set; given out in the order of the bytes.
      var divided = [(outside: UInt8?, inside: UInt8?)](repeating: (nil, nil), count: representatives.count)
      representatives.removeAll(keepingCapacity: true)
      for byte in 0...UInt8.max {
        let old = Int(classes[Int(byte)])
        let isInside = set.contains(byte)
        if let number = isInside ? divided[old].inside : divided[old].outside {
          classes[Int(byte)] = number
          continue
        }
        let number = UInt8(representatives.count)
        if isInside { divided[old].inside = number } else { divided[old].outside = number }
        classes[Int(byte)] = number
        representatives.append(byte)
      }
    }
    return (classes, representatives)
  }
}
