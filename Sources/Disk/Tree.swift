import Workers

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder and all that lies in it, in the order of the bytes of the paths.
public struct Tree: Sendable {
  /// One file of the tree.
  public struct Entry: Sendable {
    /// The path from the root of the tree.
    public let path: Path
    public let size: Int
    /// All that the system tells of it without reading it.
    public let state: FileState
  }

  public let files: [Entry]
  /// What could not be taken: it is left out of `files`, and told.
  public let failures: [DiskFailure]

  /// Which files of a folder are taken.
  public enum Choice: Sendable {
    /// What can be published: no hidden files but those below `.well-known`, and only names that an address can hold.
    case publishable
    /// Hidden files too, and names of any bytes. Hidden folders (`.git`) hold a program's own state: they stay out.
    case everything
    /// All that lies there, hidden folders too, with names that an address can hold: a site that was built.
    case whole
  }

  /// Walks a folder; links are followed as long as they stay in the tree. Large folders are looked through by several
  /// workers at once.
  public init(
    walking root: Path, taking choice: Choice = .publishable, workers: Workers = Workers(count: 1)
  ) throws(DiskFailure) {
    guard let status = System.status(of: root) else { throw DiskFailure(.absent, at: root) }
    guard System.isKind(S_IFDIR, status), let home = System.realPath(of: root) else {
      throw DiskFailure(.system(doing: .read, reason: String(cString: strerror(ENOTDIR))), at: root)
    }
    var walk = Walk(root: root, home: home, choice: choice, workers: workers)
    walk.run()
    files = walk.files.sorted { $0.path < $1.path }
    failures = walk.failures.sorted { $0.path < $1.path }
  }
}

/// The state of one walk: folders still to be read, with an explicit stack.
private struct Walk {
  /// The folder of RFC 8615, in which other sites look for what they must know of this one.
  static let wellKnown = Array(".well-known".utf8)

  let root: Path
  let home: Path
  let choice: Tree.Choice
  let workers: Workers
  var files: [Tree.Entry] = []
  var failures: [DiskFailure] = []

  init(root: Path, home: Path, choice: Tree.Choice, workers: Workers) {
    self.root = root
    self.home = home
    self.choice = choice
    self.workers = workers
  }

  mutating func run() {
    var folders: [(path: Path, real: Path, above: [Path])] = [(Path(""), home, [])]
    while let folder = folders.popLast() {
      let place = folder.path.bytes.isEmpty ? root : root.appending(folder.path.bytes)
      guard let entries = System.entries(in: place, workers: workers) else {
        failures.append(DiskFailure(.system(doing: .read, reason: System.reason), at: folder.path))
        continue
      }
      for (name, own) in entries {
        let isHidden = name.first == UInt8(ascii: ".")
        if isHidden, choice == .publishable, name != Self.wellKnown { continue }
        let path = folder.path.appending(name)
        guard let status = accepted(path, name: name, own) else { continue }
        if System.isKind(S_IFDIR, status) {
          if isHidden, choice == .everything { continue }
          guard let real = System.realPath(of: root.appending(path.bytes)) else { continue }
          if folder.above.contains(real) || real == folder.real {
            failures.append(DiskFailure(.linkLoop, at: path))
          } else {
            folders.append((path, real, folder.above + [folder.real]))
          }
        } else if System.isKind(S_IFREG, status) {
          files.append(Tree.Entry(path: path, size: Int(status.st_size), state: FileState(status)))
        } else {
          failures.append(DiskFailure(.isNoFile, at: path))
        }
      }
    }
  }

  /// What the path leads to, where its name is one that can be published and no link leads out.
  private mutating func accepted(_ path: Path, name: [UInt8], _ own: stat?) -> stat? {
    func refuse(_ reason: DiskFailure.Reason) -> stat? {
      failures.append(DiskFailure(reason, at: path))
      return nil
    }
    if choice != .everything {
      let isPlain = name.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
      guard isPlain || String(validating: name, as: UTF8.self) != nil else { return refuse(.nameNotUTF8) }
      guard isPlain || !name.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
        return refuse(.nameWithControl)
      }
    }
    if let own, !System.isKind(S_IFLNK, own) { return own }
    let place = root.appending(path.bytes)
    guard own ?? System.status(of: place, followingLinks: false) != nil else {
      return refuse(.system(doing: .read, reason: System.reason))
    }
    guard let status = System.status(of: place) else {
      return refuse(errno == ELOOP ? .linkLoop : .system(doing: .read, reason: System.reason))
    }
    guard let real = System.realPath(of: place) else { return refuse(.linkLoop) }
    guard real.isAtOrBelow(home) else {
      return refuse(.linkOut(to: real.text))
    }
    return status
  }
}
