/// A run of characters that is one character of UTF-8 when seen through some codecs.
struct Candidate: Sendable {
  /// Where the run begins in its line.
  let start: Int
  /// How many characters it has: 2 to 4.
  let length: Int
  /// The character it stands for.
  let target: UInt32
  /// All codecs that read it so.
  var codecs: UInt16
  /// How far it may be believed.
  var belief: Belief = .none
  /// Whether it stands in code.
  var isCode = false

  /// 2 convinces by itself, 1 needs other evidence, 0 is never taken alone.
  enum Belief: UInt8, Sendable {
    case none, possible, strong
  }

  var end: Int { start + length }

  /// All candidates of a line, by their place.
  static func all(in line: [UInt32], table: CodecTable) -> [Candidate] {
    var found: [Candidate] = []
    var next = line.isEmpty ? 0 : table.entry(of: line[0])
    for index in 0..<max(0, line.count - 1) {
      let entry = next
      next = table.entry(of: line[index + 1])
      var codecs = table.lead[entry] & table.continuation[next]
      let first = found.count
      while codecs != 0 {
        let raw = UInt8(codecs.trailingZeroBitCount)
        codecs &= codecs - 1
        guard let codec = Codec(rawValue: raw), let (target, length) = read(line, at: index, codec, table)
        else { continue }
        if let same = found[first...].firstIndex(where: { $0.target == target && $0.length == length }) {
          found[same].codecs |= codec.bit
        } else {
          found.append(Candidate(start: index, length: length, target: target, codecs: codec.bit))
        }
      }
    }
    return found
  }

  /// The line with some of its candidates carried out.
  static func applying(_ chosen: some Sequence<Candidate>, to line: [UInt32]) -> [UInt32] {
    var output: [UInt32] = []
    output.reserveCapacity(line.count)
    var copied = 0
    for candidate in chosen {
      output.append(contentsOf: line[copied..<candidate.start])
      output.append(candidate.target)
      copied = candidate.end
    }
    output.append(contentsOf: line[copied...])
    return output
  }

  private static func read(_ line: [UInt32], at index: Int, _ codec: Codec, _ table: CodecTable) -> (
    UInt32, Int
  )? {
    let first = table.byte(of: table.entry(of: line[index]), in: codec)
    let length = UTF8Reading.length(of: first)
    guard index + length <= line.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let entry = table.entry(of: line[index + offset])
      guard table.continuation[entry] & codec.bit != 0 else { return nil }
      value = value << 6 | UInt32(table.byte(of: entry, in: codec) & 0x3F)
    }
    return UTF8Reading.isValid(value, length: length) ? (value, length) : nil
  }
}
