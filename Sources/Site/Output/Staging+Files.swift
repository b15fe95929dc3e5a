import Bytes
import Diagnostics
import Disk
import Synchronization

// How one file of the site finds its place.

extension Staging {
  /// Keeps a file that the last build wrote; answers no where it is not there as it was left.
  ///
  /// - With `comparing`, its bytes are read and compared with what was written.
  func keep(_ path: String, comparing: Bool = false) -> Bool {
    guard let old, let place = start.place(of: path), case .file(let stamp) = old.finding(at: path) else {
      return false
    }
    let known = start.record.entries[place]
    guard stamp.size == known.stamp.size else { return false }
    if comparing || stamp != known.stamp {
      guard Digest.file(old.path.appending(path)) == known.digest else { return false }
    }
    keep(
      OutputPlan.Outcome(
        path: path, kind: .unchanged, entry: OutputRecord.Entry(stamp: stamp, digest: known.digest),
        number: nil,
        replacesFolder: false, place: place))
    return true
  }

  /// Takes a file, unless it is there already; what is wrong with its place is told when all are known.
  ///
  /// - `digest` is what the record must say of a file that is up to date; nil when the record is not to be believed.
  /// - `recorded` is what it will say.
  func add(
    _ path: String, size: Int, digest: UInt64?, recorded: UInt64? = nil, kind: OutputPlan.Outcome.Kind,
    holds: (Folder, String) -> Bool, write: (Folder, String) throws(DiskFailure) -> FileStamp
  ) throws(Mistake) {
    let digest = Wanted(
      size: size, digest: digest, recorded: recorded ?? digest ?? 0, isContent: kind == .written)
    guard path.isOutputPath else {
      return keep(path, .conflict(.badName), digest.entry(FileStamp(size: 0, modified: 0)))
    }
    var replacesFolder = false
    if let old {
      switch match(old.finding(at: path), digest, at: path, holds: holds) {
      case .same(let entry): return keep(path, .unchanged, entry)
      case .conflict(let finding):
        return keep(path, .conflict(finding), digest.entry(FileStamp(size: 0, modified: 0)))
      case .folder: replacesFolder = true
      case .other: break
      }
    }
    do throws(DiskFailure) {
      let number = old == nil ? nil : nextNumber()
      if number == nil { try makeFolder(above: path) }
      let stamp = try write(files, number.map(String.init) ?? path)
      keep(path, kind, digest.entry(stamp), number: number, replacesFolder: replacesFolder)
    } catch {
      throw Mistake(error.reason, path: start.shown(path), place: nil)
    }
  }
}

/// What a file should be.
private struct Wanted {
  let size: Int
  let digest: UInt64?
  let recorded: UInt64
  /// The digest is that of the bytes: another one means other bytes. An original may be younger and yet the same.
  let isContent: Bool

  func entry(_ stamp: FileStamp) -> OutputRecord.Entry { OutputRecord.Entry(stamp: stamp, digest: recorded) }
}

/// How what is there and what should be there agree.
private enum Match {
  case same(OutputRecord.Entry)
  case conflict(OutputFinding)
  case folder, other
}

extension Staging {
  /// The record decides as long as the file was not touched since; then its bytes do.
  private func match(
    _ finding: Folder.Finding, _ wanted: Wanted, at path: String, holds: (Folder, String) -> Bool
  ) -> Match {
    guard let old else { return .other }
    switch finding {
    case .nothing: return .other
    case .folder: return .folder
    case .other: return .conflict(.foreignFile)
    case .file(let stamp):
      let known = start.entry(at: path)
      if let known, known.stamp == stamp, let digest = wanted.digest {
        if known.digest == digest { return .same(wanted.entry(stamp)) }
        if wanted.isContent { return .other }
      }
      if stamp.size == wanted.size, holds(old, path) { return .same(wanted.entry(stamp)) }
      return known == nil ? .conflict(.foreignFile) : .other
    }
  }

  private func keep(
    _ path: String, _ kind: OutputPlan.Outcome.Kind, _ entry: OutputRecord.Entry, number: Int? = nil,
    replacesFolder: Bool = false
  ) {
    keep(
      OutputPlan.Outcome(
        path: path, kind: kind, entry: entry, number: number, replacesFolder: replacesFolder,
        place: start.place(of: path)))
  }

  private func keep(_ outcome: OutputPlan.Outcome) { state.withLock { $0.outcomes.append(outcome) } }

  private func nextNumber() -> Int {
    state.withLock { state in
      state.next += 1
      return state.next
    }
  }

  /// Makes the folder of a file, once.
  private func makeFolder(above path: String) throws(DiskFailure) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = path.utf8[..<slash]
    let digest = folder.withContiguousStorageIfAvailable { Digest(of: $0.span).value }
    if let digest, state.withLock({ $0.folders.contains(digest) }) { return }
    try files.makeFolder(String(path[..<slash]))
    if let digest { state.withLock { _ = $0.folders.insert(digest) } }
  }
}

extension Folder.Original {
  /// All that the system tells of the file, as one number.
  var digest: UInt64 {
    var out: [UInt8] = []
    out.append(text: "\(state.device) \(state.number) \(stamp.size) \(state.modified) \(state.changed)")
    return Digest(of: out.span).value
  }
}

extension String {
  /// Tells whether this names a file below a folder: no part is empty, `.` or `..`, and no control character is in it.
  var isOutputPath: Bool {
    var part = 0
    var dots = 0
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        guard part > 0, dots != part || part > 2 else { return false }
        (part, dots) = (0, 0)
        continue
      case UInt8(ascii: "."): dots += 1
      case 0..<0x20, 0x7F: return false
      default: break
      }
      part += 1
    }
    return part > 0 && (dots != part || part > 2)
  }
}
