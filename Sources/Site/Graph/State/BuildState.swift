import Bytes
import Diagnostics
import Disk
import Language

/// What a build keeps for the next one, in one file: what its sources were, what it knew of them, and what its outputs read.
///
///     heading · digest of all that follows · the beginning, enough to see that nothing changed ·
///     facts · questions · texts · outputs
///
/// Nothing in it depends on the machine or on where the site lies. A file that is damaged, of another version or of another
/// build of the program is no state at all: everything is built.
struct BuildState: Sendable {
  let beginning: Beginning
  let facts: Facts
  let asked: Asked
  let texts: KnownTexts
  let outputs: KnownOutputs

  /// What is needed to see that nothing changed.
  struct Beginning: Sendable {
    /// Of the program's own file.
    var program: UInt64 = 0
    /// Of what the command line asked for.
    var request: UInt64 = 0
    /// Of the secrets that outputs were searched for.
    var secrets: UInt64 = 0
    /// The same with those of sources that are no variables.
    var looked: UInt64 = 0
    var now: Instant
    /// From when on something would be another without any edit; nil for never.
    var expiry: Instant?
    /// Of the record of the output that belongs to this state.
    var record: UInt64 = 0
    /// What git said of the sources.
    var history = ""
    /// Of all that decides how texts are read.
    var reading: UInt64 = 0
    var sources = SourceList()
    var pages = 0
    var copies = 0
    var outputs = 0
    /// What was told at the end.
    var report: [Mistake] = []
  }

  /// Another number for another shape of the file.
  private static let heading = Array("sitegen state 2\n".utf8)

  /// Where the state of an output folder lies: beside its record.
  static func path(for output: Path, in sources: Path) -> Path {
    let record = OutputRecord.path(for: output.real, in: sources.real)
    return record.parent.appending(Array(record.name.dropLast(".txt".utf8.count)) + Array(".state".utf8))
  }
}

// MARK: Reading

extension BuildState {
  /// Reads the beginning of a state alone.
  static func beginning(of bytes: [UInt8], program: UInt64) throws(StateFinding) -> Beginning {
    var unpacker = try opened(bytes)
    let beginning = Beginning(from: &unpacker)
    guard unpacker.isSound else { throw .damaged }
    guard beginning.program == program else { throw .otherProgram }
    return beginning
  }

  init(_ bytes: [UInt8]) throws(StateFinding) {
    var unpacker = try Self.opened(bytes)
    beginning = Beginning(from: &unpacker)
    facts = Facts(from: &unpacker)
    var asked = Asked()
    asked.ofPages = (0..<unpacker.count()).map { _ in PagesQuestion(from: &unpacker) }
    asked.ofHomelab = HomelabQuestions.questions(from: &unpacker)
    self.asked = asked
    texts = KnownTexts(from: &unpacker, in: bytes)
    outputs = KnownOutputs(from: &unpacker, in: bytes)
    guard unpacker.isSound, unpacker.isAtEnd else { throw .damaged }
  }

  private static func opened(_ bytes: [UInt8]) throws(StateFinding) -> Unpacker {
    let start = heading.count + 8
    guard bytes.count >= start else { throw .damaged }
    guard bytes.starts(with: heading) else {
      throw bytes.starts(with: heading.dropLast(3)) ? .otherVersion : .damaged
    }
    var unpacker = Unpacker(bytes, in: heading.count..<bytes.count)
    guard unpacker.fixed() == Digest(of: bytes.span.extracting(start...)).value else { throw .damaged }
    return unpacker
  }
}

// MARK: Writing

extension BuildState {
  /// The bytes of a state; what it takes from others is written by them.
  static func bytes(
    _ beginning: Beginning, seen: Int, _ facts: Facts, questions: (inout Packer) -> Void,
    texts: (inout Packer) -> Void, outputs: [(file: String, record: ArraySlice<UInt8>)]
  ) -> [UInt8] {
    var packer = Packer()
    packer.bytes.reserveCapacity(
      outputs.reduce(1 << 20) { $0 + $1.record.count + 16 } + beginning.sources.paths.count * 1024)
    packer.bytes += heading
    packer.add(fixed: 0)
    beginning.pack(into: &packer, seen: seen)
    facts.pack(into: &packer)
    questions(&packer)
    texts(&packer)
    packer.add(outputs.count)
    for (file, record) in outputs {
      packer.add(fixed: Mixer.digest(file))
      packer.add(record.count)
      packer.add(packed: record)
    }
    let start = heading.count + 8
    let digest = Digest(of: packer.bytes.span.extracting(start...)).value
    withUnsafeBytes(of: digest.littleEndian) { packer.bytes.replaceSubrange(heading.count..<start, with: $0) }
    return packer.bytes
  }
}

extension BuildState.Beginning {
  fileprivate func pack(into packer: inout Packer, seen: Int) {
    for digest in [program, request, secrets, looked, record, reading] { packer.add(fixed: digest) }
    packer.add(now)
    packer.add(expiry != nil)
    if let expiry { packer.add(expiry) }
    packer.add(history)
    sources.pack(into: &packer, seen: seen)
    for count in [pages, copies, outputs] { packer.add(count) }
    report.pack(into: &packer)
  }

  fileprivate init(from unpacker: inout Unpacker) {
    program = unpacker.fixed()
    request = unpacker.fixed()
    secrets = unpacker.fixed()
    looked = unpacker.fixed()
    record = unpacker.fixed()
    reading = unpacker.fixed()
    now = Instant(from: &unpacker)
    expiry = unpacker.flag() ? Instant(from: &unpacker) : nil
    history = unpacker.text()
    sources = SourceList(from: &unpacker)
    pages = unpacker.int()
    copies = unpacker.int()
    outputs = unpacker.int()
    report = [Mistake](from: &unpacker)
  }
}

extension Facts {
  fileprivate func pack(into packer: inout Packer) {
    packer.add(fixed: frame)
    packer.add(words: subjects)
    packer.add(words: cells)
    packer.add(words: Array(others.keys))
    packer.add(words: Array(others.values))
  }

  fileprivate init(from unpacker: inout Unpacker) {
    let frame = unpacker.fixed()
    let (subjects, cells) = (unpacker.words(), unpacker.words())
    let (keys, digests) = (unpacker.words(), unpacker.words())
    self.init(
      frame: frame, subjects: cells.count == subjects.count * Facts.width ? subjects : [], cells: cells,
      others: Dictionary(zip(keys, digests), uniquingKeysWith: { first, _ in first }))
  }
}

extension PagesQuestion {
  func pack(into packer: inout Packer) {
    packer.add(language)
    packer.add(section)
    packer.add(terms.count)
    for term in terms {
      packer.add(term.taxonomy)
      packer.add(term.name)
    }
    packer.add(type)
    packer.add(isPinned.map { $0 ? 1 : 0 })
    packer.add(limit)
  }

  fileprivate init(from unpacker: inout Unpacker) {
    language = unpacker.text()
    section = unpacker.optionalText()
    terms = (0..<unpacker.count()).map { _ in Filing(taxonomy: unpacker.text(), name: unpacker.text()) }
    type = unpacker.optionalText()
    isPinned = unpacker.optionalInt().map { $0 == 1 }
    limit = unpacker.optionalInt()
  }
}
