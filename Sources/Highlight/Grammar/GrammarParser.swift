import Diagnostics

/// Reads a grammar file, line by line; `docs/syntaxes.md` describes the format.
struct GrammarParser {
  private let source: Source
  private var grammar: Grammar
  private var patterns: [String: Pattern] = [:]
  private var block = Block.none

  private enum Block {
    case none
    case words(String)
    case state(String)
  }

  static func parse(_ source: Source) throws(Mistake) -> Grammar {
    var parser = GrammarParser(source: source, grammar: Grammar(source: source))
    var start = 0
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
      try parser.read(line: start..<end)
      start = end + 1
    }
    guard !parser.grammar.names.isEmpty else { throw source.mistake(GrammarFinding.missingName) }
    guard parser.grammar.states["root"] != nil || parser.grammar.names == ["common"] else {
      throw source.mistake(GrammarFinding.missingRoot)
    }
    return parser.grammar
  }
}

extension GrammarParser {
  private mutating func read(line: Range<Int>) throws(Mistake) {
    guard let first = line.first(where: { !ByteSet.blanks.contains(source.bytes[$0]) }) else { return }
    var words = LineReader(source: source, range: first..<line.upperBound)
    guard first == line.lowerBound else { return try readIndented(&words) }
    guard source.bytes[first] != UInt8(ascii: "#") else { return }
    try readDirective(&words)
  }

  private mutating func readDirective(_ line: inout LineReader) throws(Mistake) {
    let directive = line.next() ?? first(of: line)
    block = .none
    switch line.text(directive) {
    case "language":
      grammar.names.append(line.text(try line.require(.name)))
    case "names":
      while let name = line.next() { grammar.names.append(line.text(name)) }
    case "case":
      _ = try line.require(.name)
      grammar.ignoresCase = true
    case "let":
      let name = line.text(try line.require(.name))
      line.skipEquals()
      patterns[name] = try pattern(in: line.require(.pattern)).pattern
    case "words":
      let name = line.text(try line.require(.name))
      line.skipEquals()
      grammar.words[name] = Grammar.WordList(outcome: try outcome(&line, style: try line.require(.style)))
      block = .words(name)
    case "state":
      let range = try line.require(.state)
      let name = line.text(range)
      guard grammar.states.updateValue(Grammar.State(), forKey: name) == nil else {
        throw source.mistake(GrammarFinding.repeatedState(name), at: range)
      }
      block = .state(name)
    case let word:
      let known = ["language", "names", "case", "let", "words", "state"]
      let near = nearest(to: word, among: known)
      throw source.mistake(GrammarFinding.unknownDirective(word, near: near), at: directive)
    }
  }

  private func first(of line: LineReader) -> Range<Int> { line.range.lowerBound..<line.range.lowerBound }

  private mutating func readIndented(_ line: inout LineReader) throws(Mistake) {
    switch block {
    case .none: throw source.mistake(GrammarFinding.misplacedRule, at: line.range)
    case .words(let name):
      while let word = line.next() { grammar.words[name]?.words.append(Array(source.bytes[word])) }
    case .state(let name):
      let entry = try entry(&line)
      grammar.states[name]?.entries.append(entry)
    }
  }

  private func entry(_ line: inout LineReader) throws(Mistake) -> Grammar.Entry {
    let head = try line.require(.pattern)
    switch line.text(head) {
    case "include": return .include(try line.reference())
    case "else":
      return .otherwise(try outcome(&line, style: nil))
    default: return .rule(try rule(&line, pattern: head))
    }
  }

  private func rule(_ line: inout LineReader, pattern range: Range<Int>) throws(Mistake) -> Grammar.Rule {
    let pattern = try pattern(in: range)
    guard !pattern.pattern.matchesNothing else { throw source.mistake(GrammarFinding.emptyMatch, at: range) }
    let style = try line.require(.style)
    var condition: Grammar.Condition?
    var wordLists: [Grammar.Reference] = []
    while let word = line.peek(), ["ahead", "unless", "words"].contains(line.text(word)) {
      _ = line.next()
      if line.text(word) == "words" {
        wordLists += try line.references()
      } else {
        let isWanted = line.text(word) == "ahead"
        condition = .init(pattern: try self.pattern(in: line.require(.pattern)), isWanted: isWanted)
      }
    }
    let outcome = try outcome(&line, style: style)
    return .init(pattern: pattern, outcome: outcome, wordLists: wordLists, condition: condition)
  }

  private func pattern(in range: Range<Int>) throws(Mistake) -> AnchoredPattern {
    try PatternParser.parse(range, of: source, names: patterns, ignoresCase: grammar.ignoresCase)
  }
}

// What follows from a match.
extension GrammarParser {
  private func outcome(_ line: inout LineReader, style range: Range<Int>?) throws(Mistake) -> Grammar.Outcome
  {
    let style = if let range { try style(at: range) } else { Style.text }
    var moves: [Grammar.Move] = []
    while let word = line.next() {
      switch line.text(word) {
      case "push": moves.append(.push(try line.reference(), try extent(&line)))
      case "set": moves.append(.set(try line.reference(), try extent(&line)))
      case "pop": moves.append(.pop(line.count() ?? 1))
      case let unknown:
        let near = nearest(to: unknown, among: ["push", "set", "pop", "words", "ahead", "unless", "until"])
        throw source.mistake(GrammarFinding.unknownMove(unknown, near: near), at: word)
      }
    }
    return Grammar.Outcome(style: style, moves: moves)
  }

  private func style(at range: Range<Int>) throws(Mistake) -> Style {
    let name = String(decoding: source.bytes[range], as: UTF8.self)
    if name == "-" { return .text }
    if let style = Style.allCases.first(where: { $0 != .text && "\($0.className)" == name }) { return style }
    let near = nearest(to: name, among: Style.allCases.map { "\($0.className)" })
    throw source.mistake(GrammarFinding.unknownStyle(name, near: near), at: range)
  }

  private func extent(_ line: inout LineReader) throws(Mistake) -> Grammar.Extent? {
    guard let word = line.peek(), line.text(word) == "until" else { return nil }
    _ = line.next()
    let range = try line.require(.extent)
    let kind: Grammar.Extent.Kind
    switch line.text(range) {
    case "line": kind = .line
    case "command": kind = .command
    case "heredoc": kind = .heredoc
    case "dedent": kind = .dedent
    case let text:
      guard text.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") else {
        throw source.mistake(GrammarFinding.unknownExtent(text), at: range)
      }
      kind = quoted(range)
    }
    guard let tag = line.peek(), line.text(tag) == "tag" else {
      return Grammar.Extent(kind: kind, tagBytes: .wordBytes)
    }
    _ = line.next()
    let pattern = try pattern(in: line.require(.pattern)).pattern
    guard case .byte(let bytes) = pattern else {
      throw source.mistake(GrammarFinding.missingPart(.pattern), at: tag)
    }
    return Grammar.Extent(kind: kind, tagBytes: bytes)
  }

  /// Splits a quoted text at `{}`, the place of the tag.
  private func quoted(_ range: Range<Int>) -> Grammar.Extent.Kind {
    let text = Array(source.bytes[range].dropFirst().dropLast())
    for index in text.indices.dropLast()
    where text[index] == UInt8(ascii: "{") && text[index + 1] == UInt8(ascii: "}") {
      return .text(Array(text[..<index]), tag: true, Array(text[(index + 2)...]))
    }
    return .text(text, tag: false, [])
  }
}
