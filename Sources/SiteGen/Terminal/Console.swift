import Bytes
import Diagnostics
import Disk
import Language

/// Where the program speaks: results on standard output, everything else on standard error.
struct Console: Sendable {
  /// What the program took from its surroundings.
  let environment: Environment
  let tongue: Tongue
  let format: Report.Format
  let ink: Ink
  let isQuiet: Bool
  let isVerbose: Bool
  let showsProgress: Bool

  init(environment: Environment, invocation: Invocation = Invocation()) {
    self.environment = environment
    tongue = invocation.choice("--lang") ?? environment.tongue
    format = invocation.choice("--format") ?? .human
    ink = environment.wantsColour ? .ansi : .none
    isQuiet = invocation.has("--quiet")
    isVerbose = invocation.has("--verbose")
    showsProgress = environment.standardErrorIsTerminal && !isQuiet && format == .human
  }

  /// Prints a result.
  func print(_ text: String) { print(Array(text.utf8)) }

  /// Prints a result of bytes as they are.
  func print(_ bytes: [UInt8]) { Stream.standardOutput.write(bytes) }

  /// Tells the user something that is no result; quiet runs leave it out.
  func say(_ text: String) {
    guard !isQuiet else { return }
    Stream.standardError.write(Array((text + "\n").utf8))
  }

  /// Asks a question whose answer is typed after it.
  func ask(_ question: String) { Stream.standardError.write(Array(question.utf8)) }

  /// Tells the user something of bytes as they are, on standard error.
  func say(bytes: [UInt8]) { Stream.standardError.write(bytes) }

  /// Shows mistakes, and how many they are when a person reads.
  func show(_ report: Report) {
    let shown = isQuiet ? Report(report.sorted.filter { $0.finding.severity == .error }) : report
    guard !shown.isEmpty else { return }
    var out: [UInt8] = []
    shown.write(as: format, in: tongue, ink: ink, into: &out)
    let summary = shown.summary(in: tongue)
    if format == .human, !summary.isEmpty { out.append(text: ink.bold(summary) + "\n") }
    Stream.standardError.write(out)
  }

  /// Shows one mistake of the command line, which has no file to point into.
  func show(_ finding: CommandLineFinding) {
    var out: [UInt8] = []
    Report([Mistake(finding, path: "sitegen", place: nil)]).write(
      as: format, in: tongue, ink: ink, into: &out)
    Stream.standardError.write(out)
  }

  /// Puts a passing line in the place of the last one; an empty one clears it.
  func overwrite(_ line: String) {
    Stream.standardError.write(Array("\r\u{1B}[K\(line)".utf8))
  }
}
