import Diagnostics

/// Reads the pattern of one rule: bytes, `.`, `[a-z]`, `\d \w \s \h \xNN`, `( | )`, `* + ? {2,3}` and `{name}`.
struct PatternParser {
  /// Groups nest no deeper than this; patterns are written by people.
  private static let deepestGroup = 32
  /// A bounded repetition is unrolled, so that it must stay small.
  private static let longestRepetition = 64

  private let bytes: [UInt8]
  private let end: Int
  private let names: [String: Pattern]
  private let ignoresCase: Bool
  private var position: Int
  private var depth = 0

  /// Parses a range of a grammar file; names are the `let` patterns above it.
  static func parse(
    _ range: Range<Int>, of source: Source, names: [String: Pattern], ignoresCase: Bool
  ) throws(Mistake) -> AnchoredPattern {
    var parser = PatternParser(
      bytes: source.bytes, end: range.upperBound, names: names, ignoresCase: ignoresCase,
      position: range.lowerBound)
    do throws(Fault) {
      return try parser.anchored()
    } catch {
      throw source.mistake(GrammarFinding.badPattern(error), at: range)
    }
  }

  /// What is wrong with a pattern.
  enum Fault: Error, Sendable, Hashable {
    case unclosedSet, unclosedGroup, strayParenthesis, nothingToRepeat, badEscape, badRange, badRepetition
    case tooDeep, misplacedAnchor
    case unknownName(String)
  }
}

extension PatternParser {
  private mutating func anchored() throws(Fault) -> AnchoredPattern {
    let startsLine = take("^")
    let pattern = try choice()
    let endsLine = take("$")
    guard position == end else { throw peek == UInt8(ascii: ")") ? .strayParenthesis : .misplacedAnchor }
    return AnchoredPattern(pattern: pattern, startsLine: startsLine, endsLine: endsLine)
  }

  private mutating func choice() throws(Fault) -> Pattern {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(Fault) -> Pattern {
    var parts: [Pattern] = []
    while let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")"), byte != UInt8(ascii: "$") {
      parts.append(try repetition(of: try atom()))
    }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repetition(of atom: Pattern) throws(Fault) -> Pattern {
    var pattern = atom
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "*"): pattern = .repeated(pattern, least: 0, most: nil)
      case UInt8(ascii: "+"): pattern = .repeated(pattern, least: 1, most: nil)
      case UInt8(ascii: "?"): pattern = .repeated(pattern, least: 0, most: 1)
      case UInt8(ascii: "{") where position + 1 < end && ByteSet.digits.contains(bytes[position + 1]):
        pattern = try counted(pattern)
        continue
      default: return pattern
      }
      position += 1
    }
    return pattern
  }

  private mutating func counted(_ pattern: Pattern) throws(Fault) -> Pattern {
    position += 1
    let least = number() ?? 0
    let most = take(",") ? number() : least
    guard take("}"), max(least, most ?? 0) <= Self.longestRepetition, least <= most ?? least else {
      throw .badRepetition
    }
    return .repeated(pattern, least: least, most: most)
  }

  private mutating func atom() throws(Fault) -> Pattern {
    guard let byte = peek else { return .empty }
    position += 1
    switch byte {
    case UInt8(ascii: "."): return .byte(.notLineFeed)
    case UInt8(ascii: "["): return .byte(try set())
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "{"): return try named()
    case UInt8(ascii: "\\"): return .byte(folded(try escape()))
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): throw .nothingToRepeat
    case UInt8(ascii: "^"): throw .misplacedAnchor
    default: return .byte(folded(ByteSet(byte)))
    }
  }

  private mutating func group() throws(Fault) -> Pattern {
    depth += 1
    guard depth <= Self.deepestGroup else { throw .tooDeep }
    let inner = try choice()
    guard take(")") else { throw .unclosedGroup }
    depth -= 1
    return inner
  }

  private mutating func named() throws(Fault) -> Pattern {
    let start = position
    while let byte = peek, byte != UInt8(ascii: "}") { position += 1 }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    guard take("}"), let pattern = names[name] else { throw .unknownName(name) }
    return pattern
  }
}

// Sets and escapes.
extension PatternParser {
  private mutating func set() throws(Fault) -> ByteSet {
    let inverted = take("^")
    var set = ByteSet()
    var isFirst = true
    while let byte = peek, byte != UInt8(ascii: "]") || isFirst {
      isFirst = false
      let low = try member()
      guard peek == UInt8(ascii: "-"), position + 1 < end, bytes[position + 1] != UInt8(ascii: "]") else {
        set = set.union(low.set)
        continue
      }
      position += 1
      let high = try member()
      guard let from = low.byte, let to = high.byte, from <= to else { throw .badRange }
      set = set.union(ByteSet(from...to))
    }
    guard take("]") else { throw .unclosedSet }
    return inverted ? folded(set).inverted : folded(set)
  }

  private mutating func member() throws(Fault) -> (set: ByteSet, byte: UInt8?) {
    guard let byte = peek else { throw .unclosedSet }
    position += 1
    guard byte == UInt8(ascii: "\\") else { return (ByteSet(byte), byte) }
    let start = position
    let set = try escape()
    return (set, (0...UInt8.max).first { ByteSet($0) == set && start < position })
  }

  private mutating func escape() throws(Fault) -> ByteSet {
    guard let byte = peek else { throw .badEscape }
    position += 1
    switch byte {
    case UInt8(ascii: "d"): return .digits
    case UInt8(ascii: "D"): return ByteSet.digits.inverted
    case UInt8(ascii: "w"): return .wordBytes
    case UInt8(ascii: "W"): return ByteSet.wordBytes.inverted
    case UInt8(ascii: "s"): return .blanks
    case UInt8(ascii: "S"): return ByteSet.blanks.inverted
    case UInt8(ascii: "h"): return ByteSet(UInt8(ascii: " ")).union(ByteSet(UInt8(ascii: "\t")))
    case UInt8(ascii: "n"): return ByteSet(UInt8(ascii: "\n"))
    case UInt8(ascii: "r"): return ByteSet(UInt8(ascii: "\r"))
    case UInt8(ascii: "t"): return ByteSet(UInt8(ascii: "\t"))
    case UInt8(ascii: "x"): return ByteSet(try hexadecimal())
    case 0x21...0x7E where !ByteSet.wordBytes.contains(byte): return ByteSet(byte)
    default: throw .badEscape
    }
  }

  private mutating func hexadecimal() throws(Fault) -> UInt8 {
    guard position + 2 <= end,
      let value = UInt8(String(decoding: bytes[position..<position + 2], as: UTF8.self), radix: 16)
    else { throw .badEscape }
    position += 2
    return value
  }
}

extension PatternParser {
  private var peek: UInt8? { position < end ? bytes[position] : nil }

  private mutating func take(_ literal: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: literal) else { return false }
    position += 1
    return true
  }

  private mutating func number() -> Int? {
    let start = position
    while let byte = peek, ByteSet.digits.contains(byte) { position += 1 }
    return Int(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private func folded(_ set: ByteSet) -> ByteSet { ignoresCase ? set.ignoringCase : set }
}
