import Bytes
import Diagnostics
import Disk

/// What is known of the output before a new one is begun: where it lies, what is in it, what of that is ours.
struct StagingStart: Sendable {
  /// With all links followed.
  let output: Path
  /// As whoever runs the program wrote it.
  let written: Path
  let sources: Path
  let trustsStamps: Bool
  /// Where the record is kept; nil where nothing can be kept.
  private(set) var recordPath: Path?
  private(set) var record = OutputRecord()
  private var index = DigestTable()
  /// There is nothing yet: a whole tree is built, and gets the folder's name.
  private(set) var isWhole = false
  private(set) var mistakes: [Mistake] = []
  /// Whether a build was stopped while its decision was carried out; until that is finished, the record is behind.
  private let wasStopped: Bool

  /// Looks, and refuses what must not be written to; only the folder of the record is made.
  init(_ output: Path, of sources: Path, home: Path?, trustsStamps: Bool) throws(Mistake) {
    try OutputGuard(output: output, sources: sources, home: home).check()
    written = output
    self.output = output.real
    self.sources = sources
    self.trustsStamps = trustsStamps
    wasStopped = StagingPlace.holdsJournal(for: self.output)
    prepareRecord()
    try look(allowingForeign: wasStopped)
  }

  /// Finishes what a build that was stopped had decided, and forgets what it had only begun.
  mutating func recover(in place: borrowing StagingPlace) throws(Mistake) {
    let path = place.folder.path.appending(OutputJournal.Name.journal)
    var owner = recordPath?.text
    do throws(DiskFailure) {
      if File.exists(path) {
        let journal = OutputJournal(text: try File.read(path))
        owner = journal.owner
        if owner == recordPath?.text { try finish(journal, in: place) }
      }
      if owner == recordPath?.text { try place.clear() }
    } catch {
      throw error.mistake
    }
    if let owner, owner != recordPath?.text {
      throw Mistake(OutputFinding.unfinished(by: owner), path: written.text, place: nil)
    }
    if wasStopped { try look(allowingForeign: false) }
  }

  /// Takes the steps of a journal, and keeps the record that belongs to it.
  func finish(_ journal: OutputJournal, in place: borrowing StagingPlace) throws(DiskFailure) {
    try journal.run(from: place.folder, into: output)
    let record = place.folder.path.appending(OutputJournal.Name.record)
    if let recordPath, File.exists(record) { try File.write(try File.read(record), to: recordPath) }
  }

  /// Where the record tells of a path; nil where it does not.
  func place(of path: String) -> Int? { index[path] }

  /// What the last build wrote at a path; nil when it wrote nothing there.
  func entry(at path: String) -> OutputRecord.Entry? { index[path].map { record.entries[$0] } }

  /// The path of a file of the output, as messages show it.
  func shown(_ path: String) -> String { written.appending(path).text }

  /// The path of a file of the site, as messages show it.
  func shown(source file: Path) -> String { (file.relative(to: sources) ?? file).text }
}

extension StagingStart {
  private mutating func prepareRecord() {
    let folder = OutputRecord.folder(in: sources)
    do throws(DiskFailure) {
      try File.makeFolders(folder)
      guard folder.isWritable else {
        throw DiskFailure(.system(doing: .write, reason: "Permission denied"), at: folder)
      }
      recordPath = OutputRecord.path(for: output, in: sources.real)
    } catch {
      guard case .system(_, let reason) = error.reason else { return }
      mistakes.append(Mistake(OutputFinding.noState(reason: reason), path: folder.text, place: nil))
    }
  }

  private mutating func look(allowingForeign: Bool) throws(Mistake) {
    let names = try names()
    isWhole = names.isEmpty
    guard !isWhole else {
      record = OutputRecord()
      return
    }
    let known = try knownRecord()
    record = known ?? OutputRecord()
    index = record.index
    let foreign = names.first { !Self.passed.contains($0) }
    if known == nil, let foreign, !allowingForeign {
      throw Mistake(OutputFinding.foreignFolder(holds: foreign), path: written.text, place: nil)
    }
  }

  /// A branch that is published from, checked out here; and our own staging, where it lies inside.
  private static let passed = [".git", ".sitegen"]

  private func names() throws(Mistake) -> [String] {
    guard output.kind == .folder else { return [] }
    do throws(DiskFailure) { return try Folder(opening: output).names() } catch { throw error.mistake }
  }

  private func knownRecord() throws(Mistake) -> OutputRecord? {
    guard let recordPath, File.exists(recordPath) else { return nil }
    do throws(DiskFailure) { return OutputRecord(text: try File.read(recordPath)) } catch {
      throw error.mistake
    }
  }
}
