import Bytes
import Diagnostics
import Disk
import Language
import Workers

/// What a build keeps for the next one, in one file: what its sources were, what it knew of them, and what its outputs read.
///
///     heading · contents: the length and the digest of each part, and a digest of these
///     beginning · sources · facts and questions · texts · outputs
///
/// A part is read when it is needed: to see that nothing changed takes the first two.
///
/// Nothing in it depends on the machine or on where the site lies. A file that is damaged, of another version or of another
/// build of the program is no state at all: everything is built.
struct BuildState: Sendable {
  let beginning: Beginning
  let sources: SourceList
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
    var pages = 0
    var copies = 0
    var outputs = 0
    /// What was told at the end.
    var report: [Mistake] = []
    /// What was most likely meant by links that lead nowhere.
    var guesses: LinkTargets.Guesses = [:]
  }

  /// Where the state of an output folder lies: beside its record.
  static func path(for output: Path, in sources: Path) -> Path {
    let record = OutputRecord.path(for: output.real, in: sources.real)
    return record.parent.appending(Array(record.name.dropLast(".txt".utf8.count)) + Array(".state".utf8))
  }
}

// MARK: Reading

extension BuildState {
  /// Takes apart what was kept; each part by another worker.
  init(_ file: StateFile, _ beginning: Beginning, workers: Workers) throws {
    let parts = try workers.map([StateFile.Part.outputs, .texts, .facts, .sources]) { part in
      try Unpacked(part, of: file)
    }
    guard case .outputs(let outputs) = parts[0], case .texts(let texts) = parts[1],
      case .facts(let facts, let asked) = parts[2], case .sources(let sources) = parts[3]
    else { throw StateFinding.damaged }
    self.beginning = beginning
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
      case .beginning: throw .damaged
      }
      guard unpacker.isSound, unpacker.isAtEnd else { throw .damaged }
    }
  }
}

extension BuildState.Beginning {
  /// Reads the beginning alone.
  init(of file: StateFile, program: UInt64) throws(StateFinding) {
    var unpacker = Unpacker(try file.bytes(of: .beginning))
    self.init(from: &unpacker)
    guard unpacker.isSound else { throw .damaged }
    guard self.program == program else { throw .otherProgram }
  }
}

// MARK: Writing

extension BuildState {
  /// What the parts of a state behind its beginning are made of; `outputs` and `questions` are written already.
  struct Making: Sendable {
    let sources: SourceList
    let seen: Int
    let facts: Facts
    let questions: [UInt8]
    let texts: [PackedText]
    let outputs: [(file: String, record: ArraySlice<UInt8>)]

    /// The parts as they are kept, in their order.
    var packed: [StateFile.Packed] {
      [
        StateFile.Packed { sources.pack(into: &$0, seen: seen) },
        StateFile.Packed {
          facts.pack(into: &$0)
          $0.add(packed: questions[...])
        },
        StateFile.Packed(reserving: texts.count * 1024) { packer in
          packer.add(texts.count)
          for text in texts { text.pack(into: &packer) }
        },
        StateFile.Packed(reserving: outputs.reduce(1024) { $0 + $1.record.count + 16 }) { packer in
          packer.add(outputs.count)
          for (file, record) in outputs {
            packer.add(fixed: Mixer.digest(file))
            packer.add(record.count)
            packer.add(packed: record)
          }
        },
      ]
    }
  }
}

extension BuildState.Beginning {
  var packed: StateFile.Packed {
    StateFile.Packed { packer in
      for digest in [program, request, secrets, looked, record, reading] { packer.add(fixed: digest) }
      packer.add(now)
      packer.add(expiry != nil)
      if let expiry { packer.add(expiry) }
      packer.add(history)
      for count in [pages, copies, outputs] { packer.add(count) }
      report.pack(into: &packer)
      packer.add(guesses.count)
      for (question, answer) in guesses.sorted(by: { $0.key < $1.key }) {
        packer.add(question)
        packer.add(answer)
      }
    }
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
    pages = unpacker.int()
    copies = unpacker.int()
    outputs = unpacker.int()
    report = [Mistake](from: &unpacker)
    for _ in 0..<unpacker.count() {
      let question = unpacker.text()
      guesses[question] = .some(unpacker.optionalText())
    }
  }
}

extension Facts {
  fileprivate func pack(into packer: inout Packer) {
    let words = subjects.count + cells.count + (places.digests.keys.count + others.keys.count) * 2
    packer.bytes.reserveCapacity((words + Self.width) * MemoryLayout<UInt64>.size)
    packer.add(fixed: frame)
    packer.add(words: subjects)
    packer.add(words: cells)
    for table in [places.digests, others] {
      packer.add(words: table.keys)
      packer.add(words: table.digests)
    }
  }

  fileprivate init(from unpacker: inout Unpacker) {
    let frame = unpacker.fixed()
    let (subjects, cells) = (unpacker.words(), unpacker.words())
    let places = DigestTable(keys: unpacker.words(), digests: unpacker.words())
    let others = DigestTable(keys: unpacker.words(), digests: unpacker.words())
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
