import Bytes
import Diagnostics
import Disk
import Language
import Workers

/// What a build keeps for the next one, in one file: what its sources were, what it knew of them, and what its outputs read.
///
///     heading · contents: the place and the digest of each part, and a digest of these
///     sources · facts and questions · texts · outputs · ending
///
/// A part is read when it is needed: to see that nothing changed takes the first and the last.
///
/// Nothing in it depends on the machine or on where the site lies. A file that is damaged, of another version or of another
/// build of the program is no state at all: everything is built.
struct BuildState: Sendable {
  let ending: Ending
  let sources: SourceList
  let facts: Facts
  let asked: Asked
  let texts: KnownTexts
  let outputs: KnownOutputs

  /// Where the state of an output folder lies: beside its record.
  static func path(for output: Path, in sources: Path) -> Path {
    let record = OutputRecord.path(for: output.real, in: sources.real)
    return record.parent.appending(Array(record.name.dropLast(".txt".utf8.count)) + Array(".state".utf8))
  }
}

// MARK: Reading

extension BuildState {
  /// Takes apart what was kept; each part by another worker.
  init(_ file: StateFile, _ ending: Ending, workers: Workers) throws {
    let parts = try workers.map([StateFile.Part.outputs, .texts, .facts, .sources]) { part in
      try Unpacked(part, of: file)
    }
    guard case .outputs(let outputs) = parts[0], case .texts(let texts) = parts[1],
      case .facts(let facts, let asked) = parts[2], case .sources(let sources) = parts[3]
    else { throw StateFinding.damaged }
    self.ending = ending
    (self.outputs, self.texts, self.facts, self.asked, self.sources) =
      (outputs, texts, facts, asked, sources)
  }

  /// One part as it is read.
  private enum Unpacked: Sendable {
    case sources(SourceList)
    case facts(Facts, Asked)
    case texts(KnownTexts)
    case outputs(KnownOutputs)

    init(_ part: StateFile.Part, of file: StateFile) throws(StateFinding) {
      let bytes = try file.bytes(of: part)
      var unpacker = Unpacker(bytes)
      switch part {
      case .sources: self = .sources(SourceList(from: &unpacker))
      case .facts:
        let facts = Facts(from: &unpacker)
        var asked = Asked()
        asked.ofPages = (0..<unpacker.count()).map { _ in PagesQuestion(from: &unpacker) }
        asked.ofHomelab = HomelabQuestions.questions(from: &unpacker)
        self = .facts(facts, asked)
      case .texts: self = .texts(KnownTexts(from: &unpacker, in: bytes))
      case .outputs: self = .outputs(KnownOutputs(from: &unpacker, in: bytes))
      case .ending: throw .damaged
      }
      guard unpacker.isSound, unpacker.isAtEnd else { throw .damaged }
    }
  }
}

// MARK: Writing

extension BuildState {
  /// What a state is made of beside its outputs and how its build ends; `questions` are packed already.
  struct Making: Sendable {
    let sources: SourceList
    let seen: Int
    let facts: Facts
    let questions: [UInt8]
    let texts: [PackedText]

    func write(to draft: inout StateDraft) throws(DiskFailure) {
      try draft.add(.sources) { sources.pack(into: &$0, seen: seen) }
      try draft.add(.facts) {
        facts.pack(into: &$0)
        $0.add(packed: questions[...])
      }
      try draft.add(.texts, texts) { text, packer in text.pack(into: &packer) }
    }
  }
}

extension Facts {
  fileprivate func pack(into packer: inout Packer) {
    let words = subjects.count + cells.count + (places.digests.values.count + others.values.count) * 2
    packer.bytes.reserveCapacity((words + Self.width) * MemoryLayout<UInt64>.size)
    packer.add(fixed: frame)
    packer.add(words: subjects)
    packer.add(words: cells)
    for table in [places.digests, others] {
      packer.add(words: table.keys.slots)
      packer.add(words: table.values)
    }
  }

  fileprivate init(from unpacker: inout Unpacker) {
    let frame = unpacker.fixed()
    let (subjects, cells) = (unpacker.words(), unpacker.words())
    let places = DigestTable(slots: unpacker.words(), values: unpacker.words())
    let others = DigestTable(slots: unpacker.words(), values: unpacker.words())
    let isSound = cells.count == subjects.count * Facts.width
    self.init(
      frame: frame, subjects: isSound ? subjects : [], cells: isSound ? cells : [], places: places,
      others: others)
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
