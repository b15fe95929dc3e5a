import Disk

/// What this machine wrote into the lock of a target since it was last given back; it keeps a second deploy of this
/// machine out.
///
/// More than one word is remembered: what a deploy had asked for may still be done when it is dead, and so the lock may
/// be that of any of them.
struct LockMemory: ~Copyable {
  /// What deploys that did not come to their end may have left in the lock, the last at the end.
  let before: [String]
  private let file: Path?
  private let guarding: FileLock?

  /// Takes the folder for one deploy; without a folder nothing is remembered.
  init(in folder: Path?, writing token: String) throws(DeployFailure) {
    guard let folder else {
      self.init(before: [], file: nil, guarding: nil)
      return
    }
    let file = folder.appending("lock-token")
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.makeFolders(folder) }
    let held: FileLock?
    do throws(DiskFailure) { held = try FileLock(at: folder.appending("lock")) } catch { throw .disk(error) }
    guard let held else { throw .locked(by: folder.appending("lock").text) }
    let before: [String] = try DeployFailure.onDisk { () throws(DiskFailure) in
      guard File.exists(file) else { return [] }
      return String(decoding: try File.read(file), as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let tokens = (before + [token]).suffix(Self.most).joined(separator: "\n")
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.write(Array(tokens.utf8), to: file) }
    self.init(before: before, file: file, guarding: consume held)
  }

  /// Nobody stops more deploys in a row than this.
  private static let most = 50

  private init(before: [String], file: Path?, guarding: consuming FileLock?) {
    self.before = before
    self.file = file
    self.guarding = guarding
  }

  /// Forgets it: the lock was given back.
  func forget() throws(DeployFailure) {
    guard let file else { return }
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.remove(file) }
  }
}
