import Diagnostics

/// Follows the references of a grammar, also into others, and builds the tables of all states it can reach.
struct Compiler {
  /// Includes nest no deeper than this.
  private static let deepestInclude = 16

  private let grammars: (String) -> Grammar?
  private var program = Program()
  private var numbers: [String: Int] = [:]
  private var waiting: [(grammar: Grammar, name: String)] = []

  /// Compiles a grammar; the closure finds other grammars by name.
  static func compile(_ grammar: Grammar, grammars: @escaping (String) -> Grammar?) throws(Mistake) -> Program
  {
    var compiler = Compiler(grammars: grammars)
    let root = Grammar.Reference(name: "root", range: 0..<0)
    _ = try compiler.number(of: root, in: grammar)
    var next = 0
    while next < compiler.waiting.count {
      let (owner, name) = compiler.waiting[next]
      let state = try compiler.state(named: name, of: owner)
      compiler.program.states.append(state)
      next += 1
    }
    return compiler.program
  }
}

extension Compiler {
  private typealias OwnedRule = (rule: Grammar.Rule, owner: Grammar)

  /// Finds what `state` or `language:state` means in a grammar.
  private func find(
    _ reference: Grammar.Reference, in grammar: Grammar
  ) throws(Mistake) -> (owner: Grammar, name: String) {
    let parts = reference.name.split(separator: ":", maxSplits: 1).map(String.init)
    let owner = parts.count == 2 ? grammars(parts[0]) : grammar
    let name = parts.last ?? ""
    guard let owner, owner.states[name] != nil else {
      let near = nearest(to: name, among: (owner ?? grammar).states.keys.sorted())
      throw grammar.source.mistake(
        GrammarFinding.unknownState(reference.name, near: near), at: reference.range)
    }
    return (owner, name)
  }

  private mutating func number(of reference: Grammar.Reference, in grammar: Grammar) throws(Mistake) -> Int {
    let (owner, name) = try find(reference, in: grammar)
    let key = "\(owner.names[0]):\(name)"
    if let number = numbers[key] { return number }
    numbers[key] = waiting.count
    waiting.append((owner, name))
    return waiting.count - 1
  }

  private mutating func state(named name: String, of owner: Grammar) throws(Mistake) -> Program.State {
    var rules: [OwnedRule] = []
    var otherwise = -1
    try collect(name, of: owner, into: &rules, otherwise: &otherwise, depth: 0)
    guard let automaton = AutomatonBuilder.build(rules.map(\.rule.pattern)) else {
      throw owner.source.mistake(GrammarFinding.tooLarge(state: name))
    }
    let base = program.rules.count
    for (rule, owner) in rules { program.rules.append(try compiled(rule, of: owner)) }
    let number = program.add(automaton, rulesFrom: base)
    return Program.State(automaton: number, otherwise: otherwise)
  }

  private mutating func collect(
    _ name: String, of owner: Grammar, into rules: inout [OwnedRule], otherwise: inout Int, depth: Int
  ) throws(Mistake) {
    for entry in owner.states[name]?.entries ?? [] {
      switch entry {
      case .rule(let rule): rules.append((rule, owner))
      case .otherwise(let outcome): otherwise = try number(of: outcome, in: owner)
      case .include(let reference):
        guard depth < Self.deepestInclude else {
          throw owner.source.mistake(GrammarFinding.includesItself(name), at: reference.range)
        }
        let (other, state) = try find(reference, in: owner)
        try collect(state, of: other, into: &rules, otherwise: &otherwise, depth: depth + 1)
      }
    }
  }

  private mutating func compiled(_ rule: Grammar.Rule, of owner: Grammar) throws(Mistake) -> Program.Rule {
    var ahead = -1
    if let condition = rule.condition {
      guard let automaton = AutomatonBuilder.build([condition.pattern]) else {
        throw owner.source.mistake(GrammarFinding.tooLarge(state: "ahead"))
      }
      ahead = program.add(automaton, rulesFrom: 0)
    }
    return Program.Rule(
      outcome: try number(of: rule.outcome, in: owner),
      words: try table(of: rule.wordLists, in: owner),
      ahead: ahead,
      isAheadWanted: rule.condition?.isWanted ?? true,
      endsLine: rule.pattern.endsLine,
      aheadEndsLine: rule.condition?.pattern.endsLine ?? false)
  }

  private mutating func number(of outcome: Grammar.Outcome, in owner: Grammar) throws(Mistake) -> Int {
    var moves: [Program.Move] = []
    for move in outcome.moves {
      switch move {
      case .push(let state, let extent):
        moves.append(.push(state: try number(of: state, in: owner), extent: number(of: extent)))
      case .set(let state, let extent):
        moves.append(.set(state: try number(of: state, in: owner), extent: number(of: extent)))
      case .pop(let count): moves.append(.pop(count))
      }
    }
    let start = program.moves.count
    program.moves += moves
    program.outcomes.append(Program.Outcome(style: outcome.style, moves: start..<program.moves.count))
    return program.outcomes.count - 1
  }

  private mutating func number(of extent: Grammar.Extent?) -> Int {
    guard let extent else { return -1 }
    program.extents.append(extent)
    return program.extents.count - 1
  }

  private mutating func table(of lists: [Grammar.Reference], in owner: Grammar) throws(Mistake) -> Int {
    guard !lists.isEmpty else { return -1 }
    var words: [(word: [UInt8], outcome: Int)] = []
    for reference in lists {
      let parts = reference.name.split(separator: ":", maxSplits: 1).map(String.init)
      let home = parts.count == 2 ? grammars(parts[0]) ?? owner : owner
      guard let list = home.words[parts.last ?? ""] else {
        let near = nearest(to: reference.name, among: owner.words.keys.sorted())
        throw owner.source.mistake(
          GrammarFinding.unknownWords(reference.name, near: near), at: reference.range)
      }
      let outcome = try number(of: list.outcome, in: home)
      words += list.words.map { ($0, outcome) }
    }
    return program.words.add(words, ignoresCase: owner.ignoresCase)
  }
}
