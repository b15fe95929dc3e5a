import Bytes
import Diagnostics
import Nodes

/// Findings that are known, and are not told again until their line changes: how an old site adopts `check`.
///
///     findings:
///     - {rule: "link-broken", path: "content/blog/viejo.md", line: "5f0c2a6b9e1d7743", count: 2}
///
/// A finding is known by its rule, its file and the words of its line, so that it stays known when lines are added above.
public struct Baseline: Sendable {
  /// What findings of one rule in one file, on lines of the same words, have in common.
  struct Entry: Hashable, Sendable {
    let rule: String
    let path: String
    /// The digest of the line, without the white space around it.
    let line: String

    init(rule: String, path: String, line: String) {
      self.rule = rule
      self.path = path
      self.line = line
    }

    /// The entry that a mistake would have.
    init(of mistake: Mistake) {
      let text = (mistake.place?.text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let digits = String(Digest(of: Array(text.utf8).span).value, radix: 16)
      rule = mistake.finding.code
      path = mistake.path
      line = String(repeating: "0", count: 16 - digits.count) + digits
    }
  }

  /// How many findings each entry stands for, in the order of the file, with its place there.
  private let entries: [(entry: Entry, count: Int, range: Range<Int>)]
  private let source: Source

  /// Takes the known findings from a file's text; throws what is wrong with it.
  public init(reading source: Source) throws(Report) {
    let file = try BaselineFile.decode(YAML.read(source), from: source).value
    entries = file.findings.map { row in
      (Entry(rule: row.value.rule, path: row.value.path, line: row.value.line), row.value.count, row.range)
    }
    self.source = source
  }

  /// What is left of a report, and what the baseline made of it.
  public struct Comparison: Sendable {
    /// What is not known, and a note for each entry that nothing fits any more.
    public let report: Report
    /// How many findings are known.
    public let hidden: Int
    /// How many of the known ones are gone.
    public let stale: Int
  }

  /// Leaves out what is known. Errors of the build are always told: with them there is no site.
  public func compared(with report: Report) -> Comparison {
    var left = Dictionary(entries.map { ($0.entry, $0.count) }, uniquingKeysWith: +)
    var hidden = 0
    var told: [Mistake] = []
    for mistake in report.sorted {
      let entry = Entry(of: mistake)
      if Self.canBeKnown(mistake), let count = left[entry], count > 0 {
        left[entry] = count - 1
        hidden += 1
      } else {
        told.append(mistake)
      }
    }
    var stale = 0
    for (entry, _, range) in entries {
      guard let count = left.removeValue(forKey: entry), count > 0 else { continue }
      stale += count
      told.append(
        source.mistake(BaselineFinding.stale(rule: entry.rule, path: entry.path, count: count), at: range))
    }
    return Comparison(report: Report(told), hidden: hidden, stale: stale)
  }

  /// Whether a mistake may be put off.
  private static func canBeKnown(_ mistake: Mistake) -> Bool {
    mistake.finding.severity == .warning
      || mistake.finding.severity == .error && Rule(rawValue: mistake.finding.code) != nil
  }
}

extension Baseline {
  /// The file by which all findings of a report are known from now on: the same bytes for the same findings.
  public static func file(for report: Report) -> [UInt8] {
    var counts: [Entry: Int] = [:]
    for mistake in report.sorted where canBeKnown(mistake) { counts[Entry(of: mistake), default: 0] += 1 }
    let rows = counts.sorted { one, other in
      (one.key.path, one.key.rule, one.key.line) < (other.key.path, other.key.rule, other.key.line)
    }
    var out: [UInt8] = []
    out.append(text: "# Findings that 'sitegen check --baseline' does not tell until their lines change.\n")
    out.append(text: "# Written by 'sitegen check --baseline FILE --write-baseline'.\n")
    out.append(text: rows.isEmpty ? "findings: []\n" : "findings:\n")
    for (entry, count) in rows {
      out.append(text: "- {rule: ")
      out.append(jsonString: entry.rule)
      out.append(text: ", path: ")
      out.append(jsonString: entry.path)
      out.append(text: ", line: ")
      out.append(jsonString: entry.line)
      out.append(text: count == 1 ? "}\n" : ", count: \(count)}\n")
    }
    return out
  }

  /// How many findings a report has that can be put off.
  public static func count(in report: Report) -> Int { report.sorted.count(where: canBeKnown) }
}
