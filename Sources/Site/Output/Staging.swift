import Bytes
import Diagnostics
import Disk
import Synchronization

/// A new output, written where nobody looks until it is whole.
///
///     let staging = try Staging(output, of: sources, home: home)
///     try staging.write("blog/index.html", bytes)              // from any thread, in any order
///     try staging.copy(sources.appending("static/rack.jpg"), to: "rack.jpg")
///     let summary = try staging.commit()
///
/// Whenever the process ends, each file of the output is the old one or the new one; whether it ended before the
/// decision, in the midst of it or after it, the next build finds out and finishes or forgets it.
public final class Staging: Sendable {
  /// What is odd but does not keep the site from being written.
  public let mistakes: [Mistake]
  let start: StagingStart
  let place: StagingPlace
  /// Where files are written: the whole new tree, or the files that change, by their numbers.
  let files: Folder
  /// The output as it is; nil when a whole tree is built beside.
  let old: Folder?
  let state = Mutex(State())

  struct State {
    var outcomes: [OutputPlan.Outcome] = []
    /// The digests of the folders made so far in a whole tree.
    var folders: Set<UInt64> = []
    var next = 0
  }

  /// Opens the output of a site. What a build that was stopped had begun is finished first.
  ///
  /// - `sources` is the folder of the site, where `.sitegen/` remembers which files of the output are ours.
  /// - `home` is the user's, which is never written to.
  /// - With `trustsStamps`, an original that the system says is unchanged is not compared again.
  public init(_ output: Path, of sources: Path, home: Path?, trustsStamps: Bool = true) throws(Mistake) {
    var start = try StagingStart(output, of: sources, home: home, trustsStamps: trustsStamps)
    let place = try StagingPlace(for: start.output)
    try start.recover(in: place)
    do throws(DiskFailure) {
      let name = start.isWhole ? OutputJournal.Name.tree : OutputJournal.Name.files
      try place.folder.makeFolder(name)
      files = try Folder(opening: place.folder.path.appending(name))
      if start.isWhole { try files.adoptPermissions(of: start.output) }
      old = start.isWhole ? nil : try Folder(opening: start.output)
    } catch {
      throw error.mistake
    }
    mistakes = start.mistakes
    self.start = start
    self.place = place
  }

  /// Writes a file of the site, by its path below the output; one that is there with the same bytes is left alone.
  public func write(_ path: String, _ bytes: [UInt8]) throws(Mistake) {
    let digest = Digest(of: bytes.span).value
    try add(path, size: bytes.count, digest: digest, kind: .written) { folder, path in
      folder.holds(bytes.span, at: path)
    } write: { (folder, name) throws(DiskFailure) in
      try folder.write(bytes.span, to: name)
    }
  }

  /// Copies a file to a path below the output, sharing its bytes where the file system can; it is never linked.
  public func copy(_ file: Path, to path: String) throws(Mistake) {
    let original: Folder.Original
    do throws(DiskFailure) {
      original = try Folder.Original(file)
    } catch {
      throw Mistake(error.reason, path: start.shown(source: file), place: nil)
    }
    let digest = start.trustsStamps ? original.digest : nil
    try add(path, size: original.stamp.size, digest: digest, recorded: original.digest, kind: .copied) {
      folder, path in
      folder.holds(original, at: path)
    } write: { (folder, name) throws(DiskFailure) in
      try folder.copy(original, to: name)
    }
  }

  /// Forgets all that was written.
  public func abandon() throws(Mistake) {
    do throws(DiskFailure) { try place.remove() } catch { throw error.mistake }
  }
}
