import Bytes
import Disk
import Language

extension Branch {
  /// Makes the commit and pushes it, unless somebody else has pushed since the state was read.
  public func publish(
    _ site: BuiltSite, _ plan: Plan, over state: State, at now: Instant
  ) throws(DeployFailure) {
    try repository.alone { () throws(DeployFailure) in
      let commit = try commit(site, plan, over: state, at: now)
      try repository.git([
        "push", "--quiet", "--force-with-lease=\(reference):\(state.tip ?? "")", repository.remote,
        "\(commit):\(reference)",
      ])
    }
  }
}

extension Branch {
  private func commit(
    _ site: BuiltSite, _ plan: Plan, over state: State, at now: Instant
  ) throws(DeployFailure) -> String {
    let index = repository.folder.appending(Repository.indexName)
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.remove(index) }
    let variables = [("GIT_INDEX_FILE", index.text)]
    // What stays on the branch: kept assets, and files of others where they may stay.
    if let tip = state.tip { try repository.git(["read-tree", tip], variables: variables) }
    try repository.git(
      ["update-index", "-z", "--index-info"], input: try indexLines(site, plan), variables: variables)
    let tree = try word(repository.git(["write-tree"], variables: variables))
    return try commit(of: tree, over: state.tip, at: now)
  }

  /// The lines that bring the index from the last deploy to this one.
  private func indexLines(_ site: BuiltSite, _ plan: Plan) throws(DeployFailure) -> [UInt8] {
    var lines: [UInt8] = []
    func remove(_ key: String) { lines += Array("0 \(Self.noObject)\t\(key)\0".utf8) }
    for key in plan.deletes { remove(key) }
    let keys = plan.uploads.map(\.file.key)
    for file in plan.uploads { _ = try site.bytes(of: file.file) }
    for (key, object) in zip(keys, try objects(of: keys, below: site.root)) {
      lines += Array("100644 \(object)\t\(key)\0".utf8)
    }
    var extras: [(String, [UInt8])] = [(Manifest.key, plan.manifest.json), (".nojekyll", [])]
    if let domain { extras.append(("CNAME", Array("\(domain)\n".utf8))) }
    for (key, bytes) in extras {
      let object = try word(repository.git(["hash-object", "-w", "--stdin"], input: bytes))
      lines += Array("100644 \(object)\t\(key)\0".utf8)
    }
    return lines
  }

  /// Stores files as they are, without the filters of a checkout, and tells their names as objects.
  private func objects(of keys: [String], below root: Path) throws(DeployFailure) -> [String] {
    guard !keys.isEmpty else { return [] }
    let folder = root.real
    let names = keys.map { folder.appending($0).text }.joined(separator: "\n")
    let output = try repository.git(
      ["hash-object", "-w", "--no-filters", "--stdin-paths"], input: Array("\(names)\n".utf8))
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func commit(of tree: String, over tip: String?, at now: Instant) throws(DeployFailure) -> String {
    let date = "\(now.seconds) +0000"
    var arguments = ["commit-tree", tree, "-m", message]
    if keepsHistory, let tip { arguments += ["-p", tip] }
    return try word(
      repository.git(
        arguments,
        variables: [
          ("GIT_AUTHOR_NAME", Self.author), ("GIT_AUTHOR_EMAIL", Self.address), ("GIT_AUTHOR_DATE", date),
          ("GIT_COMMITTER_NAME", Self.author), ("GIT_COMMITTER_EMAIL", Self.address),
          ("GIT_COMMITTER_DATE", date),
        ]))
  }

  private func word(_ output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  private static let author = "sitegen"
  private static let address = "sitegen@localhost"
  /// What git calls a path that goes away.
  private static let noObject = String(repeating: "0", count: 40)
}
