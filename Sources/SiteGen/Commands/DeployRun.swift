import Deploy
import Diagnostics
import Disk
import Language
import Nodes
import Site
import Workers

/// One run of `sitegen deploy`: reads what `site.yaml` says, makes the plan, asks, publishes.
struct DeployRun {
  private let invocation: Invocation
  private let console: Console
  private let folder: SiteFolder
  private let settings: DeploySettings
  private let name: String
  private let target: TargetSettings
  private let now: Instant

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
    let destination = try destination()
    if invocation.has("--rollback") { return try rollBack(destination) }
    let deployment = try plan(for: destination)
    show(deployment.plan)
    let guarding = Guard(
      settings, adopts: target.common.adopts, maxDeletes: invocation.number("--max-deletes"))
    let objections = guarding.objections(to: deployment.plan)
    guard objections.isEmpty else { throw DeployRefusal(objections, about: name) }
    if invocation.has("--dry-run") { return .done }
    if deployment.plan.isEmpty, target.kind != .pagesArtifact {
      console.say(console.tongue.pick(en: "nothing to publish", es: "no hay nada que publicar"))
      return .done
    }
    guard isConfirmed() else { return .wrong }
    try outside { () throws(DeployFailure) in
      try deployment.publish(as: Deployment.release(at: now), at: now)
    }
    console.say(console.tongue.pick(en: "published to \(name)", es: "publicado en \(name)"))
    return .done
  }
}

extension DeployRun {
  /// The target that is meant: the one that is named, or the only one.
  private static func target(
    named name: String?, in targets: Table<TargetSettings>
  ) throws(DeployRefusal) -> (String, TargetSettings) {
    let known = targets.rows.map(\.key)
    func refuse(_ finding: DeployFinding) -> DeployRefusal {
      DeployRefusal([finding], about: SiteFolder.configurationName)
    }
    guard let first = targets.rows.first else { throw refuse(.noTargets) }
    guard let name else {
      guard known.count == 1 else { throw refuse(.severalTargets(known)) }
      return (first.key, first.value)
    }
    guard let target = targets[name] else {
      throw refuse(.unknownTarget(name, nearest: nearest(to: name, among: known), known: known))
    }
    return (name, target)
  }

  private func plan(for destination: Destination) throws(DeployRefusal) -> Deployment {
    let output = invocation.text("--output").map { Path($0) } ?? folder.root.appending("public")
    let site: BuiltSite
    do throws(Report) {
      site = try BuiltSite(at: output, workers: Workers(count: Workers.processors))
    } catch {
      throw DeployRefusal(error)
    }
    return try outside { () throws(DeployFailure) in
      try Deployment(of: site, to: destination, keepAssets: settings.keepAssets)
    }
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

  private func outside<Value>(_ body: () throws(DeployFailure) -> Value) throws(DeployRefusal) -> Value {
    do throws(DeployFailure) { return try body() } catch { throw DeployRefusal(error, about: name) }
  }
}

extension DeployRun {
  /// Where deploys keep what they need from one run to the next.
  private var state: Path { folder.root.appending(".sitegen").appending("deploy").appending(name) }

  private func destination() throws(DeployRefusal) -> Destination {
    switch target {
    case .directory(let settings):
      return .releases(Releases(at: folder.root.appending(settings.path), keep: settings.keep))
    case .rsync(let settings):
      switch settings.to {
      case .ssh(let host, let path): return .remote(RemoteReleases(host: host, folder: path, settings))
      case .module(let address):
        return .module(
          Module(address, settings, password: try secret(settings.passwordVariable), scratch: state))
      }
    case .branch(let settings): return .branch(try branch(settings))
    case .artifact(let settings): return .artifact(Artifact(folder.root.appending(settings.file)))
    case .bucket(let settings):
      let credentials = Bucket.Credentials(
        key: try secret(settings.keyVariable) ?? "", secret: try secret(settings.secretVariable) ?? "",
        token: console.environment.value(of: settings.tokenVariable))
      return .bucket(Bucket(settings, credentials: credentials, now: now))
    }
  }

  private func branch(_ settings: BranchSettings) throws(DeployRefusal) -> Branch {
    var remote = settings.remote
    // A word is the name that the checkout gave to a repository.
    if !remote.contains("/"), !remote.contains(":") {
      let name = remote
      remote = try outside { () throws(DeployFailure) in try Branch.address(of: name, in: folder.root) }
    }
    let token = try secret(settings.tokenVariable)
    let user = try secret(settings.userVariable) ?? "x-access-token"
    return Branch(
      settings, in: state.appending("repository.git"), remote: remote, token: token.map { (user, $0) },
      domain: folder.configuration.baseURL.host)
  }

  /// The value of a variable that the settings name; nil where they name none.
  private func secret(_ variable: String?) throws(DeployRefusal) -> String? {
    guard let variable else { return nil }
    guard let value = console.environment.value(of: variable), !value.isEmpty else {
      throw DeployRefusal([.missingVariable(variable)], about: name)
    }
    return value
  }
}
