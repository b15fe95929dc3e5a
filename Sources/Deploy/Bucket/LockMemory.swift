import Disk

/// What this machine wrote into the lock of a target the last time; it keeps a second deploy of this machine out.
struct LockMemory: ~Copyable {
  /// What a deploy that did not come to its end left in the lock; nil when the last one did.
  let before: String?
  private let file: Path?
  private let guarding: FileLock?

  /// Takes the folder for one deploy; without a folder nothing is remembered.
  init(in folder: Path?, writing token: String) throws(DeployFailure) {
    guard let folder else {
      self.init(before: nil, file: nil, guarding: nil)
      return
    }
    let file = folder.appending("lock-token")
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.makeFolders(folder) }
    let held: FileLock?
    do throws(DiskFailure) { held = try FileLock(at: folder.appending("lock")) } catch { throw .disk(error) }
    guard let held else { throw .locked(by: folder.appending("lock").text) }
    let before: String? = try DeployFailure.onDisk { () throws(DiskFailure) in
      guard File.exists(file) else { return nil }
      return String(decoding: try File.read(file), as: UTF8.self)
    }
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.write(Array(token.utf8), to: file) }
    self.init(before: before, file: file, guarding: consume held)
  }

  private init(before: String?, file: Path?, guarding: consuming FileLock?) {
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
