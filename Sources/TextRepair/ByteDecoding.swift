/// Reads a file that is not valid UTF-8, each line by itself, with the whole file as the adviser.
struct ByteDecoding {
  /// What another page than the document's must save in a line.
  private static let loyalty = 14 * Spanish.bit
  /// What a character of UTF-8 that nobody writes costs: in a text in a code page, `─┐` is valid by accident.
  private static let accident = 12 * Spanish.bit

  /// A file with so many valid lines is UTF-8, in which a lead alone is a torn character.
  private static let clearlyUTF8 = 4

  let table: CodecTable
  let spanish: Spanish

  /// A file made readable: valid UTF-8, and what was done to which line.
  struct Outcome {
    var text: [UInt8]
    var encoding: Encoding
    var changes: [Change]
  }

  /// One line that was read in another way than as UTF-8.
  struct Change: Sendable {
    var number: Int
    var before: [UInt32]
    var after: [UInt32]
    /// The page, or nil for UTF-8 that was patched.
    var codec: Codec?
    var saved: Int
  }

  private struct Reading {
    var cost: Int
    var scalars: [UInt32]
    var codec: Codec?
  }

  func decode(_ bytes: [UInt8]) -> Outcome {
    let (lines, validCount) = invalidLines(of: bytes)
    let document = documentCodec(lines)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var changes: [Change] = []
    var copied = 0
    for line in lines {
      let reading = read(line, document, validCount: validCount, isLast: line.range.upperBound == bytes.count)
      output.append(contentsOf: bytes[copied..<line.range.lowerBound])
      for scalar in reading.scalars { output.append(scalar: scalar) }
      copied = line.range.upperBound
      let saved = max(0, 24 * Spanish.bit - reading.cost)
      changes.append(
        Change(
          number: line.number, before: line.tokens, after: reading.scalars, codec: reading.codec, saved: saved
        ))
    }
    output.append(contentsOf: bytes[copied...])
    return Outcome(text: output, encoding: encoding(changes, validCount), changes: changes)
  }

  private func encoding(_ changes: [Change], _ validCount: Int) -> Encoding {
    let codecs = Set(changes.map(\.codec))
    guard codecs.count == 1, let only = codecs.first else { return .mixed }
    guard let codec = only else { return .utf8(hasMark: false, isDamaged: true) }
    return validCount == 0 ? .codec(codec) : .mixed
  }

  /// The lines that are not UTF-8, and how many are and hold more than ASCII.
  private func invalidLines(of bytes: [UInt8]) -> ([ByteLine], Int) {
    var lines: [ByteLine] = []
    var (start, number, validCount) = (0, 1, 0)
    while start < bytes.count {
      var end = start
      var high: UInt8 = 0
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
        high |= bytes[end]
        end += 1
      }
      if high >= 0x80 {
        let line = ByteLine(number: number, range: start..<end, in: bytes)
        // A pair of surrogates is no lifted byte, yet no UTF-8 either.
        let isValid =
          line.tokens.reduce(0) { $0 + Self.width($1) } == line.range.count
          && !line.tokens.contains(where: ByteLine.isByte)
        if isValid { validCount += 1 } else { lines.append(line) }
      }
      start = end + 1
      number += 1
    }
    return (lines, validCount)
  }

  private static func width(_ token: UInt32) -> Int {
    token < 0x80 ? 1 : token < 0x800 ? 2 : token < 0x1_0000 ? 3 : token < ByteLine.lift ? 4 : 1
  }

  private func documentCodec(_ lines: [ByteLine]) -> Codec {
    var best = (codec: Codec.windows1252, cost: Int.max)
    for codec in Codec.western {
      let cost = lines.reduce(0) { $0 + reading(of: $1, in: codec).cost }
      if cost < best.cost { best = (codec, cost) }
    }
    return best.codec
  }

  /// The whole line in a page, or only its bare bytes, whichever is cheaper.
  private func reading(of line: ByteLine, in codec: Codec) -> Reading {
    let whole = line.bytes.map { table.scalar(of: $0, in: codec) }
    let first = Reading(cost: spanish.cost(of: whole), scalars: whole, codec: codec)
    guard line.holdsCharacters else { return first }
    let partly = line.tokens.map {
      ByteLine.isByte($0) ? table.scalar(of: UInt8($0 - ByteLine.lift), in: codec) : $0
    }
    let accidents = line.tokens.reduce(0) { sum, token in
      token >= 0x80 && token < ByteLine.lift && !isPlausible(token) ? sum + 1 : sum
    }
    let second = Reading(
      cost: spanish.cost(of: partly) + accidents * Self.accident, scalars: partly, codec: codec)
    return second.cost < first.cost ? second : first
  }

  private func isPlausible(_ scalar: UInt32) -> Bool {
    let grade = spanish.kind(of: scalar).grade
    return grade == 1 || grade == 2
  }

  private func read(_ line: ByteLine, _ document: Codec, validCount: Int, isLast: Bool) -> Reading {
    var best = reading(of: line, in: document)
    for codec in Codec.western where codec != document {
      var other = reading(of: line, in: codec)
      other.cost += Self.loyalty
      if other.cost < best.cost { best = other }
    }
    let spanishOnes = line.tokens.contains { token in
      token >= 0x80 && token < ByteLine.lift
        && (spanish.kind(of: token).grade == 2 || token > 0x2000 && isPlausible(token))
    }
    guard validCount > 0 || spanishOnes else { return best }
    let patch = DamagedUTF8(spanish: spanish, table: table).patched(line)
    let isCut = line.holdsCharacters || isLast && line.tokens.last.map(ByteLine.isByte) ?? false
    let isTorn = validCount >= Self.clearlyUTF8 && patch.strays == 0
    let cost = patch.kept + patch.lost * (isCut || isTorn ? 10 : 24) * Spanish.bit
    guard cost < best.cost + (line.holdsCharacters ? 12 * Spanish.bit : 0) else { return best }
    return Reading(cost: cost, scalars: patch.scalars, codec: nil)
  }
}
