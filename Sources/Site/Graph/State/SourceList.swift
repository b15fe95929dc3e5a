import Bytes
import Disk
import Workers

/// All files that a site is made of, as the system tells of them without reading them.
struct SourceList: Sendable, Equatable {
  /// From the root of the site, in the order of their folders and then of the bytes of their paths.
  private(set) var paths: [Path] = []
  private(set) var states: [FileState] = []
  /// Whether all folders could be looked through.
  private(set) var isWhole = true

  init() {}

  /// The folders that a site is made of; without `content/` its root is one.
  private static let folders = [
    "assets", "content", "data", "icons", "inventory", "scripts", "static", "strings", "styles", "syntaxes",
    "templates", "themes",
  ]

  /// Lists the files of a site; `output` is none of them.
  init(of root: Path, besides output: Path, workers: Workers) {
    let hasContent = File.exists(root.appending(SiteListing.contentFolder))
    if !hasContent {
      add("", of: root, besides: output, workers)
      return
    }
    for folder in Self.folders where File.exists(root.appending(folder)) {
      add(folder, of: root, besides: output, workers)
    }
    let settings = root.appending(SiteFolder.configurationName)
    if let state = FileState(of: settings) {
      paths.append(Path(SiteFolder.configurationName))
      states.append(state)
    }
  }

  private mutating func add(_ folder: String, of root: Path, besides output: Path, _ workers: Workers) {
    let place = root.appending(folder)
    do throws(DiskFailure) {
      let tree = try Tree(walking: folder.isEmpty ? root : place, workers: workers)
      if !tree.failures.isEmpty { isWhole = false }
      let built = output.real.relative(to: root.real).map { $0.bytes + [Path.separator] }
      for file in tree.files {
        if folder.isEmpty, let built, file.path.bytes.starts(with: built) { continue }
        paths.append(folder.isEmpty ? file.path : Path(folder).appending(file.path.bytes))
        states.append(file.state)
      }
    } catch {
      isWhole = false
    }
  }

  /// The files of a folder, as paths below it; nil where it could not be looked through.
  func files(in folder: String) -> [String]? {
    guard isWhole else { return nil }
    let prefix = Array("\(folder)/".utf8)
    return paths.filter { $0.bytes.starts(with: prefix) }.map {
      String(decoding: $0.bytes[prefix.count...], as: UTF8.self)
    }
  }

  /// The digests of the paths below a folder of files of which the system tells what another list told.
  func unchanged(since then: SourceList, below prefix: String) -> DigestSet {
    let prefix = Array(prefix.utf8)
    var known = DigestTable(capacity: then.paths.count)
    then.forEach(below: prefix) { known[$0] = $1.digest }
    var same = DigestSet(capacity: paths.count)
    forEach(below: prefix) { path, state in
      if known[path] == state.digest { same.insert(path) }
    }
    return same
  }

  private func forEach(below prefix: [UInt8], _ body: (UInt64, FileState) -> Void) {
    for (path, state) in zip(paths, states) where path.bytes.starts(with: prefix) {
      body(Digest(of: path.bytes.span.extracting(prefix.count...)).value, state)
    }
  }

  /// When the last of them was written, as far as stamps tell.
  var youngest: Int { states.reduce(0) { max($0, $1.modified, $1.changed) } }

  /// Writes what was seen; a file that was too young then, which is one of another clock, will be looked at again.
  func pack(into packer: inout Packer, seen: Int) {
    let latest = seen - FileState.tick
    packer.add(paths.count)
    for (path, state) in zip(paths, states) {
      packer.add(path.bytes)
      let isSettled = max(state.modified, state.changed) < latest
      packer.add(state.size)
      packer.add(fixed: UInt64(bitPattern: Int64(isSettled ? state.modified : 0)))
      packer.add(fixed: UInt64(bitPattern: Int64(state.changed)))
      packer.add(state.number)
    }
  }

  /// The bytes of a list whose files are all settled.
  var packed: [UInt8] {
    var packer = Packer()
    packer.bytes.reserveCapacity(paths.count * 96)
    pack(into: &packer, seen: .max)
    return packer.bytes
  }

  init(from unpacker: inout Unpacker) {
    // What could not be looked through is no reason to believe that nothing changed.
    let count = unpacker.count()
    paths.reserveCapacity(count)
    states.reserveCapacity(count)
    for _ in 0..<count {
      paths.append(Path(bytes: unpacker.run()))
      let size = unpacker.int()
      let modified = Int(Int64(bitPattern: unpacker.fixed()))
      let changed = Int(Int64(bitPattern: unpacker.fixed()))
      states.append(FileState(size: size, modified: modified, changed: changed, number: unpacker.int()))
    }
  }
}

extension FileState {
  fileprivate var digest: UInt64 {
    var mixer = Mixer()
    mixer.add(size)
    mixer.add(modified)
    mixer.add(changed)
    mixer.add(number)
    return mixer.value
  }
}
