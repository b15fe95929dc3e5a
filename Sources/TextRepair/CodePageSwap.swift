/// The last repair, for a whole file: bytes of one code page that were read in another, such as `Espa¤a`.
///
/// No byte was lost and none is invalid, so only the sum of costs can tell. It is done when the text is very odd as it
/// is, ordinary afterwards, and at least three different Spanish letters appear.
struct CodePageSwap {
  /// A text with fewer characters outside ASCII says too little.
  static let fewest = 4
  private static let oddAverage = 8 * Spanish.bit
  private static let plainAverage = 15 * Spanish.bit / 2
  private static let newLetters = 3
  private static let readers: [Codec] = [.windows1252, .macRoman, .dos850, .dos437, .windows1251, .latin1]
  private static let writers: [Codec] = [.windows1252, .macRoman, .dos850, .dos437]

  let table: CodecTable
  let spanish: Spanish

  func repair(_ lines: inout [Line]) {
    let count = lines.reduce(0) { sum, line in line.scalars.reduce(sum) { $1 >= 0x80 ? $0 + 1 : $0 } }
    let cost = lines.reduce(0) { $0 + spanish.cost(of: $1.scalars) }
    guard count >= Self.fewest, cost > count * Self.oddAverage, let best = bestReading(of: lines) else {
      return
    }
    let saved = cost - best.cost
    guard best.cost < count * Self.plainAverage, saved > max(30 * Spanish.bit, cost * 3 / 10) else { return }
    guard newLetters(lines, best.texts) >= Self.newLetters else { return }
    for index in lines.indices where lines[index].scalars != best.texts[index] {
      lines[index].become(best.texts[index], undoing: [best.reader, best.writer])
      lines[index].isSwapped = true
    }
  }

  private struct Reading {
    var cost: Int
    var texts: [[UInt32]]
    var reader: Codec
    var writer: Codec
  }

  private func bestReading(of lines: [Line]) -> Reading? {
    var best: Reading?
    for reader in Self.readers where lines.allSatisfy({ canWrite($0.scalars, reader) }) {
      for writer in Self.writers where writer != reader {
        let texts = lines.map { swap($0.scalars, reader, writer) }
        let cost = texts.reduce(0) { $0 + spanish.cost(of: $1) }
        if best.map({ cost < $0.cost }) ?? true {
          best = Reading(cost: cost, texts: texts, reader: reader, writer: writer)
        }
      }
    }
    return best
  }

  private func canWrite(_ line: [UInt32], _ codec: Codec) -> Bool {
    line.allSatisfy { $0 < 0x80 || table.known[table.entry(of: $0)] & codec.bit != 0 }
  }

  private func swap(_ line: [UInt32], _ reader: Codec, _ writer: Codec) -> [UInt32] {
    line.map { scalar in table.byte(of: scalar, in: reader).map { table.scalar(of: $0, in: writer) } ?? scalar
    }
  }

  private func newLetters(_ lines: [Line], _ texts: [[UInt32]]) -> Int {
    var letters: Set<UInt32> = []
    for (line, text) in zip(lines, texts) {
      for (old, new) in zip(line.scalars, text) where old != new && spanish.kind(of: new).grade == 2 {
        letters.insert(new)
      }
    }
    return letters.count
  }
}
