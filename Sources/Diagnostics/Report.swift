import Bytes
import Language

/// All mistakes of a run, shown together: sorted by place, each told once.
public struct Report: Sendable {
  private var mistakes: [Mistake] = []

  public init() {}

  /// Starts with what was found elsewhere.
  public init(_ mistakes: [Mistake]) { self.mistakes = mistakes }

  public mutating func add(_ mistake: Mistake) { mistakes.append(mistake) }

  public mutating func add(contentsOf others: some Sequence<Mistake>) { mistakes.append(contentsOf: others) }

  /// The same mistakes, each changed in some way.
  public func mapping(_ change: (Mistake) -> Mistake) -> Report { Report(mistakes.map(change)) }

  public var isEmpty: Bool { mistakes.isEmpty }

  /// How many were added so far, the same one each time it was; what grows tells that something new is wrong.
  public var additions: Int { mistakes.count }

  /// Tells whether something was found that fails the build; strict builds fail on warnings too.
  public func fails(strict: Bool = false) -> Bool {
    mistakes.contains { $0.finding.severity == .error || strict && $0.finding.severity == .warning }
  }

  /// The mistakes in the order of path, line and column; the same one only once.
  public var sorted: [Mistake] {
    let keyed = mistakes.enumerated().map { (key: Key(of: $1, index: $0), mistake: $1) }
    var last: Key?
    return keyed.sorted { $0.key < $1.key }.compactMap { key, mistake in
      defer { last = key }
      return last.map { key.tellsTheSame(as: $0) } == true ? nil : mistake
    }
  }

  /// How many of each gravity there are, each counted once.
  public func count(of severity: Severity) -> Int {
    sorted.reduce(0) { $1.finding.severity == severity ? $0 + 1 : $0 }
  }

  /// Writes all mistakes in one of the formats.
  public func write(as format: Format, in tongue: Tongue, ink: Ink, into out: inout [UInt8]) {
    for mistake in sorted {
      switch format {
      case .human: mistake.write(in: tongue, ink: ink, into: &out)
      case .json: mistake.writeJSON(in: tongue, into: &out)
      case .github: mistake.writeGitHub(in: tongue, into: &out)
      }
    }
  }

  /// `2 errors, 1 warning`; empty when nothing grave was found.
  public func summary(in tongue: Tongue) -> String {
    let errors = count(of: .error)
    let warnings = count(of: .warning)
    var parts: [String] = []
    if errors > 0 {
      parts.append(
        tongue.pick(
          en: errors == 1 ? "1 error" : "\(errors) errors", es: errors == 1 ? "1 error" : "\(errors) errores")
      )
    }
    if warnings > 0 {
      parts.append(
        tongue.pick(
          en: warnings == 1 ? "1 warning" : "\(warnings) warnings",
          es: warnings == 1 ? "1 aviso" : "\(warnings) avisos"))
    }
    return parts.joined(separator: ", ")
  }
}

extension Report {
  /// Who reads the mistakes: a person, a program, or GitHub's pull request page.
  public enum Format: String, Sendable, CaseIterable {
    case human, json, github
  }

  /// What mistakes are ordered by; two with equal words at one place are one.
  private struct Key: Comparable {
    let path: String
    let line: Int
    let column: Int
    let code: String
    let message: String
    let index: Int

    init(of mistake: Mistake, index: Int) {
      path = mistake.path
      line = mistake.place?.line ?? 0
      column = mistake.place?.column ?? 0
      code = mistake.finding.code
      message = mistake.finding.sentence(in: .english).message
      self.index = index
    }

    static func < (one: Key, other: Key) -> Bool {
      if one.path != other.path { return one.path < other.path }
      if one.line != other.line { return one.line < other.line }
      if one.column != other.column { return one.column < other.column }
      if one.code != other.code { return one.code < other.code }
      if one.message != other.message { return one.message < other.message }
      return one.index < other.index
    }

    func tellsTheSame(as other: Key) -> Bool {
      path == other.path && line == other.line && column == other.column && code == other.code
        && message == other.message
    }
  }
}
