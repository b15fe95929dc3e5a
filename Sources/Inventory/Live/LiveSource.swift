import Diagnostics

/// Something outside that tells facts: a cluster, a monitoring server, a folder of manifests.
///
/// A source is a value that knows where to ask; asking blocks the thread until all is told or time is over.
public protocol LiveSource: Sendable {
  /// Asks once and projects what is told to facts; nothing else of an answer leaves this call.
  func fetch(in context: PullContext) throws(SourceRefusal) -> SourceAnswer
}

/// What a source told.
public struct SourceAnswer: Sendable {
  public let facts: Observed
  /// What was wrong with parts of it; the rest counts all the same.
  public let remarks: Report
  /// The credentials that it found by itself and was asked with, such as a kubeconfig's; no fact may hold them.
  public let secrets: [String]

  public init(_ facts: Observed, remarks: Report = Report(), secrets: [String] = []) {
    self.facts = facts
    self.remarks = remarks
    self.secrets = secrets
  }
}

/// Why a source told nothing.
public struct SourceRefusal: Error {
  /// The stable name of the reason, such as `http-unreachable`; it may be written into a snapshot.
  public let code: String
  /// What is told to a person; holds nothing private.
  public let report: Report

  /// A reason with the place of the declaration in `site.yaml`.
  public init(_ finding: some Finding, at place: SourcePlace) {
    code = finding.code
    report = Report([place.mistake(finding)])
  }

  /// Reasons that have places of their own, such as in a kubeconfig.
  public init(_ report: Report) {
    code = report.sorted.first?.finding.code ?? "source-refused"
    self.report = report
  }
}
