import Testing

@testable import SiteGen

@Suite("Progress")
struct ProgressTests {
  private func console(terminal: Bool, quiet: Bool = false) -> Console {
    var invocation = Invocation()
    if quiet { invocation.set("--quiet", to: "") }
    return Console(
      environment: Environment(
        variables: [:], standardOutputIsTerminal: terminal, standardErrorIsTerminal: terminal),
      invocation: invocation
    )
  }

  @Test("is shown on a terminal once the work takes half a second")
  func patience() {
    let progress = Progress("repairing", of: 9, on: console(terminal: true))
    let start = ContinuousClock.now
    #expect(progress.line(for: 1, at: start) == nil)
    #expect(progress.line(for: 2, at: start + .seconds(1)) == "repairing 2/9")
  }

  @Test("is never shown on a pipe or to a quiet user")
  func pipe() {
    let later = ContinuousClock.now + .seconds(9)
    let onPipe = Progress("x", of: 9, on: console(terminal: false))
    let quiet = Progress("x", of: 9, on: console(terminal: true, quiet: true))
    #expect(onPipe.line(for: 1, at: later) == nil)
    #expect(quiet.line(for: 1, at: later) == nil)
  }
}
