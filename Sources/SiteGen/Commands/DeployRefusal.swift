import Deploy
import Diagnostics

/// Why a deploy ended before its end, and how the program says so.
struct DeployRefusal: Error {
  let report: Report
  let exit: ExitCode

  /// The site, its configuration or a guard says no.
  init(_ report: Report) {
    self.report = report
    exit = .wrong
  }

  init(_ findings: [DeployFinding], about target: String) {
    self.init(Report(findings.map { Mistake($0, path: target, place: nil) }))
  }

  /// Something outside failed, or cannot be done there.
  init(_ failure: DeployFailure, about target: String) {
    var mistakes = [Mistake(failure, path: target, place: nil)]
    if case .notServed(let findings) = failure {
      mistakes += findings.map { Mistake($0, path: target, place: nil) }
    }
    report = Report(mistakes)
    if case .objection = failure { exit = .wrong } else { exit = .outside }
  }
}
