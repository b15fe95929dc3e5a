import Deploy
import Diagnostics
import Disk
import HTTP
import Language
import Site

// What is looked at when all was sent.

extension DeployRun {
  /// Services that build from a branch take their time to serve it; others serve at once but for caches.
  private var patience: Duration {
    .seconds(settings.verifySeconds ?? (target.kind == .git ? 300 : 60))
  }

  /// An address that nobody answers at is seldom there a minute later.
  private var silence: Duration { .seconds(settings.verifySeconds ?? 15) }

  /// Whether anybody but this machine can look at the address.
  private var isPublic: Bool { target.common.url != nil || !address.isLocal }

  /// Compares what the public address serves with what was sent, where there is one.
  func verify(_ deployment: Deployment) throws(DeployRefusal) {
    guard settings.verify > 0, target.kind != .pagesArtifact, isPublic else { return }
    try look(deployment)
  }

  /// Looks at the public address alone: after a rollback, or where something else publishes the site.
  func verifyAlone(_ deployment: Deployment) throws(DeployRefusal) -> ExitCode {
    guard isPublic else { throw DeployRefusal([.nothingToVerify], about: name) }
    try look(deployment)
    return .done
  }

  private func look(_ deployment: Deployment) throws(DeployRefusal) {
    let files = Verification.sample(
      of: deployment.site, deployment.plan, count: max(1, settings.verify),
      seed: Deployment.release(at: now))
    let progress = BuildProgress(console.tongue.pick(en: "verifying", es: "comprobando"), on: console)
    defer { progress.end() }
    do throws(DeployFailure) {
      try Verification(at: address, patience: patience, silence: silence)(
        files, telling: { progress.show($0, of: $1) }, hearing: tellSilence)
    } catch {
      throw DeployRefusal(error, about: name)
    }
    console.say(
      console.tongue.pick(
        en: "verified at \(address.origin)\(address.path): \(files.count) addresses",
        es: "comprobado en \(address.origin)\(address.path): \(files.count) direcciones"))
  }

  private func tellSilence(_ failure: HTTPFailure) {
    let reason = failure.sentence(in: console.tongue).message
    let seconds = silence.components.seconds
    console.say(
      console.tongue.pick(
        en: "\(address.origin) does not answer yet (\(reason)): trying again for up to \(seconds) s",
        es: "\(address.origin) aún no responde (\(reason)): se reintenta hasta \(seconds) s"))
  }

  /// Prints the settings of a web server for this target.
  func printSnippet(for server: Snippet.Server) throws(DeployRefusal) -> ExitCode {
    let site = try site()
    let snippet = try outside { () throws(DeployFailure) in
      try Snippet(
        of: site, at: address, root: servedFolder, hasCompressedForms: target.hasCompressedForms)
    }
    console.print(snippet.text(for: server))
    return .done
  }

  /// The folder that a web server serves, where the target is one.
  private var servedFolder: String? {
    switch target {
    case .directory(let settings): "\(folder.root.real.appending(settings.path).text)/current"
    case .rsync(let settings): if case .ssh(_, let path) = settings.to { "\(path)/current" } else { nil }
    default: nil
    }
  }
}

extension TargetSettings {
  fileprivate var hasCompressedForms: Bool {
    switch self {
    case .directory(let settings): settings.precompress
    case .rsync(let settings): settings.precompress
    default: false
    }
  }
}
