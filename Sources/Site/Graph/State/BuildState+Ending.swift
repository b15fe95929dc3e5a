import Bytes
import Diagnostics
import Disk
import Language

extension BuildState {
  /// How a build ended: what is needed to see that nothing changed since then.
  struct Ending: Sendable {
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
}

extension BuildState.Ending {
  /// Reads it alone.
  init(of file: StateFile, program: UInt64) throws(StateFinding) {
    var unpacker = Unpacker(try file.bytes(of: .ending))
    self.init(from: &unpacker)
    guard unpacker.isSound else { throw .damaged }
    guard self.program == program else { throw .otherProgram }
  }
}

extension BuildState.Ending {
  func pack(into packer: inout Packer) {
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
