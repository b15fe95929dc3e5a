/// Runs a program over code: at each point the longest match of the state's rules, the first of equally long ones.
///
/// The time is linear in the code: an automaton that has matched looks no further than `farthestLook` beyond what it
/// matched, ends of extents are looked for at most once for each nesting, and states that only hand over to one
/// another are cut off. Unsafe pointers are the measured hot path: bounds checks cost a third of the time here.
struct Engine {
  /// How far a match may be sought beyond the last byte that surely belongs to it.
  static let farthestLook = 256
  /// Deeper states are not entered: the code is hostile, or no code.
  private static let mostFrames = 400
  /// States with an end of their own nest no deeper than this.
  private static let mostExtents = 12
  /// How often a state may hand over to another without a byte being read.
  private static let mostHandOvers = 16

  private struct Frame {
    var state: Int
    var limit: Int
  }

  private let tables: Tables
  private let bytes: UnsafeBufferPointer<UInt8>
  private var stack: [Frame]
  private var extents: Extents
  private var position = 0
  /// The state on top of the stack, and where it ends.
  private var state = 0
  private var limit: Int

  /// Appends the tokens of the code.
  static func run(_ shared: SharedProgram, over code: Span<UInt8>, into tokens: inout [Token]) {
    guard !shared.program.rules.isEmpty else { return tokens.append(Token(end: code.count, style: .text)) }
    code.withUnsafeBufferPointer { bytes in
      Tables.borrow(from: shared) { tables in
        var engine = Engine(tables: tables, bytes: bytes)
        engine.run(into: &tokens)
      }
    }
  }

  private init(tables: Tables, bytes: UnsafeBufferPointer<UInt8>) {
    self.tables = tables
    self.bytes = bytes
    extents = Extents(count: tables.extents.count)
    stack = []
    stack.reserveCapacity(16)
    stack.append(Frame(state: 0, limit: bytes.count))
    limit = bytes.count
  }
}

extension Engine {
  private mutating func run(into tokens: inout [Token]) {
    var style = Style.text
    var handOvers = 0
    while position < bytes.count {
      if position >= limit {
        leaveEnded()
        continue
      }
      let start = position
      let outcome = step(canHandOver: handOvers < Self.mostHandOvers)
      handOvers = position == start ? handOvers + 1 : 0
      let next = outcome < 0 ? Style.text : tables.outcomes[outcome].style
      if position > start {
        if next != style, start > 0 { tokens.append(Token(end: start, style: style)) }
        style = next
      }
      if outcome >= 0, !tables.outcomes[outcome].moves.isEmpty {
        follow(tables.outcomes[outcome].moves, match: start..<position)
      }
    }
    tokens.append(Token(end: bytes.count, style: style))
  }

  /// Moves over the next match and gives its outcome; -1 for a byte that no rule knows.
  @inline(__always)
  private mutating func step(canHandOver: Bool) -> Int {
    let state = tables.states[state]
    let (end, rule) = longestMatch(of: state.automaton)
    if rule >= 0 {
      let start = position
      position = wholeCharacter(end)
      let words = tables.rules[rule].words
      if words >= 0 {
        let outcome = tables.words.outcome(of: bytes, from: start, to: position, in: words)
        if outcome >= 0 { return outcome }
      }
      return tables.rules[rule].outcome
    }
    if state.otherwise >= 0, canHandOver { return state.otherwise }
    position = wholeCharacter(position + 1)
    return -1
  }

  @inline(__always)
  private func wholeCharacter(_ end: Int) -> Int {
    var end = end
    while end < limit, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  @inline(__always)
  private func longestMatch(of index: Int) -> (end: Int, rule: Int) {
    let automaton = tables.automata[index]
    let isLineStart = position == 0 || bytes[position - 1] == UInt8(ascii: "\n")
    let first = isLineStart ? automaton.startOfLine : automaton.start
    var end = position
    var match = 0
    tables.scan(automaton, bytes, from: position, to: limit, first: first) { offset, found in
      end = offset
      match = found
    }
    if match & 1 != 0 { return (end, match >> 1) }
    guard match != 0 else { return (position, -1) }
    return longestMatch(below: match, at: end, of: automaton, first: first)
  }

  /// The longest match whose conditions hold, given the longest of all.
  private func longestMatch(
    below match: Int, at end: Int, of automaton: Program.Shape, first: Int
  ) -> (end: Int, rule: Int) {
    let rule = passing(match, of: automaton, at: end)
    if rule >= 0 { return (end, rule) }
    var best = (end: position, rule: -1)
    tables.scan(automaton, bytes, from: position, to: end, first: first) { offset, match in
      let rule = passing(match, of: automaton, at: offset)
      if rule >= 0 { best = (offset, rule) }
    }
    return best
  }

  /// The first rule of a match whose conditions hold.
  private func passing(_ match: Int, of automaton: Program.Shape, at end: Int) -> Int {
    if match & 1 != 0 { return match >> 1 }
    var index = match >> 1
    while tables.accepted[automaton.accepted + index] != Automaton.endOfRun {
      let number = Int(tables.accepted[automaton.accepted + index])
      let rule = tables.rules[number]
      if !rule.isConditional || holds(rule, at: end) { return number }
      index += 1
    }
    return -1
  }

  private func holds(_ rule: Program.Rule, at end: Int) -> Bool {
    if rule.endsLine, !isLineEnd(end) { return false }
    guard rule.ahead >= 0 else { return true }
    let automaton = tables.automata[rule.ahead]
    var isFound =
      tables.rows[automaton.rows + automaton.start] != 0 && (!rule.aheadEndsLine || isLineEnd(end))
    let far = min(limit, end + Self.farthestLook)
    tables.scan(automaton, bytes, from: end, to: far, first: automaton.start) { offset, _ in
      if !rule.aheadEndsLine || isLineEnd(offset) { isFound = true }
    }
    return isFound == rule.isAheadWanted
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    offset >= limit || bytes[offset] == UInt8(ascii: "\n")
      || bytes[offset] == UInt8(ascii: "\r") && offset + 1 < bytes.count
        && bytes[offset + 1] == UInt8(ascii: "\n")
  }
}

// The stack of states.
extension Engine {
  private mutating func follow(_ moves: Range<Int>, match: Range<Int>) {
    for index in moves {
      switch tables.moves[index] {
      case .pop(let count): stack.removeLast(min(count, stack.count - 1))
      case .push(let state, let extent): enter(state, extent, match)
      case .set(let state, let extent):
        if stack.count > 1 {
          stack.removeLast()
          enter(state, extent, match)
        } else {
          stack[0].state = state
        }
      }
      limit = stack[stack.count - 1].limit
    }
    state = stack[stack.count - 1].state
  }

  private mutating func enter(_ state: Int, _ extent: Int, _ match: Range<Int>) {
    guard stack.count < Self.mostFrames else { return }
    let outer = stack[stack.count - 1].limit
    var inner = outer
    if extent >= 0, nestedExtents < Self.mostExtents {
      inner = extents.end(of: tables.extents[extent], number: extent, after: match, in: bytes, limit: outer)
    }
    stack.append(Frame(state: state, limit: inner))
  }

  private var nestedExtents: Int {
    var count = 0
    for index in stack.indices.dropFirst() where stack[index].limit < stack[index - 1].limit { count += 1 }
    return count
  }

  private mutating func leaveEnded() {
    let ended = limit
    while stack.count > 1, stack[stack.count - 1].limit <= ended { stack.removeLast() }
    limit = stack[stack.count - 1].limit
    state = stack[stack.count - 1].state
  }
}
