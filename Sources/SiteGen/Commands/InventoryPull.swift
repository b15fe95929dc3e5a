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
  private let console: Console
  private let root: Path
  private let now: Instant
  private let allowsExec: Bool
  private let acceptsShrink: Bool

  init(of root: Path, at now: Instant, invocation: Invocation, console: Console) {
    self.root = root
    self.console = console
    self.now = now
    allowsExec = invocation.has("--allow-exec")
    acceptsShrink = invocation.has("--accept-shrink")
  }

  /// What came of each source; none for a site that declares no sources, which is said.
  ///
  /// - Throws: a report of what keeps the sources from being understood.
  func outcomes() throws -> [PullOutcome] {
    let site = try SiteFolder(at: root)
    let inventory = SiteInventory(of: site)
    guard inventory.canBePulled else { throw inventory.report }
    guard !inventory.settings.sources.isEmpty else {
      console.say(
        console.tongue.pick(
          en: "site.yaml declares no sources under 'inventory.sources'",
          es: "site.yaml no declara fuentes en «inventory.sources»"))
      return []
    }
    return try pull(inventory, declaredIn: site.source)
  }

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
