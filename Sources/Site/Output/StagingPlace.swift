import Diagnostics
import Disk

/// Where a build is prepared: beside the output folder, or in it where nothing can be moved from beside.
///
/// A folder that is mounted by itself, or that lies in a folder of somebody else's, takes no file from its neighbours.
struct StagingPlace: ~Copyable, Sendable {
  let folder: Folder
  /// Keeps others from preparing a build here meanwhile; it goes with the process, however that ends.
  private let lock: FileLock

  /// Makes the place, or finds what an earlier build left there.
  init(for output: Path) throws(Mistake) {
    let folder: Folder
    do throws(DiskFailure) { folder = try Self.folder(for: output) } catch { throw error.mistake }
    lock = try Self.lock(folder, of: output)
    self.folder = folder
  }

  /// The journal of a build that was stopped, wherever it was prepared.
  static func holdsJournal(for output: Path) -> Bool {
    [beside(output), inside(output)].contains { File.exists($0.appending(OutputJournal.Name.journal)) }
  }

  /// Removes the place with all that is left in it.
  func remove() throws(DiskFailure) { try File.removeTree(folder.path) }

  /// Removes what a build that was stopped has left, but for the lock.
  func clear() throws(DiskFailure) {
    for name in try folder.names() where name != OutputJournal.Name.lock {
      try File.removeTree(folder.path.appending(name))
    }
  }
}

extension StagingPlace {
  private static func lock(_ folder: Folder, of output: Path) throws(Mistake) -> FileLock {
    do throws(DiskFailure) {
      if let lock = try FileLock(at: folder.path.appending(OutputJournal.Name.lock)) { return lock }
    } catch {
      throw error.mistake
    }
    throw Mistake(OutputFinding.busy, path: output.text, place: nil)
  }

  private static func beside(_ output: Path) -> Path {
    output.parent.appending(Array(".".utf8) + output.name + Array(".sitegen".utf8))
  }

  private static func inside(_ output: Path) -> Path { output.appending(".sitegen") }

  private static func folder(for output: Path) throws(DiskFailure) -> Folder {
    guard output.kind == .folder else { return try made(beside(output)) }
    if let place = usable(beside(output), for: output) { return place }
    return try made(inside(output))
  }

  /// The place, if it can be made and files go from there into the output; why not is told by the other place, if at all.
  private static func usable(_ path: Path, for output: Path) -> Folder? {
    do throws(DiskFailure) {
      let place = try made(path)
      if place.canMove(into: try Folder(opening: output)) { return place }
      try File.removeTree(path)
      return nil
    } catch {
      return nil
    }
  }

  private static func made(_ path: Path) throws(DiskFailure) -> Folder {
    try File.makeFolders(path)
    return try Folder(opening: path)
  }
}
