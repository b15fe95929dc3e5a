/// Where the front matter of a file stands, and where its body begins.
///
/// The bounds are whole lines: a `---` inside a value or a code block is text. A file may also begin with a thematic
/// break, which is the same three hyphens. The opening line is taken for front matter when
///
/// - the line right after it is not blank and there is a closing `---` or `...`: whatever stands between is meant as
///   front matter, and what is wrong in it is said;
/// - blank lines follow it, but each line at the margin up to the closing one reads as `key:`, a list item or a comment;
/// - nothing closes it, but the line right after it reads as `key: value`: then the closing line was forgotten.
///
/// In all other cases it is a thematic break, and the file has no front matter.
public struct Block: Sendable, Equatable {
  /// The language that a front matter is written in.
  public enum Kind: Sendable, Equatable {
    case absent, yaml, json, toml
  }

  public let kind: Kind
  /// What stands between the fences, or the JSON object with its braces.
  public let content: Range<Int>
  /// Where the body begins, at the start of a line.
  public let body: Int
  /// What is wrong with the bounds, and the line that shows it.
  public let fault: Fault?

  /// What is wrong with the bounds of a front matter.
  public enum Fault: Sendable, Equatable {
    case unclosed(Range<Int>)
    case unclosedObject(Range<Int>)
    case textAfterObject(Range<Int>)
    case toml(Range<Int>)
    case indented(Range<Int>)
    case afterBlankLine(Range<Int>)
  }

  /// Finds the front matter of a file.
  public init(in bytes: Span<UInt8>) {
    let start = bytes.has("\u{FEFF}", at: 0, before: bytes.count) ? 3 : 0
    var lines = Lines(from: start)
    guard lines.advance(in: bytes) else {
      self.init(absentFrom: start)
      return
    }
    let first = bytes.trimmed(lines.line)
    if first.isEmpty || bytes[lines.line.lowerBound].isBlank {
      self.init(misplacedAfter: lines, start: start, in: bytes)
    } else if bytes.equals("---", in: first) {
      self.init(yamlAfter: lines, in: bytes, start: start, fault: nil)
    } else if bytes.equals("+++", in: first) {
      self.init(tomlAfter: lines, in: bytes, start: start)
    } else if bytes[first.lowerBound] == UInt8(ascii: "{") {
      self.init(objectAt: first.lowerBound, in: bytes)
    } else {
      self.init(absentFrom: start)
    }
  }

  private init(_ kind: Kind, content: Range<Int>, body: Int, fault: Fault? = nil) {
    self.kind = kind
    self.content = content
    self.body = body
    self.fault = fault
  }

  /// A file without front matter: all of it is body.
  init(absentFrom start: Int, fault: Fault? = nil) {
    self.init(.absent, content: start..<start, body: start, fault: fault)
  }

  /// A front matter in JSON.
  init(object content: Range<Int>, body: Int, fault: Fault?) {
    self.init(.json, content: content, body: body, fault: fault)
  }
}

extension Block {
  /// Judges what follows an opening `---`.
  private init(yamlAfter opening: Lines, in bytes: Span<UInt8>, start: Int, fault: Fault?) {
    var lines = opening
    var shape = Shape()
    while lines.advance(in: bytes) {
      if Self.closes(lines.line, in: bytes) {
        guard shape.isFrontMatter else { break }
        self.init(.yaml, content: opening.next..<lines.line.lowerBound, body: lines.next, fault: fault)
        return
      }
      shape.take(lines.line, in: bytes)
      // Nothing that follows can make it front matter again, except that its closing line was forgotten.
      if !shape.canBeFrontMatter { break }
    }
    if shape.beginsWithKey, lines.next >= bytes.count, fault == nil {
      self.init(absentFrom: start, fault: .unclosed(opening.line))
    } else {
      self.init(absentFrom: start)
    }
  }

  /// A closing line stands at the margin; spaces after it do no harm.
  private static func closes(_ line: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard line.count >= 3,
      bytes[line.lowerBound] == UInt8(ascii: "-") || bytes[line.lowerBound] == UInt8(ascii: ".")
    else { return false }
    let text = bytes.trimmed(line)
    return text.lowerBound == line.lowerBound
      && (bytes.equals("---", in: text) || bytes.equals("...", in: text))
  }

  /// Recognises front matter that does not begin on the first line, or not at the margin.
  private init(misplacedAfter first: Lines, start: Int, in bytes: Span<UInt8>) {
    var lines = first
    while bytes.trimmed(lines.line).isEmpty {
      guard lines.advance(in: bytes) else {
        self.init(absentFrom: start)
        return
      }
    }
    guard bytes.equals("---", in: bytes.trimmed(lines.line)) else {
      self.init(absentFrom: start)
      return
    }
    let isIndented = bytes[lines.line.lowerBound].isBlank
    let mark = bytes.trimmed(lines.line)
    let fault = isIndented ? Fault.indented(mark) : .afterBlankLine(mark)
    var ahead = lines
    guard ahead.advance(in: bytes), Shape.key(in: bytes.trimmed(ahead.line), of: bytes) else {
      self.init(absentFrom: start)
      return
    }
    if isIndented {
      self.init(indentedAfter: lines, start: start, fault: fault, in: bytes)
    } else {
      self.init(yamlAfter: lines, in: bytes, start: start, fault: fault)
    }
  }

  /// An indented block is told, and read as if it stood at the margin, so that its other mistakes are told too.
  private init(indentedAfter opening: Lines, start: Int, fault: Fault, in bytes: Span<UInt8>) {
    var lines = opening
    while lines.advance(in: bytes) {
      let text = bytes.trimmed(lines.line)
      if bytes.equals("---", in: text) || bytes.equals("...", in: text) {
        self.init(.yaml, content: opening.next..<lines.line.lowerBound, body: lines.next, fault: fault)
        return
      }
    }
    self.init(absentFrom: start)
  }

  /// TOML is recognised only to be refused: the body begins after its closing `+++`.
  private init(tomlAfter opening: Lines, in bytes: Span<UInt8>, start: Int) {
    var lines = opening
    while lines.advance(in: bytes) {
      guard bytes.equals("+++", in: bytes.trimmed(lines.line)) else { continue }
      let content = opening.next..<lines.line.lowerBound
      self.init(.toml, content: content, body: lines.next, fault: .toml(opening.line))
      return
    }
    self.init(absentFrom: start)
  }
}
