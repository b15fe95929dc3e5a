import CYAML

/// Owns one libyaml parser over one text and hands out its events.
///
/// The C parser points into itself and into its input, so both live on the heap, in memory of our own that `deinit`
/// frees; no pointer leaves this file.
struct YAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let isASCII: Bool
  /// The byte offset of a character that was asked for last: marks come nearly in order, so the next one is near.
  private var known = (character: 0, byte: 0)

  init(_ bytes: Span<UInt8>) {
    input = .allocate(capacity: bytes.count)
    isASCII = bytes.withUnsafeBufferPointer { [input] source in
      _ = input.initialize(from: source)
      return source.allSatisfy { $0 < 0x80 }
    }
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("out of memory") }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// Reads the next event.
  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { yaml_event_delete(&event) }
    let start = offset(of: event.start_mark)
    let range = start..<max(start, offset(of: event.end_mark))
    var translated = translate(event, range: range)
    translated.spansLines = event.end_mark.line > event.start_mark.line
    return translated
  }
}

extension YAMLParser {
  private func translate(_ event: yaml_event_t, range: Range<Int>) -> YAMLEvent {
    var anchor: UnsafeMutablePointer<UInt8>?
    var tag: UnsafeMutablePointer<UInt8>?
    let kind: YAMLEvent.Kind
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      (anchor, tag) = (scalar.anchor, scalar.tag)
      kind = .scalar(
        String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self),
        style(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      let list = event.data.sequence_start
      (anchor, tag) = (list.anchor, list.tag)
      kind = .listStart(isFlow: list.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let map = event.data.mapping_start
      (anchor, tag) = (map.anchor, map.tag)
      kind = .mapStart(isFlow: map.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT: kind = .end(isMap: false)
    case YAML_MAPPING_END_EVENT: kind = .end(isMap: true)
    case YAML_ALIAS_EVENT: kind = .alias(text(event.data.alias.anchor) ?? "")
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_DOCUMENT_START_EVENT:
      kind = .documentStart(isImplicit: event.data.document_start.implicit == 1)
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd(isImplicit: event.data.document_end.implicit == 1)
    default: kind = .streamEnd
    }
    return YAMLEvent(kind: kind, anchor: text(anchor), tag: text(tag), range: range)
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLEvent.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private mutating func problem() -> YAMLProblem {
    let inner = parser.pointee
    let isReader = inner.error == YAML_READER_ERROR
    return YAMLProblem(
      problem: inner.problem.map { String(cString: $0) } ?? "",
      context: inner.context.map { String(cString: $0) } ?? "",
      offset: isReader ? min(inner.problem_offset, input.count) : offset(of: inner.problem_mark),
      contextOffset: inner.context == nil ? nil : offset(of: inner.context_mark),
      byte: isReader ? inner.problem_value : nil)
  }

  /// Turns libyaml's count of characters into a count of bytes, walking on from the last place asked for.
  private mutating func offset(of mark: yaml_mark_t) -> Int {
    guard !isASCII else { return min(mark.index, input.count) }
    var (character, byte) = known
    if mark.index < character {
      while character > mark.index, byte > 0 {
        byte -= 1
        if input[byte] & 0xC0 != 0x80 { character -= 1 }
      }
    }
    while character < mark.index, byte < input.count {
      byte += 1
      while byte < input.count, input[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    known = (character, byte)
    return byte
  }
}
