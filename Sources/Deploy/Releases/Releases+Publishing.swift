import Disk

extension Releases {
  /// Builds a release and serves it.
  public func publish(_ site: BuiltSite, _ plan: Plan, as release: String) throws(DeployFailure) {
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.makeFolders(records) }
    let lock: FileLock?
    do throws(DiskFailure) { lock = try FileLock(at: records.appending("lock")) } catch { throw .disk(error) }
    guard let lock else { throw .locked(by: records.appending("lock").text) }
    let partial = releases.appending(".\(release).partial")
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try removeLeftovers()
      try File.makeFolders(partial)
    }
    try fill(partial, with: site, plan)
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try File.flush(fileSystemOf: root)
      try File.move(partial, to: releases.appending(release))
      try File.write(plan.manifest.json, to: records.appending("\(release).json"))
      try serve(release)
    }
    try prune()
    _ = consume lock
  }

  /// Serves an earlier release again: the one that is named, else the one before the current; returns its name.
  public func rollBack(to named: String?) throws(DeployFailure) -> String {
    let all = try all()
    let release: String
    if let named {
      guard all.contains(named) else { throw .objection(.noSuchRelease(named, known: all)) }
      release = named
    } else {
      guard let current, let place = all.firstIndex(of: current), place > 0 else {
        throw .objection(.noEarlierRelease)
      }
      release = all[place - 1]
    }
    try DeployFailure.onDisk { () throws(DiskFailure) in try serve(release) }
    return release
  }

  /// Points the link at a release, in one step: there is no moment without a link.
  private func serve(_ release: String) throws(DiskFailure) {
    let fresh = root.appending("current.new")
    try File.remove(fresh)
    try File.makeLink(to: "\(Self.folder)/\(release)", at: fresh)
    try File.move(fresh, to: currentLink)
  }
}

extension Releases {
  /// Puts the site's files into a new folder: those of the last release get a second name, the others are written.
  private func fill(_ partial: Path, with site: BuiltSite, _ plan: Plan) throws(DeployFailure) {
    let last = current.map { releases.appending($0) }
    var sent = Set(plan.uploads.map(\.file.key))
    var folders: Set<Path> = []
    for file in site.files {
      let place = partial.appending(file.key)
      try makeFolder(of: place, known: &folders)
      if let last, !sent.contains(file.key), File.link(last.appending(file.key), to: place) { continue }
      let bytes = try site.bytes(of: file)
      try DeployFailure.onDisk { () throws(DiskFailure) in try File.write(bytes, to: place, durably: false) }
      sent.insert(file.key)
    }
    guard let last else { return }
    for key in plan.kept {
      let place = partial.appending(key)
      try makeFolder(of: place, known: &folders)
      guard !File.link(last.appending(key), to: place) else { continue }
      try DeployFailure.onDisk { () throws(DiskFailure) in
        try File.write(try File.read(last.appending(key)), to: place, durably: false)
      }
    }
  }

  private func makeFolder(of place: Path, known: inout Set<Path>) throws(DeployFailure) {
    guard known.insert(place.parent).inserted else { return }
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.makeFolders(place.parent) }
  }

  /// What a deploy that was stopped left behind.
  private func removeLeftovers() throws(DiskFailure) {
    guard File.exists(releases) else { return }
    for name in try File.names(in: releases) where name.first == UInt8(ascii: ".") {
      try File.removeTree(releases.appending(name))
    }
  }

  /// Removes the oldest releases; the one that is served always stays.
  private func prune() throws(DeployFailure) {
    let all = try all()
    let served = current
    for release in all.dropLast(keep) where release != served {
      try DeployFailure.onDisk { () throws(DiskFailure) in
        try File.removeTree(releases.appending(release))
        try File.remove(records.appending("\(release).json"))
      }
    }
  }
}
