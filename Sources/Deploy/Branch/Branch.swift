import Bytes
import Disk
import Language
import Programs

/// A branch that a Pages service serves: each deploy is one commit, made of git's own parts, without a checkout.
public struct Branch: Sendable {
  let repository: Repository
  let branch: String
  let keepsHistory: Bool
  let message: String
  /// The host that a file `CNAME` names; nil for none.
  let domain: String?

  /// Takes a folder where our own repository lies from one deploy to the next, the address that is pushed to, and what
  /// its server asks for, if anything.
  public init(
    _ settings: BranchSettings, in folder: Path, remote: String, token: (user: String, token: String)?,
    domain: String?
  ) {
    repository = Repository(
      folder: folder, remote: remote,
      credentials: token.map { Repository.Credentials(user: $0.user, token: $0.token) })
    branch = settings.branch
    keepsHistory = settings.keepsHistory
    message = settings.message
    self.domain = settings.customDomain ? domain : nil
  }

  /// What the branch holds, and the commit that says so.
  public struct State: Sendable {
    public let target: TargetState
    /// The commit at its tip; nil for a branch that is not there yet.
    let tip: String?
  }

  /// Fetches the tip of the branch and lists it.
  public func state() throws(DeployFailure) -> State {
    try repository.alone { () throws(DeployFailure) in try readState() }
  }

  private func readState() throws(DeployFailure) -> State {
    let listed = String(
      decoding: try repository.git(["ls-remote", repository.remote, reference]), as: UTF8.self)
    guard let tip = listed.split(separator: "\t").first.map(String.init) else {
      return State(target: TargetState(manifest: nil, objects: [:]), tip: nil)
    }
    try repository.git(["fetch", "--quiet", "--depth=1", repository.remote, reference])
    let tree = try repository.git(["ls-tree", "-r", "-l", "-z", tip])
    let objects = Self.objects(in: tree)
    let manifest =
      objects[Manifest.key] == nil
      ? nil : Manifest(json: try repository.git(["cat-file", "blob", "\(tip):\(Manifest.key)"]))
    if objects[Manifest.key] != nil, manifest == nil { throw .damagedRecord("\(branch):\(Manifest.key)") }
    let ownFiles = Self.extraKeys
    return State(
      target: TargetState(
        manifest: manifest, objects: objects.filter { !ownFiles.contains($0.key) && $0.key != Manifest.key }),
      tip: tip)
  }

  /// The address that a checkout knows by a short name, such as `origin`.
  public static func address(of name: String, in checkout: Path) throws(DeployFailure) -> String {
    var program = Program(["git", "-C", checkout.text, "remote", "get-url", "--", name])
    program.variables = [("LC_ALL", "C")]
    let outcome = try DeployFailure.running(program)
    guard outcome.succeeded else { throw .refused(command: "git remote", said: outcome.complaint) }
    return String(decoding: outcome.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  var reference: String { "refs/heads/\(branch)" }
  /// What services want in the branch beside the site.
  static let extraKeys: Set<String> = [".nojekyll", "CNAME"]

  /// Reads `mode type object size<TAB>path<NUL>`, as often as there are files.
  static func objects(in tree: [UInt8]) -> [String: TargetState.Object] {
    var objects: [String: TargetState.Object] = [:]
    for row in tree.split(separator: 0) {
      guard let tab = row.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let size = row[..<tab].split(separator: UInt8(ascii: " ")).last
      objects[String(decoding: row[(tab + 1)...], as: UTF8.self)] = TargetState.Object(
        size: size.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0, md5: nil)
    }
    return objects
  }
}
