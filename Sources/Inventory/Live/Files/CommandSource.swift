import Diagnostics
import Disk
import Programs

/// A command that prints facts; run only when that was allowed, without a shell, for a limited time.
struct CommandSource: LiveSource {
  let settings: SourceSettings
  let place: SourcePlace

  func fetch(in context: PullContext) throws(SourceRefusal) -> SourceAnswer {
    let output: [UInt8]
    do throws(SourceFinding) {
      output = try run(in: context)
    } catch {
      throw SourceRefusal(error, at: place)
    }
    do throws(Report) {
      return SourceAnswer(
        try FactReader(format: settings.format).facts(in: Source(path: name, bytes: output)))
    } catch {
      throw SourceRefusal(error)
    }
  }
}

extension CommandSource {
  /// The command without the folders before it.
  private var name: String { settings.argv.first?.split(separator: "/").last.map(String.init) ?? "" }

  private func run(in context: PullContext) throws(SourceFinding) -> [UInt8] {
    guard context.allowsExec else { throw .notAllowedToRun(name) }
    var program = Program(settings.argv)
    program.inherits = []
    program.variables = context.environment.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    program.folder = context.root.text
    program.timeLimit = context.remaining(of: .seconds(settings.limits.total.seconds))
    program.outputLimit = settings.limits.size.bytes
    let outcome: Program.Outcome
    do throws(ProgramFailure) {
      outcome = try program.run()
    } catch {
      switch error {
      case .absent: throw .commandAbsent(name)
      case .refused: throw .commandNotStarted(name)
      case .tookTooLong(_, let limit):
        throw .commandTookTooLong(name, seconds: Int(limit.components.seconds))
      case .wroteTooMuch(_, let limit): throw .commandWroteTooMuch(name, limit: limit)
      }
    }
    guard outcome.succeeded else {
      let redaction = Redaction(secrets: SecretValues(environment: context.environment))
      throw .commandFailed(name, status: Int(outcome.status), words: redaction.told(outcome.complaint))
    }
    return outcome.output
  }
}
