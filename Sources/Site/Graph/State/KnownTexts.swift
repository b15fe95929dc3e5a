import Bytes
import Diagnostics
import Disk
import Frontmatter
import Highlight
import Language
import Markdown

/// The content files of an earlier build, as far as they have not changed since: nobody reads them again.
struct KnownTexts: Sendable {
  /// The state that they are kept in.
  let bytes: [UInt8]
  private var places: [Place] = []
  /// The number of each file's place, by its path below `content/`.
  private var numbers: DigestTable

  /// Where one file's record lies, and what is told of it first.
  struct Place {
    fileprivate let path: Range<Int>
    fileprivate let range: Range<Int>
    /// The digest of the file's bytes when it was last read.
    let raw: UInt64
  }

  /// Finds the records in a part of a state.
  init(from unpacker: inout Unpacker, in bytes: [UInt8]) {
    self.bytes = bytes
    let count = unpacker.count()
    places.reserveCapacity(count)
    numbers = DigestTable(capacity: count)
    for number in 0..<count {
      let path = unpacker.skipRun()
      let raw = unpacker.fixed()
      places.append(Place(path: path, range: unpacker.skipRun(), raw: raw))
      numbers[Digest(of: bytes.span.extracting(path)).value] = UInt64(number)
    }
  }

  /// The paths of the files below `content/`.
  var paths: some Sequence<String> {
    places.lazy.map { String(decoding: bytes[$0.path], as: UTF8.self) }
  }

  /// Where a file's record lies; nil for a file that there was not.
  func place(of path: String) -> Place? { numbers[path].map { places[$0] } }

  /// The record of a file, to be kept as it is; nil where the file has changed, or what git says of it.
  func packed(_ file: LoadedFile) -> PackedText? {
    guard let place = place(of: file.entry.file.path), place.raw == file.raw,
      history(in: place) == file.entry.history
    else { return nil }
    return .kept(path: file.entry.file.path, raw: file.raw, record: bytes[place.range])
  }

  /// What the commits said of a file then.
  func history(of path: String) -> FileHistory? { place(of: path).flatMap(history) }

  private func history(in place: Place) -> FileHistory? {
    var unpacker = Unpacker(bytes, in: place.range)
    return FileHistory(from: &unpacker)
  }

  /// A file as it was read then; `read` gives its text to whoever needs it.
  func file(
    _ file: ContentFile, at place: Place, with reading: ContentReading, on shelf: TextShelf?,
    read: @escaping @Sendable () -> Article
  ) -> LoadedFile? {
    var unpacker = Unpacker(bytes, in: place.range)
    let known = FileHistory(from: &unpacker)
    let metadata = Metadata(from: &unpacker)
    let consequences = Entry.Consequences(from: &unpacker)
    let brief = TextBrief(from: &unpacker)
    let mistakes = [Mistake](from: &unpacker)
    guard unpacker.isSound else { return nil }
    let history = reading.isHistoryKnown ? known : reading.history[file.shownPath]
    let entry = Entry(
      file, metadata, cascade: nil, ownTaxonomies: reading.ownTaxonomies, in: reading.zone, history: history,
      following: consequences)
    return LoadedFile(entry, brief, mistakes, raw: place.raw, on: shelf, read: read)
  }
}

/// A file's record, to be written.
enum PackedText: Sendable {
  /// As it was kept already.
  case kept(path: String, raw: UInt64, record: ArraySlice<UInt8>)
  case fresh(LoadedFile)

  func pack(into packer: inout Packer) {
    switch self {
    case .kept(let path, let raw, let record):
      packer.add(path)
      packer.add(fixed: raw)
      packer.add(record.count)
      packer.add(packed: record)
    case .fresh(let file): file.pack(into: &packer)
    }
  }
}

extension LoadedFile {
  /// Writes the file's record. One that gives defaults to others is read each time, because there are few of them.
  fileprivate func pack(into packer: inout Packer) {
    var record = Packer()
    record.add(entry.history)
    entry.metadata.packSaid(into: &record)
    entry.metadata.packOrigins(into: &record)
    entry.consequences.pack(into: &record)
    brief.pack(into: &record)
    mistakes.pack(into: &record)
    packer.add(entry.file.path)
    packer.add(fixed: raw)
    packer.add(record.bytes)
  }
}

extension FileHistory {
  fileprivate init?(from unpacker: inout Unpacker) {
    guard unpacker.flag() else { return nil }
    self.init(created: Instant(from: &unpacker), modified: Instant(from: &unpacker))
  }
}

extension Packer {
  fileprivate mutating func add(_ history: FileHistory?) {
    add(history != nil)
    guard let history else { return }
    add(history.created)
    add(history.modified)
  }

  mutating func add(_ instant: Instant) {
    add(instant.seconds)
    add(instant.nanosecond)
  }
}

extension Instant {
  init(from unpacker: inout Unpacker) {
    let seconds = unpacker.int()
    self.init(seconds: seconds, nanosecond: min(max(unpacker.int(), 0), Self.nanosecondsPerSecond - 1))
  }
}
