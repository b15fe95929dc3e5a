/// The first and safest repair: every character of the file goes back through one codec, or several in turn.
///
/// When `Î±Ã³Ã©` was saved wrongly as a whole, all that is not ASCII can be written in the codec, and what comes out is
/// valid UTF-8. No chance does that to a clean text. The levels between are no Spanish, so the reading is chosen at the end.
struct WholeFile {
  /// What a level must save before another is tried on top of it.
  private static let worthwhile = 20 * Spanish.bit
  /// A file with fewer odd characters is left to the lines.
  private static let fewestCharacters = 4
  /// So many sequences convince even if none is strong.
  private static let convincingNumber = 12

  private struct Reading {
    var lines: [[UInt32]]
    var cost: Int
    var chain: [Codec]
  }

  let table: CodecTable
  let spanish: Spanish

  /// Repairs the lines if the whole file says so; tells whether it did.
  func repair(_ lines: inout [Line]) -> Bool {
    guard possible(lines.lazy.map(\.scalars)) != 0 else { return false }
    let start = Reading(
      lines: lines.map(\.scalars), cost: lines.reduce(0) { $0 + spanish.cost(of: $1.scalars) }, chain: [])
    var best = start
    var waiting = [start]
    while let reading = waiting.popLast() {
      guard reading.chain.count < Mojibake.deepest, oddCount(reading.lines) >= Self.fewestCharacters else {
        continue
      }
      for next in readings(of: reading) where next.cost < reading.cost - Self.worthwhile {
        if next.cost < best.cost { best = next }
        waiting.append(next)
      }
    }
    guard let first = best.chain.first, best.cost * 4 < start.cost * 3 else { return false }
    guard best.chain.count > 1 || isConvincing(start.lines, first) else { return false }
    for index in lines.indices where lines[index].scalars != best.lines[index] {
      lines[index].become(best.lines[index], undoing: best.chain)
    }
    return true
  }

  private func oddCount(_ lines: [[UInt32]]) -> Int {
    var count = 0
    for line in lines {
      for scalar in line where scalar >= 0x80 { count += 1 }
      if count >= Self.fewestCharacters { return count }
    }
    return count
  }

  /// What the text becomes through each codec that can write all of it; equal texts only once.
  private func readings(of reading: Reading) -> [Reading] {
    let possible = possible(reading.lines)
    var found: [Reading] = []
    for codec in Codec.allCases where possible & codec.bit != 0 {
      guard let lines = undo(codec, in: reading.lines), !found.contains(where: { $0.lines == lines }) else {
        continue
      }
      let cost = lines.reduce(0) { $0 + spanish.cost(of: $1) }
      found.append(Reading(lines: lines, cost: cost, chain: reading.chain + [codec]))
    }
    return found
  }

  /// The codecs that can write every character.
  private func possible(_ lines: some Sequence<[UInt32]>) -> UInt16 {
    var possible: UInt16 = .max
    for line in lines {
      for scalar in line where scalar >= 0x80 { possible &= table.known[table.entry(of: scalar)] }
      if possible == 0 { break }
    }
    return possible
  }

  private func undo(_ codec: Codec, in lines: [[UInt32]]) -> [[UInt32]]? {
    var output: [[UInt32]] = []
    output.reserveCapacity(lines.count)
    for line in lines {
      guard let line = undo(codec, in: line) else { return nil }
      output.append(line)
    }
    return output
  }

  private func undo(_ codec: Codec, in line: [UInt32]) -> [UInt32]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    for scalar in line { bytes.append(table.byte(of: scalar, in: codec) ?? 0xFF) }
    return bytes.withUnsafeBufferPointer { bytes in
      let scalars = UTF8Reading.scalars(of: bytes, in: 0..<bytes.count)
      // What is not UTF-8 stops the reading before the end.
      return scalars.reduce(0) { $0 + UTF8.width(Unicode.Scalar($1) ?? "\u{FFFD}") } == bytes.count
        ? scalars : nil
    }
  }

  private func isConvincing(_ lines: [[UInt32]], _ codec: Codec) -> Bool {
    var number = 0
    for line in lines {
      for var candidate in Candidate.all(in: line, table: table) where candidate.codecs & codec.bit != 0 {
        candidate.weighAppearance(in: line, by: spanish)
        number += 1
        if candidate.belief == .strong || number >= Self.convincingNumber { return true }
      }
    }
    return false
  }
}
