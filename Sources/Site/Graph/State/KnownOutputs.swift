import Bytes
import Diagnostics
import Language
import Templates

/// What came of one output beside its bytes, to be kept for the next build.
struct OutputNotes: Sendable {
  let trace: OutputTrace
  var faults: [MarkedFault] = []
  var mistakes: [Mistake] = []
  var needs: Set<PolicyNeed> = []
  /// Where the text of its own file stands in its bytes; empty where there is none.
  let content: Range<Int>

  func pack(into packer: inout Packer) {
    packer.add(fixed: trace.shows)
    packer.add(trace.expiry != nil)
    if let expiry = trace.expiry { packer.add(expiry) }
    packer.add(shorts: trace.keys)
    packer.add(faults.count)
    for fault in faults { fault.pack(into: &packer) }
    mistakes.pack(into: &packer)
    packer.add(needs.sorted().map(\.text))
    packer.add(content.lowerBound)
    packer.add(content.count)
  }

  init(_ rendered: Rendered, trace: OutputTrace) {
    self.trace = trace
    faults = rendered.faults.map(MarkedFault.init)
    mistakes = rendered.mistakes
    needs = rendered.needs
    content = rendered.content
  }

  /// Reads what was kept; nil for what is damaged.
  ///
  /// Who knows already that nothing changed of what was read need not know what that was.
  init?(from bytes: [UInt8], in range: Range<Int>, takingKeys: Bool, _ known: inout KnownNeeds) {
    var unpacker = Unpacker(bytes, in: range)
    let shows = unpacker.fixed()
    let expiry = unpacker.flag() ? Instant(from: &unpacker) : nil
    var keys: [UInt32] = []
    if takingKeys { keys = unpacker.shorts() } else { unpacker.skipShorts() }
    trace = OutputTrace(shows: shows, keys: keys, expiry: expiry)
    faults = (0..<unpacker.count()).map { _ in MarkedFault(from: &unpacker, in: bytes) }
    mistakes = [Mistake](from: &unpacker)
    needs = known.needs(from: &unpacker)
    let (start, count) = (unpacker.int(), unpacker.int())
    guard unpacker.isSound, start >= 0, count >= 0 else { return nil }
    content = start..<start + count
  }
}

/// What the last output needed of the policy, which is mostly what the next one needs.
struct KnownNeeds: Sendable {
  private var bytes: [UInt8] = []
  private var needs: Set<PolicyNeed> = []

  mutating func needs(from unpacker: inout Unpacker) -> Set<PolicyNeed> {
    if !bytes.isEmpty, unpacker.skip(over: bytes) { return needs }
    let start = unpacker.position
    needs = Set(unpacker.texts().compactMap(PolicyNeed.init(text:)))
    bytes = unpacker.passed(since: start)
    return needs
  }
}

/// The outputs of an earlier build, by their files.
struct KnownOutputs: Sendable {
  let bytes: [UInt8]
  /// Where the notes of each output begin with their length.
  private var places: DigestTable

  /// What comes of an output is seldom smaller.
  private static let usualSize = 512

  init(from unpacker: inout Unpacker, in bytes: [UInt8]) {
    self.bytes = bytes
    places = DigestTable(capacity: bytes.count / Self.usualSize)
    while unpacker.isSound, !unpacker.isAtEnd {
      places[unpacker.fixed()] = UInt64(unpacker.position)
      _ = unpacker.skipRun()
    }
  }

  /// Where the notes of an output lie, by the digest of its file; nil for a file that there was not.
  func range(of file: UInt64) -> Range<Int>? {
    places[file].map { start in
      var unpacker = Unpacker(bytes, in: Int(start)..<bytes.count)
      return unpacker.skipRun()
    }
  }

  /// Whether an output showed the same and has read nothing that changed, as far as a first look tells. Most outputs need
  /// no second one.
  func mayStay(_ range: Range<Int>, showing shown: UInt64, _ staleness: Staleness) -> Bool {
    var unpacker = Unpacker(bytes, in: range)
    guard unpacker.fixed() == shown else { return false }
    let expiry = unpacker.flag() ? Instant(from: &unpacker) : nil
    guard staleness.passed(expiry) == nil else { return false }
    return !unpacker.shorts(contain: staleness.mayHold) && unpacker.isSound
  }

  /// What came of an output; nil where it is damaged.
  func notes(in range: Range<Int>, takingKeys: Bool, _ known: inout KnownNeeds) -> OutputNotes? {
    OutputNotes(from: bytes, in: range, takingKeys: takingKeys, &known)
  }

  /// The keys of what an output has read; nil for a file that there was not.
  func trace(of file: String) -> OutputTrace? {
    var needs = KnownNeeds()
    return range(of: Mixer.digest(file)).flatMap { notes(in: $0, takingKeys: true, &needs)?.trace }
  }
}
