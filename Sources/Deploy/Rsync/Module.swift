import Disk
import Programs

/// A module of an rsync server, which has no shell: files are put in their places in the order of the phases.
public struct Module: Sendable {
  /// `rsync://host/module/folder`, without a slash at the end.
  let address: String
  let port: Int
  let password: String?
  /// A folder of our own for what is fetched.
  let scratch: Path
  let compressor: Compressor?

  public init(_ address: String, _ settings: RsyncSettings, password: String?, scratch: Path) {
    self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
    port = settings.port
    self.password = password
    self.scratch = scratch
    compressor = settings.precompress ? Compressor(in: scratch.appending("compressed")) : nil
  }

  /// Fetches the record of the last deploy, and lists what lies there where there is none.
  public func state() throws(DeployFailure) -> TargetState {
    let manifest = try record(Manifest.key)
    if let pending = try record(Manifest.pendingKey) {
      return TargetState(manifest: Manifest.doubted(manifest, pending: pending))
    }
    if let manifest { return TargetState(manifest: manifest) }
    let listed = try rsync(["--list-only", "-r", "--", "\(address)/"])
    guard listed.succeeded else { throw .refused(command: "rsync", said: listed.complaint) }
    return TargetState(manifest: nil, objects: Self.objects(in: listed.output))
  }

  /// Sends the phases in their order, then the record, and deletes last.
  public func publish(
    _ site: BuiltSite, _ plan: Plan, _ course: Course = Course()
  ) throws(DeployFailure) {
    // The server has no lock to offer; another deploy of this machine is kept out.
    let memory = try LockMemory(in: scratch, writing: "\(plan.manifest.deploy)")
    let copy = try compressor.map { compressor throws(DeployFailure) in
      try CompressedCopy(of: site, at: scratch.appending("copy"), by: compressor)
    }
    try transfer(plan.pending, as: Manifest.pendingKey)
    var sent = 0
    var stale: [String] = []
    for phase in Phase.allCases {
      let keys = plan.uploads(in: phase).map(\.file.key)
      let forms = keys.flatMap { copy?.forms[$0] ?? [] }
      try transfer(keys + forms, from: copy?.root ?? site.root)
      if copy != nil { stale += Set(Self.forms(of: keys)).subtracting(forms) }
      sent += keys.count
      course.progress(sent, plan.uploads.count)
    }
    try transfer(plan.manifest, as: Manifest.key)
    try course.purge()
    // A file whose forms were sent once, and which has none now, would go on being served by them.
    for keys in [stale] + plan.deletesInOrder.map({ copy == nil ? $0 : $0 + Self.forms(of: $0) }) {
      try delete(keys.filter { plan.manifest.files[$0] == nil })
    }
    try delete([Manifest.pendingKey])
    try memory.forget()
  }
}

extension Module {
  /// Deletes files there: those that are named and missing here; no other file is. Their folders must be here.
  ///
  /// What is missing here and not left out by a rule is deleted. The option for just this, `--delete-missing-args`, is
  /// refused by the rsync 3.2.7 that Debian 12 has.
  private func delete(_ keys: [String]) throws(DeployFailure) {
    guard !keys.isEmpty else { return }
    let empty = scratch.appending("empty")
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try File.removeTree(empty)
      try File.makeFolders(empty)
      for folder in Set(keys.map { empty.appending($0).parent }) { try File.makeFolders(folder) }
    }
    let outcome = try rsync(
      ["-r", "--delete", "--force", "--include-from=-", "--exclude=*", "--", source(empty), "\(address)/"],
      input: Array(Self.rules(for: keys).map { "\($0)\n" }.joined().utf8))
    guard outcome.succeeded else { throw .refused(command: "rsync", said: outcome.complaint) }
  }

  /// Patterns that files and the folders above them match, and nothing else does.
  static func rules(for keys: [String]) -> [String] {
    var folders: Set<Substring> = []
    for key in keys {
      var rest = key[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        guard folders.insert(rest).inserted else { break }
      }
    }
    return folders.sorted().map { "/\(pattern(String($0)))/" } + keys.map { "/\(pattern($0))" }
  }

  /// A name as a pattern: its signs mean themselves. In one without wildcards a backslash does so already.
  private static func pattern(_ name: String) -> String {
    guard name.contains(where: { "*?[".contains($0) }) else { return name }
    return name.map { "*?[\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }

  /// A folder here, as rsync reads it: never as a place elsewhere, and all that is in it.
  private func source(_ folder: Path) -> String {
    folder.text.hasPrefix("/") ? "\(folder.text)/" : "./\(folder.text)/"
  }

  /// Fetches one of our own records; nil where there is none.
  private func record(_ key: String) throws(DeployFailure) -> Manifest? {
    let place = scratch.appending("fetched.json")
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try File.makeFolders(scratch)
      try File.remove(place)
    }
    let fetched = try rsync(["-t", "--", "\(address)/\(key)", place.text])
    // 23: some files could not be transferred, here because there is no record.
    if fetched.status == 23 { return nil }
    guard fetched.succeeded else { throw .refused(command: "rsync", said: fetched.complaint) }
    let bytes = try DeployFailure.onDisk { () throws(DiskFailure) in try File.read(place) }
    guard let manifest = Manifest(json: bytes) else { throw .damagedRecord("\(address)/\(key)") }
    return manifest
  }

  private func transfer(_ record: Manifest, as key: String) throws(DeployFailure) {
    let place = scratch.appending(key)
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try File.makeFolders(place.parent)
      try File.write(record.json, to: place)
    }
    try transfer([key], from: scratch)
  }

  private static func forms(of keys: [String]) -> [String] {
    keys.flatMap { key in CompressedForm.allCases.map { "\(key).\($0.rawValue)" } }
  }

  private func transfer(_ keys: [String], from root: Path) throws(DeployFailure) {
    guard !keys.isEmpty else { return }
    let outcome = try rsync(
      [
        "-r", "--checksum", "--delay-updates", "--chmod=D755,F644", "--files-from=-", "--", source(root),
        "\(address)/",
      ],
      input: Array(keys.map { "\($0)\n" }.joined().utf8))
    guard outcome.succeeded else { throw .refused(command: "rsync", said: outcome.complaint) }
  }

  private func rsync(_ arguments: [String], input: [UInt8] = []) throws(DeployFailure) -> Program.Outcome {
    // A module has no locks: what were still sending after us would meet the next deploy.
    var program = Program(["rsync"] + (port > 0 ? ["--port=\(port)"] : []) + arguments)
    program.isBound = true
    program.input = input
    program.variables = [("LC_ALL", "C")]
    if let password { program.variables.append(("RSYNC_PASSWORD", password)) }
    return try DeployFailure.running(program)
  }

  /// Reads `-rw-r--r--  1,234 2026/11/21 10:15:00 path` as rsync lists files.
  static func objects(in listing: [UInt8]) -> [String: TargetState.Object] {
    var objects: [String: TargetState.Object] = [:]
    for line in String(decoding: listing, as: UTF8.self).split(separator: "\n") where line.hasPrefix("-") {
      let fields = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: true)
      guard fields.count == 5 else { continue }
      let size = Int(fields[1].filter(\.isNumber)) ?? 0
      objects[String(fields[4])] = TargetState.Object(size: size, md5: nil)
    }
    return objects
  }
}
