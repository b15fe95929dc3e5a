import Diagnostics
import Language

/// A finding that the author takes for more or less grave than it is by itself.
struct JudgedFinding: Finding {
  private let finding: any Finding
  let severity: Severity

  init(_ finding: any Finding, _ severity: Severity) {
    self.finding = finding
    self.severity = severity
  }

  var code: String { finding.code }

  func sentence(in tongue: Tongue) -> Sentence { finding.sentence(in: tongue) }
}
