import Deploy
import Diagnostics
import Disk
import Language
import Nodes
import Site

// Which target is meant, and what it needs of this machine.

extension DeployRun {
  /// The target that is meant: the one that is named, or the only one.
  static func target(
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

  /// Where deploys keep what they need from one run to the next.
  var state: Path { folder.root.appending(".sitegen").appending("deploy").appending(name) }

  func destination() throws(DeployRefusal) -> Destination {
    switch target {
    case .directory(let settings):
      let compressor = settings.precompress ? Compressor(in: state.appending("compressed")) : nil
      return .releases(
        Releases(at: folder.root.appending(settings.path), keep: settings.keep, compressor: compressor))
    case .rsync(let settings):
      switch settings.to {
      case .ssh(let host, let path):
        return .remote(RemoteReleases(host: host, folder: path, settings, scratch: state))
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
      return .bucket(Bucket(settings, credentials: credentials, scratch: state, now: now))
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
  func secret(_ variable: String?) throws(DeployRefusal) -> String? {
    guard let variable else { return nil }
    guard let value = console.environment.value(of: variable), !value.isEmpty else {
      throw DeployRefusal([.missingVariable(variable)], about: name)
    }
    return value
  }
}

extension TargetSettings {
  /// Who serves the site, as far as it is known.
  var host: HostingService? {
    if let host = common.host { return host }
    if case .branch(let settings) = self { return HostingService(repository: settings.remote) }
    return nil
  }
}
