import Disk
import Workers

extension Releases {
  /// Builds a release and serves it.
  public func publish(
    _ site: BuiltSite, _ plan: Plan, as release: String, _ course: Course = Course()
  ) throws(DeployFailure) {
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.makeFolders(records) }
    let lock: FileLock?
    do throws(DiskFailure) { lock = try FileLock(at: records.appending("lock")) } catch { throw .disk(error) }
    guard let lock else { throw .locked(by: records.appending("lock").text) }
    let release = unused(release)
    let partial = releases.appending(".\(release).partial")
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try removeLeftovers()
      try File.makeFolders(partial)
    }
    try compressor?.prepare(
      site.files, as: CompressedForm.allCases, from: site, workers: Workers(count: Workers.processors))
    try fill(partial, with: site, plan, course)
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try File.flush(fileSystemOf: root)
      // A release without its record could not be served; a record without its release harms nobody.
      try File.write(plan.manifest.json, to: records.appending("\(release).json"))
      try File.move(partial, to: releases.appending(release))
      try serve(release)
    }
    try prune()
    try compressor?.forget(allBut: site.files)
    _ = consume lock
  }

  /// The name, or one like it: two deploys may come within a second.
  private func unused(_ release: String) -> String {
    var name = release
    var number = 2
    while File.exists(releases.appending(name)) {
      name = "\(release)-\(number)"
      number += 1
    }
    return name
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
  private func fill(
    _ partial: Path, with site: BuiltSite, _ plan: Plan, _ course: Course
  ) throws(DeployFailure) {
    let last = current.map { releases.appending($0) }
    var sent = Set(plan.uploads.map(\.file.key))
    var folders: Set<Path> = []
    let names = Set(site.files.map(\.key))
    var written = 0
    for file in site.files {
      let place = partial.appending(file.key)
      try makeFolder(of: place, known: &folders)
      let isOld = !sent.contains(file.key)
      if isOld, let last, File.link(last.appending(file.key), to: place) {
        try addForms(of: file, besides: last, to: partial, names)
        continue
      }
      let bytes = try site.bytes(of: file)
      try DeployFailure.onDisk { () throws(DiskFailure) in try File.write(bytes, to: place, durably: false) }
      try addForms(of: file, besides: nil, to: partial, names)
      sent.insert(file.key)
      written += 1
      course.progress(written, plan.uploads.count)
    }
    guard let last else { return }
    try keep(plan.kept, of: last, in: partial, &folders)
  }

  /// Puts the compressed forms of a file beside it; those of an unchanged file are names of the last release's.
  private func addForms(
    of file: SiteFile, besides last: Path?, to partial: Path, _ names: Set<String>
  ) throws(DeployFailure) {
    guard let compressor else { return }
    for form in CompressedForm.allCases {
      let key = "\(file.key).\(form.rawValue)"
      guard !names.contains(key), let bytes = try compressor.bytes(of: file, as: form) else { continue }
      if let last, File.link(last.appending(key), to: partial.appending(key)) { continue }
      try DeployFailure.onDisk { () throws(DiskFailure) in
        try File.write(bytes, to: partial.appending(key), durably: false)
      }
    }
  }

  /// Takes assets of the last release over that no page asks for any more.
  private func keep(
    _ kept: [String], of last: Path, in partial: Path, _ folders: inout Set<Path>
  ) throws(DeployFailure) {
    for key in kept {
      let place = partial.appending(key)
      try makeFolder(of: place, known: &folders)
      guard !File.link(last.appending(key), to: place) else { continue }
      try DeployFailure.onDisk { () throws(DiskFailure) in
        try File.write(try File.read(last.appending(key), limit: .max), to: place, durably: false)
      }
    }
    for key in kept {
      // They may have none.
      for form in CompressedForm.allCases {
        let name = "\(key).\(form.rawValue)"
        _ = File.link(last.appending(name), to: partial.appending(name))
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
