import Language

/// What can be wrong, as facts: each module has an enum of these, its sentences all in one place beside it.
public protocol Finding: Sendable {
  /// A stable name for tools, such as `yaml-duplicate-key`.
  var code: String { get }
  /// How grave it is.
  var severity: Severity { get }
  /// What is told to a person.
  func sentence(in tongue: Tongue) -> Sentence
}

/// How grave a finding is; errors fail the build.
public enum Severity: Int, Sendable, Comparable {
  case note, warning, error

  public static func < (one: Severity, other: Severity) -> Bool { one.rawValue < other.rawValue }
}

/// The words of one finding: what is wrong, then what to do about it.
public struct Sentence: Sendable, Hashable {
  public let message: String
  public let hint: String?

  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
