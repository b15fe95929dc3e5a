import Audit
import Diagnostics
import Disk
import Language
import Site

/// What is done with the findings of an audit: compared with a baseline, told, or written down as known.
struct CheckRun {
  private let console: Console
  private let isStrict: Bool
  private let baseline: String?
  private let writes: Bool

  init(_ invocation: Invocation, _ console: Console) {
    self.console = console
    isStrict = invocation.has(Option.strict.name)
    baseline = invocation.text("--baseline")
    writes = invocation.has("--write-baseline")
  }

  /// Tells the findings, which are results; what they amount to is told after them.
  func tell(_ outcome: Audit.Outcome) throws -> ExitCode {
    if let baseline, writes { return try write(outcome, to: baseline) }
    var report = outcome.report
    var account = CheckAccount(pages: outcome.pages)
    if let baseline {
      do throws(Report) {
        let compared = try Baseline(reading: source(of: baseline)).compared(with: report)
        report = compared.report
        account.hidden = compared.hidden
        account.stale = compared.stale
      } catch {
        console.show(error)
        return .wrong
      }
    }
    show(report)
    account.errors = report.count(of: .error)
    account.warnings = report.count(of: .warning)
    switch console.format {
    case .human: console.say(account.human(in: console.tongue))
    case .json: console.print(account.json())
    case .github: break
    }
    return report.fails(strict: isStrict) ? .wrong : .done
  }

  private func show(_ report: Report) {
    let shown =
      console.isQuiet
      ? Report(
        report.sorted.filter { $0.finding.severity == .error || isStrict && $0.finding.severity == .warning })
      : report
    var out: [UInt8] = []
    shown.write(as: console.format, in: console.tongue, ink: console.ink, into: &out)
    if !out.isEmpty { console.print(out) }
  }

  private func source(of path: String) throws(Report) -> Source {
    do throws(DiskFailure) {
      return Source(path: path, bytes: try File.read(Path(path)))
    } catch {
      throw Report([error.mistake])
    }
  }

  /// Writes the baseline; what cannot be put off is told.
  private func write(_ outcome: Audit.Outcome, to path: String) throws -> ExitCode {
    do throws(DiskFailure) {
      try File.write(Baseline.file(for: outcome.report), to: Path(path))
    } catch {
      throw error.mistake
    }
    let count = Baseline.count(in: outcome.report)
    let errors = Report(
      outcome.report.sorted.filter {
        $0.finding.severity == .error && Rule(rawValue: $0.finding.code) == nil
      })
    show(errors)
    console.say(
      console.tongue.pick(
        en: "\(count) \(count == 1 ? "finding is" : "findings are") known from now on: \(path)",
        es:
          "\(count == 1 ? "1 aviso se da" : "\(count) avisos se dan") por conocido\(count == 1 ? "" : "s"): \(path)"
      ))
    return errors.fails() ? .wrong : .done
  }
}
