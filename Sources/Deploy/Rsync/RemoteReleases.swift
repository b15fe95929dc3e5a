import Disk
import Programs

/// Releases side by side on another machine, in the layout of `Releases`, reached by rsync and ssh.
public struct RemoteReleases: Sendable {
  let shell: SecureShell
  let folder: String
  let keep: Int
  /// A folder of our own for what is remembered from one deploy to the next.
  let scratch: Path?
  let compressor: Compressor?

  public init(host: String, folder: String, _ settings: RsyncSettings, scratch: Path? = nil) {
    self.scratch = scratch
    compressor = settings.precompress ? scratch.map { Compressor(in: $0.appending("compressed")) } : nil
    shell = SecureShell(
      host: host, port: settings.port, identity: settings.identity, knownHosts: settings.knownHosts)
    self.folder = folder
    keep = settings.keep
  }

  /// What is served there now.
  public struct State: Sendable {
    public let target: TargetState
    /// The release that is served; nil before the first.
    let current: String?
  }

  /// Asks for the current release and its record.
  public func state() throws(DeployFailure) -> State {
    let outcome = try run(Script.state, [folder])
    let lines = outcome.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let first = String(decoding: lines.first ?? [], as: UTF8.self)
    let rest = Array(lines.dropFirst().first ?? [])
    guard first.hasPrefix("current ") else {
      let names = String(decoding: rest, as: UTF8.self).split(separator: "\n").map(String.init)
      let objects = names.map { ($0, TargetState.Object(size: 0, md5: nil)) }
      return State(
        target: TargetState(manifest: nil, objects: Dictionary(objects) { first, _ in first }), current: nil)
    }
    let current = String(first.dropFirst("current ".count))
    guard let manifest = Manifest(json: rest) else {
      throw .damagedRecord("\(folder)/.deploy/\(current).json")
    }
    return State(target: TargetState(manifest: manifest), current: current)
  }

  /// Sends a release, then serves it.
  public func publish(
    _ site: BuiltSite, _ plan: Plan, over state: State, as release: String
  ) throws(DeployFailure) {
    let token = "\(release) \(UInt64.random(in: 0...UInt64.max))"
    let memory = try LockMemory(in: scratch, writing: token)
    let named = try run(Script.begin, [folder, release, token, memory.before.joined(separator: "\n")])
    let release = String(decoding: named.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    do throws(DeployFailure) {
      try send(site, as: release, besides: state.current)
      let kept = Array(plan.kept.map { "\($0)\n" }.joined().utf8)
      if let current = state.current, !kept.isEmpty {
        try run(Script.keep, [folder, release, current], input: kept)
      }
      let record = plan.manifest.json
      try run(Script.finish, [folder, release, "\(keep)", "\(record.count)"], input: record)
    } catch {
      // What went wrong first is what matters; a lock that stays behind is known again by the next run.
      _ = Result { () throws(DeployFailure) in try run(Script.abandon, [folder, release]) }
      throw error
    }
    try memory.forget()
  }

  /// Serves an earlier release again; returns its name.
  public func rollBack(to named: String?) throws(DeployFailure) -> String {
    let listed = String(decoding: try run(Script.list, [folder]), as: UTF8.self)
    let lines = listed.split(separator: "\n").map(String.init)
    let current = lines.first.map { String($0.dropFirst("current ".count)) } ?? ""
    let all = lines.dropFirst().sorted()
    let release: String
    if let named {
      guard all.contains(named) else { throw .objection(.noSuchRelease(named, known: all)) }
      release = named
    } else {
      guard let place = all.firstIndex(of: current), place > 0 else { throw .objection(.noEarlierRelease) }
      release = all[place - 1]
    }
    try run(Script.serve, [folder, release])
    return release
  }
}

extension RemoteReleases {
  /// Sends the site into a new folder; what equals the current release becomes another name of the same file.
  private func send(_ site: BuiltSite, as release: String, besides current: String?) throws(DeployFailure) {
    let ssh = shell.words.map(SecureShell.quoted).joined(separator: " ")
    var words = ["rsync", "-r", "--checksum", "--chmod=D755,F644", "-e", ssh]
    if let current { words.append("--link-dest=../\(current)/") }
    var root = site.root
    if let compressor, let scratch {
      root = try CompressedCopy(of: site, at: scratch.appending("copy"), by: compressor).root
    }
    // A path that begins with ./ is never taken for an option or for another machine.
    let source = root.text.hasPrefix("/") ? root.text : "./\(root.text)"
    words += ["--", "\(source)/", "\(shell.host):\(folder)/releases/.\(release).partial/"]
    var program = Program(words)
    program.inherits += ["SSH_AUTH_SOCK", "USER", "LOGNAME"]
    let outcome = try DeployFailure.running(program)
    guard outcome.succeeded else { throw .refused(command: "rsync", said: outcome.complaint) }
  }

  @discardableResult
  private func run(_ script: String, _ arguments: [String], input: [UInt8] = []) throws(DeployFailure)
    -> [UInt8]
  {
    let outcome = try shell.run(script, arguments, input: input)
    switch outcome.status {
    case 0: return outcome.output
    case Script.isLocked: throw .locked(by: "\(shell.host):\(folder)/.deploy/lock")
    default: throw .refused(command: "ssh \(shell.host)", said: outcome.complaint)
    }
  }
}
