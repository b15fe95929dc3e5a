import Diagnostics

/// Translates libyaml's complaint into the mistake that the author most likely made, at the place where it was made.
///
/// libyaml tells where it could not go on, often a line or two behind the cause; the lines around tell the cause.
struct YAMLDiagnosis {
  let finding: YAMLFinding
  let range: Range<Int>

  init(of problem: YAMLProblem, in bytes: Span<UInt8>, part: Range<Int>) {
    let lines = YAMLLines(bytes, part: part)
    let offset = min(problem.offset + part.lowerBound, part.upperBound)
    let context = problem.contextOffset.map { min($0 + part.lowerBound, part.upperBound) } ?? offset
    (finding, range) =
      Self.damage(problem, at: offset)
      ?? Self.scanning(problem, at: offset, context: context, lines, bytes)
      ?? Self.parsing(problem, at: offset, context: context, lines, bytes)
      ?? (.unreadable(problem.problem), offset..<offset + 1)
  }
}

extension YAMLDiagnosis {
  private typealias Answer = (YAMLFinding, Range<Int>)

  /// The text itself is damaged.
  private static func damage(_ problem: YAMLProblem, at offset: Int) -> Answer? {
    guard let byte = problem.byte else { return nil }
    let isControl = problem.problem == "control characters are not allowed"
    return (isControl ? .controlCharacter(UInt32(bitPattern: byte)) : .invalidUTF8, offset..<offset + 1)
  }

  /// The scanner gave up: within a quote, a mark, a plain text.
  private static func scanning(
    _ problem: YAMLProblem, at offset: Int, context: Int, _ lines: YAMLLines, _ bytes: Span<UInt8>
  ) -> Answer? {
    switch (problem.context, problem.problem) {
    case ("while scanning a quoted scalar", _):
      return (.unclosedQuote(lines.character(at: context, in: bytes)), context..<context + 1)
    case ("while parsing a quoted scalar", _):
      let escape = lines.escape(near: offset, in: bytes)
      return (.unknownEscape(lines.text(escape, in: bytes)), escape)
    case ("while scanning an alias", _), ("while scanning an anchor", _):
      return (.markedStart(lines.character(at: context, in: bytes)), context..<context + 1)
    case ("while scanning a plain scalar", _), ("while scanning a block scalar", _):
      return problem.problem.contains("tab")
        ? (.tabIndentation, offset..<offset + 1) : (.blockHeader, context..<context + 1)
    case ("while scanning a directive", _), ("while scanning a %YAML directive", _):
      return (.directive, context..<context + 1)
    case ("while scanning for the next token", _):
      let character = lines.character(at: offset, in: bytes)
      return (character == "\t" ? .tabIndentation : .reservedStart(character), offset..<offset + 1)
    case ("while scanning a simple key", _):
      return keyless(context, lines, bytes)
    default: return nil
    }
  }

  /// A line that should have been `key: value`.
  private static func keyless(_ offset: Int, _ lines: YAMLLines, _ bytes: Span<UInt8>) -> Answer {
    let line = lines.line(at: offset, in: bytes)
    if let colon = line.tightColon(in: bytes) {
      let key = lines.text(line.content..<colon, in: bytes)
      return (.noSpaceAfterColon(key: key), colon..<colon + 1)
    }
    return (.lineWithoutKey, line.content..<line.range.upperBound)
  }

  /// The parser gave up: the pieces are good, their order is not.
  private static func parsing(
    _ problem: YAMLProblem, at offset: Int, context: Int, _ lines: YAMLLines, _ bytes: Span<UInt8>
  ) -> Answer? {
    switch (problem.context, problem.problem) {
    case (_, "mapping values are not allowed in this context"):
      return colon(at: offset, lines, bytes)
    case (_, "block sequence entries are not allowed in this context"):
      return (.listInKeyLine, offset..<offset + 1)
    case ("while parsing a flow sequence", _):
      return flow(isMap: false, at: offset, context: context, lines, bytes)
    case ("while parsing a flow mapping", _):
      return flow(isMap: true, at: offset, context: context, lines, bytes)
    case ("while parsing a block mapping", _):
      return block(isMap: true, at: offset, context: context, lines, bytes)
    case ("while parsing a block collection", _):
      return block(isMap: false, at: offset, context: context, lines, bytes)
    case (_, "did not find expected node content"):
      return (.reservedStart(lines.character(at: offset, in: bytes)), offset..<offset + 1)
    case (_, "did not find expected <document start>"):
      return (.textAfterDocument, offset..<lines.line(at: offset, in: bytes).range.upperBound)
    case (_, "found undefined tag handle"), ("while parsing a tag", _), ("while scanning a tag", _):
      return (.unknownTag(lines.word(at: context, in: bytes)), context..<context + 1)
    case (_, "found incompatible YAML document"), (_, "found duplicate %YAML directive"):
      return (.directive, offset..<offset + 1)
    default: return nil
    }
  }

  /// A second `: ` in the line of a key, or a key deeper than the value above it.
  private static func colon(at offset: Int, _ lines: YAMLLines, _ bytes: Span<UInt8>) -> Answer {
    let line = lines.line(at: offset, in: bytes)
    if let first = line.looseColon(in: bytes), first < offset {
      return (.colonInValue(key: lines.text(line.content..<first, in: bytes)), offset..<offset + 1)
    }
    if let above = lines.line(before: line, in: bytes), let colon = above.tightColon(in: bytes),
      above.looseColon(in: bytes) == nil
    {
      return (.noSpaceAfterColon(key: lines.text(above.content..<colon, in: bytes)), colon..<colon + 1)
    }
    if let above = lines.line(before: line, in: bytes), above.looseColon(in: bytes) == nil,
      above.indent == line.indent
    {
      return (.lineWithoutKey, above.content..<above.range.upperBound)
    }
    return (.wrongIndentation, line.content..<offset)
  }

  private static func flow(
    isMap: Bool, at offset: Int, context: Int, _ lines: YAMLLines, _ bytes: Span<UInt8>
  ) -> Answer {
    let start = lines.line(at: context, in: bytes)
    let isSameLine = start.range.contains(offset) && offset < start.range.upperBound
    return isSameLine
      ? (.missingComma(isMap: isMap), offset..<offset + 1)
      : (isMap ? .unclosedMap : .unclosedList, context..<context + 1)
  }

  /// Something stands where the next key or item of a block was expected.
  private static func block(
    isMap: Bool, at offset: Int, context: Int, _ lines: YAMLLines, _ bytes: Span<UInt8>
  ) -> Answer {
    let line = lines.line(at: offset, in: bytes)
    let rest = offset..<max(offset + 1, line.range.upperBound)
    guard line.range.lowerBound + line.indent == offset else {
      return line.closing(before: offset, in: bytes).map { (.textAfterQuote($0), rest) } ?? (
        .wrongIndentation, rest
      )
    }
    let isAligned = line.indent == lines.column(of: context, in: bytes)
    if isMap, line.content > offset { return (.misplacedListItem, rest) }
    return (isAligned && !isMap ? .keyAmongItems : .wrongIndentation, rest)
  }
}
