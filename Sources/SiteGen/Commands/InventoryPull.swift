import Diagnostics
import Disk
import Inventory
import Language
import Nodes
import Programs
import Site
import Synchronization

/// Pulls the facts of a site's sources, and tells what changed.
struct InventoryPull {
  private let root: Path
  private let console: Console
  private let now: Instant
  private let allowsExec: Bool
  private let acceptsShrink: Bool

  init(of root: Path, invocation: Invocation, console: Console) throws(CommandLineFinding) {
    self.root = root
    self.console = console
    now = try console.environment.present(for: invocation)
    allowsExec = invocation.has("--allow-exec")
    acceptsShrink = invocation.has("--accept-shrink")
  }

  func run() throws -> ExitCode {
    let site: SiteFolder
    do throws(Report) { site = try SiteFolder(at: root) } catch {
      console.show(error)
      return .wrong
    }
    let inventory = SiteInventory(of: site)
    guard inventory.canBePulled else {
      console.show(inventory.report)
      return .wrong
    }
    guard !inventory.settings.sources.isEmpty else {
      console.say(
        console.tongue.pick(
          en: "site.yaml declares no sources under 'inventory.sources'",
          es: "site.yaml no declara fuentes en «inventory.sources»"))
      return .done
    }
    let outcomes = try pull(inventory, declaredIn: site.source)
    let account = PullAccount(outcomes)
    console.print(
      console.format == .json
        ? account.json() : account.human(in: console.tongue, isVerbose: console.isVerbose))
    var report = Report()
    for outcome in outcomes { report.add(contentsOf: outcome.remarks.sorted) }
    console.show(report)
    return account.exitCode
  }
}

extension InventoryPull {
  private func pull(_ inventory: SiteInventory, declaredIn source: Source) throws -> [PullOutcome] {
    let settings = inventory.settings
    let context = PullContext(
      root: root, environment: Program.ownVariables, now: now, allowsExec: allowsExec)
    let pull = Pull(
      settings.sources.map { Pull.Candidate($0, $0.source(declaredIn: source), declaredIn: source) },
      into: SnapshotFolder(ofSite: root), in: context, publish: inventory.declared.publish,
      acceptsShrink: acceptsShrink)
    let label = console.tongue.pick(en: "asking", es: "preguntando")
    let progress = SharedProgress(label, of: settings.sources.count, on: console)
    defer { progress.finish() }
    return try pull.run { progress.advance(to: $0) }
  }
}

/// A progress line that several threads tell.
private final class SharedProgress: Sendable {
  private let console: Console
  private let label: String
  private let total: Int
  private let isShown = Mutex(false)

  init(_ label: String, of total: Int, on console: Console) {
    self.label = label
    self.total = total
    self.console = console
  }

  func advance(to done: Int) {
    guard console.showsProgress else { return }
    isShown.withLock { isShown in
      isShown = true
      console.overwrite("\(label) \(done)/\(total)")
    }
  }

  func finish() {
    isShown.withLock { if $0 { console.overwrite("") } }
  }
}
