import Diagnostics
import Language
import Nodes

/// Reads nodes as the values that fields want, and notes what is wrong with them.
///
/// Each reader returns nil for a value that is absent or wrong, so that one pass tells all mistakes of a file.
struct FieldReader {
  let source: Source
  private(set) var report = Report()
  private(set) var ignored: [Ignored] = []
  private(set) var clues: [Clue] = []
  /// The terms written as one text without commas: a space parts them in Jekyll, and nowhere else.
  private(set) var spacedTerms: [WritableKeyPath<Metadata, [String]>] = []
  /// The site's zone, against which offsets are checked.
  let zone: Zone?
  var hasToldOffset = false

  init(source: Source, zone: Zone?) {
    self.source = source
    self.zone = zone
  }

  mutating func note(_ finding: FrontmatterFinding, at range: Range<Int>) {
    report.add(source.mistake(finding, at: range))
  }

  mutating func note(contentsOf other: Report) {
    report.add(contentsOf: other.sorted)
  }

  mutating func ignore(_ key: String, at range: Range<Int>, because reason: Ignored.Reason) {
    ignored.append(Ignored(key: key, range: range, reason: reason))
  }

  mutating func noteSpaces(in terms: WritableKeyPath<Metadata, [String]>, of node: Node) {
    guard case .scalar(let text, _) = node.content, !text.utf8.contains(UInt8(ascii: ",")) else { return }
    spacedTerms.append(terms)
  }

  mutating func notice(_ dialect: Dialect, _ sign: Clue.Sign, weight: Int) {
    clues.append(Clue(dialect: dialect, sign: sign, weight: weight))
  }
}

extension FieldReader {
  /// Reads any scalar as text, without the white space around it.
  mutating func text(_ node: Node, key: String) -> String? {
    guard case .scalar = node.content else {
      wrong(node, key: key, expected: .text)
      return nil
    }
    return node.text.flatMap(Self.trimmed)
  }

  /// Reads a list of scalars, or one text with commas between its parts.
  mutating func texts(_ node: Node, key: String, separator: Character? = ",") -> [String]? {
    switch node.content {
    case .scalar(let text, _):
      guard !node.isNull else { return [] }
      guard let separator, text.utf8.contains(where: { $0 == separator.asciiValue }) else {
        return Self.trimmed(text).map { [$0] } ?? []
      }
      return text.split(separator: separator).compactMap { Self.trimmed(String($0)) }
    case .list(let items):
      var texts: [String] = []
      texts.reserveCapacity(items.count)
      for item in items {
        guard case .scalar = item.content else {
          wrong(item, key: key, expected: .text)
          continue
        }
        if let text = item.text.flatMap(Self.trimmed) {
          texts.append(text)
        } else {
          note(.emptyItem(key: key), at: item.range)
        }
      }
      return texts
    case .map:
      wrong(node, key: key, expected: .texts)
      return nil
    }
  }

  /// Reads `true` or `false`; the words of YAML 1.1 and quoted ones are understood, with a warning.
  mutating func truth(_ node: Node, key: String) -> Bool? {
    guard case .scalar(let written, _) = node.content else {
      wrong(node, key: key, expected: .truth)
      return nil
    }
    if let truth = node.boolean { return truth }
    guard !node.isNull else { return nil }
    guard let meant = Self.looseTruth(written, isQuoted: node.kind == .text) else {
      note(.notTruth(key: key, written: written), at: node.range)
      return nil
    }
    note(.looseTruth(key: key, written: source.bytes.span.text(of: node.range), meant: meant), at: node.range)
    return meant
  }

  private static func looseTruth(_ written: String, isQuoted: Bool) -> Bool? {
    guard isQuoted else { return nil }
    switch written.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: return nil
    }
  }

  /// Reads a whole number, quoted or not.
  mutating func integer(_ node: Node, key: String) -> Int? {
    number(node, key: key) { Int($0) }
  }

  /// Reads a number, quoted or not.
  mutating func decimal(_ node: Node, key: String) -> Double? {
    number(node, key: key) { Double($0).flatMap { $0.isFinite ? $0 : nil } }
  }

  private mutating func number<Value>(_ node: Node, key: String, _ parse: (String) -> Value?) -> Value? {
    guard case .scalar(let written, _) = node.content else {
      wrong(node, key: key, expected: .number)
      return nil
    }
    guard let text = node.text.flatMap(Self.trimmed) else { return nil }
    guard let value = parse(text) else {
      note(.notANumber(key: key, written: written), at: node.range)
      return nil
    }
    return value
  }

  mutating func wrong(_ node: Node, key: String, expected: FrontmatterFinding.Expected) {
    note(.wrongType(key: key, expected: expected, found: node.shape), at: node.range)
  }

  /// Drops white space at both ends, and gives nothing for nothing; most texts need no new string.
  static func trimmed(_ text: String) -> String? {
    guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
    if !first.isSpace, !last.isSpace { return text }
    let bytes = text.utf8.span
    let kept = bytes.stripped(0..<bytes.count)
    return kept.isEmpty ? nil : bytes.text(of: kept)
  }
}

extension Node {
  var shape: FrontmatterFinding.Shape {
    switch content {
    case .scalar: .scalar
    case .list: .list
    case .map: .map
    }
  }
}
