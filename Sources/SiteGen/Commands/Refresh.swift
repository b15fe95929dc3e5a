import Diagnostics
import Inventory
import Site

/// The asking of sources before a build, and whether the build can go on after it.
struct Refresh {
  /// What came of each source; nil for a site that declares none.
  private(set) var account: PullAccount?
  /// What the sources were asked with; it must not be published.
  private(set) var credentials: [(source: String, value: String)] = []
  /// How the program ends, where it goes no further.
  private(set) var end: ExitCode?

  /// Asks and tells: a source that does not answer keeps its facts, which is no reason not to build.
  init(before request: SiteBuild.Request, invocation: Invocation, console: Console) throws {
    let pull = InventoryPull(of: request.source, at: request.now, invocation: invocation, console: console)
    let outcomes: [PullOutcome]
    do { outcomes = try pull.outcomes() } catch let report as Report {
      console.show(report)
      end = .wrong
      return
    }
    guard !outcomes.isEmpty else { return }
    let account = PullAccount(outcomes.map(\.keptInstead))
    if console.format == .human { console.say(account.lines(in: console.tongue)) }
    console.show(account.remarks)
    credentials = outcomes.flatMap { outcome in outcome.credentials.map { (outcome.source, $0) } }
    if account.exitCode == .outside || account.remarks.fails(strict: request.strict) { end = .outside }
    self.account = account
  }
}
