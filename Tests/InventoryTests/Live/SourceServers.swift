import Diagnostics
import Disk
import Foundation
import Language
import Nodes
import TestSupport

@testable import Inventory

/// The servers that sources are tried at.
struct SourceServers {
  static let started = Result { try SourceServers() }

  let server: LocalServer

  private init() throws { server = try RecordedAnswers.monitors() }
}

/// A folder in which one source is declared and asked.
struct SourceBench {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The source of a declaration, as `site.yaml` has it.
  func source(_ declaration: String) throws -> any LiveSource {
    let site = Source(path: "site.yaml", bytes: Array(declaration.utf8))
    return try SourceSettings.decode(YAML.read(site), from: site).value.source(declaredIn: site)
  }

  func context(
    _ environment: [String: String] = [:], allowsExec: Bool = false, deadline: Duration = .seconds(30),
    now: Instant = Recordings.now
  ) -> PullContext {
    PullContext(
      root: Path(folder.path), environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 },
      now: now, allowsExec: allowsExec, deadline: .now + deadline)
  }

  /// What the source of a declaration tells.
  func answer(
    _ declaration: String, _ environment: [String: String] = [:], allowsExec: Bool = false,
    now: Instant = Recordings.now
  ) throws -> SourceAnswer {
    try source(declaration).fetch(in: context(environment, allowsExec: allowsExec, now: now))
  }

  /// Why the source of a declaration tells nothing, in both tongues.
  func refusal(
    _ declaration: String, _ environment: [String: String] = [:], allowsExec: Bool = false
  ) throws -> String {
    let source = try source(declaration)
    do throws(SourceRefusal) {
      _ = try source.fetch(in: context(environment, allowsExec: allowsExec))
      return "no refusal"
    } catch {
      return "\(error.code)\n"
        + error.report.sorted.map { mistake in
          [Tongue.english, .spanish].map { tongue in
            let sentence = mistake.finding.sentence(in: tongue)
            return sentence.message + (sentence.hint.map { " (\($0))" } ?? "") + "\n"
          }.joined()
        }.joined()
    }
  }
}
