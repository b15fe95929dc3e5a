import Diagnostics
import Language

/// What can be said about a baseline, as facts.
public enum BaselineFinding: Finding, Hashable {
  /// Findings that are known, and gone.
  case stale(rule: String, path: String, count: Int)

  public var code: String { "baseline-stale" }
  public var severity: Severity { .note }

  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .stale(let rule, let path, let count):
      Sentence(
        tongue.pick(
          en: count == 1
            ? "'\(rule)' in '\(path)' is no longer found"
            : "\(count) findings of '\(rule)' in '\(path)' are no longer found",
          es: count == 1
            ? "«\(rule)» en «\(path)» ya no aparece"
            : "\(count) avisos «\(rule)» en «\(path)» ya no aparecen"),
        hint: tongue.pick(
          en: "remove the line, or write the baseline anew with --write-baseline",
          es: "quita la línea o escribe el registro de nuevo con --write-baseline"))
    }
  }
}
