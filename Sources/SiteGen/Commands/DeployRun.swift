import Deploy
import Diagnostics
import Disk
import Language
import Nodes
import Site
import Workers

/// One run of `sitegen deploy`: reads what `site.yaml` says, makes the plan, asks, publishes, looks at what came of it.
struct DeployRun {
  let invocation: Invocation
  let console: Console
  let folder: SiteFolder
  let settings: DeploySettings
  let name: String
  let target: TargetSettings
  let now: Instant

  init(_ invocation: Invocation, _ console: Console, now: Instant) throws(DeployRefusal) {
    self.now = now
    self.invocation = invocation
    self.console = console
    do throws(Report) {
      let folder = try SiteFolder(at: Path(invocation.text("--source") ?? "."))
      let node = folder.configuration.blocks.deploy ?? .null
      settings = try DeploySettings.decode(node, from: folder.source, under: "deploy").value
      self.folder = folder
    } catch {
      throw DeployRefusal(error)
    }
    (name, target) = try Self.target(named: invocation.arguments.first, in: settings.targets)
  }

  /// Does what was asked for.
  func run() throws(DeployRefusal) -> ExitCode {
    if let server: Snippet.Server = invocation.choice("--snippet") { return try printSnippet(for: server) }
    let destination = try destination()
    if invocation.has("--rollback") { return try rollBack(destination) }
    let deployment = try deployment(to: destination)
    defer { [deployment].leave() }
    if invocation.has("--verify") { return try verifyAlone(deployment) }
    show(deployment.plan)
    let guarding = Guard(
      settings, adopts: target.common.adopts, maxDeletes: invocation.number("--max-deletes"))
    let objections = guarding.objections(to: deployment.plan)
    guard objections.isEmpty else {
      try summary.tell(deployment.plan, refused: objections)
      throw DeployRefusal(objections, about: name)
    }
    if invocation.has("--dry-run") {
      try summary.tell(deployment.plan, .planned)
      return .done
    }
    return try publish(deployment)
  }
}

extension DeployRun {
  /// Reads the site, and looks at the target meanwhile.
  private func deployment(to destination: Destination) throws(DeployRefusal) -> Deployment {
    // A folder that is no site is told before anybody is asked for anything.
    if !File.isFile(output.appending("index.html")) { _ = try site() }
    let sighting = Later { Result { () throws(DeployFailure) in try Sighting(of: destination) } }
    // Nobody ends the program while it talks to a server.
    defer { _ = sighting.value }
    let site = try site()
    try review(site)
    return try outside { () throws(DeployFailure) in
      try Deployment(of: site, over: sighting.value.get(), keepAssets: settings.keepAssets)
    }
  }

  private func publish(_ deployment: Deployment) throws(DeployRefusal) -> ExitCode {
    let purge = try purge()
    if deployment.plan.isEmpty, target.kind != .pagesArtifact, purge?.isDue != true {
      console.say(console.tongue.pick(en: "nothing to publish", es: "no hay nada que publicar"))
      try summary.tell(deployment.plan, .unchanged)
      return .done
    }
    guard isConfirmed() else { return .wrong }
    do throws(DeployRefusal) {
      try send(deployment, purge)
      console.say(console.tongue.pick(en: "published to \(name)", es: "publicado en \(name)"))
      try verify(deployment)
    } catch {
      try summary.tell(deployment.plan, failed: error.report)
      throw error
    }
    try summary.tell(deployment.plan, .published)
    return .done
  }

  private func send(_ deployment: Deployment, _ purge: Purge?) throws(DeployRefusal) {
    let plan = deployment.plan
    let progress = BuildProgress(console.tongue.pick(en: "sending", es: "enviando"), on: console)
    let address = address
    let course = Course(
      progress: { sent, all in progress.show(sent, of: all) },
      purge: { () throws(DeployFailure) in try purge?(plan.staleAddresses(at: address)) })
    defer { progress.end() }
    if plan.isEmpty, target.kind != .pagesArtifact {
      // All is there; only caches have still to be told.
      return try outside { () throws(DeployFailure) in try purge?([]) }
    }
    try outside { () throws(DeployFailure) in
      try deployment.publish(as: Deployment.release(at: now), at: now, course)
    }
  }

  private func purge() throws(DeployRefusal) -> Purge? {
    guard let settings = target.common.purge else { return nil }
    return Purge(settings, token: try secret(settings.tokenVariable), scratch: state)
  }

  /// Where visitors find it.
  var address: PublicAddress {
    let base = folder.configuration.baseURL
    return PublicAddress(target.common.url ?? base.origin + base.path)
  }

  var summary: JobSummary { JobSummary(of: name, on: console) }

  private var output: Path { invocation.text("--output").map { Path($0) } ?? folder.root.appending("public") }

  /// The built site, as it will lie at the target.
  func site() throws(DeployRefusal) -> BuiltSite {
    let site: BuiltSite
    do throws(Report) {
      site = try BuiltSite(at: output, workers: Workers(count: Workers.processors))
    } catch {
      throw DeployRefusal(error)
    }
    guard case .bucket(let settings) = target else { return site }
    return try outside { () throws(DeployFailure) in
      try site.stored(at: address, compressing: settings.gzip)
    }
  }

  /// Tells what the host will not take of the site's redirects and headers.
  private func review(_ site: BuiltSite) throws(DeployRefusal) {
    guard let host = target.host else { return }
    let mistakes = try outside { () throws(DeployFailure) in try site.review(for: host) }
    console.show(Report(mistakes.filter { console.isVerbose || $0.finding.severity > .note }))
  }

  private func show(_ plan: Plan) {
    switch console.format {
    case .json: console.print(plan.json)
    case .github: console.print(plan.markdown(to: name, in: console.tongue))
    case .human:
      console.print("\(name) (\(target.kind.rawValue))\n")
      console.print(plan.told(in: console.tongue, limit: console.isVerbose ? .max : Plan.fewLines))
    }
  }

  /// Asks a person at a terminal; a program that runs unattended has decided already.
  private func isConfirmed() -> Bool {
    guard !invocation.has("--yes"), console.environment.standardInputIsTerminal else { return true }
    console.ask(console.tongue.pick(en: "publish? [y/N] ", es: "¿publicar? [s/N] "))
    return ["s", "si", "sí", "y", "yes"].contains((readLine() ?? "").lowercased())
  }

  private func rollBack(_ destination: Destination) throws(DeployRefusal) -> ExitCode {
    let wanted = invocation.arguments.dropFirst().first
    let release = try outside { () throws(DeployFailure) in
      try destination.rollBack(to: wanted, kind: target.kind)
    }
    console.say(
      console.tongue.pick(en: "\(name) serves \(release) again", es: "\(name) vuelve a servir \(release)"))
    return .done
  }

  func outside<Value>(_ body: () throws(DeployFailure) -> Value) throws(DeployRefusal) -> Value {
    do throws(DeployFailure) { return try body() } catch { throw DeployRefusal(error, about: name) }
  }
}
