/// Puts back characters of which a byte was lost on the way, in a document that is known to have gone through a codec.
///
/// `Mar` `Ã` `a` in a text read as cp1252: the second byte of `í` is AD, a soft hyphen there, which many programs drop.
/// The bytes that could have vanished are tried, and the letters around (or the word, if it is known) decide.
struct LostBytes {
  let codec: Codec
  let table: CodecTable
  let spanish: Spanish
  /// The bytes that leave no trace in this codec: controls, the soft hyphen, the fixed space.
  let traceless: [UInt8]

  init(codec: Codec, table: CodecTable, spanish: Spanish) {
    self.codec = codec
    self.table = table
    self.spanish = spanish
    traceless = (UInt8(0x80)...0xBF).filter {
      let scalar = table.scalar(of: $0, in: codec)
      return scalar == 0xAD || scalar == 0xA0 || (0x80..<0xA0).contains(scalar)
    }
  }

  /// Restores what it can, through the codec of those proved that makes the best text.
  static func repair(_ lines: inout [Line], codecs: [Codec], table: CodecTable, spanish: Spanish) {
    var best: (cost: Int, texts: [[UInt32]], codec: Codec)?
    for codec in codecs {
      let pass = LostBytes(codec: codec, table: table, spanish: spanish)
      let texts = lines.map { pass.restored($0.scalars) }
      guard zip(texts, lines).contains(where: { $0 != $1.scalars }) else { continue }
      let cost = texts.reduce(0) { $0 + spanish.cost(of: $1) }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, texts, codec) }
    }
    guard let best else { return }
    for index in lines.indices where best.texts[index] != lines[index].scalars {
      lines[index].scalars = best.texts[index]
      lines[index].isRestored = true
      if lines[index].chain.isEmpty { lines[index].chain = [best.codec] }
    }
  }

  /// A character that would fill a gap, what it is worth, and where the gap ends.
  struct Filling {
    var scalar: UInt32
    var score: Int
    var end: Int
  }

  private func restored(_ line: [UInt32]) -> [UInt32] {
    var line = line
    var index = 0
    while index < line.count {
      defer { index += 1 }
      let entry = table.entry(of: line[index])
      guard line[index] >= 0x80, table.known[entry] & codec.bit != 0 else { continue }
      let byte = table.byte(of: entry, in: codec)
      let filling = byte >= 0xC2 ? afterLead(byte, in: line, at: index) : leadless(byte, in: line, at: index)
      guard let filling else { continue }
      line.replaceSubrange(index..<filling.end, with: CollectionOfOne(filling.scalar))
    }
    return line
  }
}

// MARK: - A lead whose continuation is gone

extension LostBytes {
  /// A lead that costs no more than this where it stands is a letter of its own right.
  private static let dearLead = 9 * Spanish.bit
  /// The leads of what Spanish posts are made of: signs, letters, marks, punctuation, emoji.
  private static let likelyLeads: [UInt8] = [0xC2, 0xC3, 0xC5, 0xCC, 0xE2, 0xEF]
  private static let least = -16 * Spanish.bit

  private func afterLead(_ byte: UInt8, in line: [UInt32], at index: Int) -> Filling? {
    let length = UTF8Reading.length(of: byte)
    guard length == 4 || length > 1 && Self.likelyLeads.contains(byte) else { return nil }
    let (before, after) = (line.at(index - 1), line.at(index + 1))
    if spanish.kind(of: line[index]).isBox, spanish.kind(of: before).isBox || spanish.kind(of: after).isBox {
      return nil
    }
    guard spanish.cost(of: line[index], after: before, before: after) > Self.dearLead else { return nil }
    var fillings: [Filling] = []
    var gap = Gap(line: line, start: index, length: length)
    gap.bytes = [byte]
    collect(gap, at: index + 1, penalty: 0, into: &fillings)
    if byte == 0xC3 { collectLetters(gap, into: &fillings) }
    guard let best = fillings.max(by: { $0.score < $1.score }), best.score > Self.least else { return nil }
    return best
  }

  /// The characters of a line that are tried as one damaged character.
  private struct Gap {
    let line: [UInt32]
    let start: Int
    let length: Int
    var bytes: [UInt8] = []
    var survivors = 0

    var before: UInt32 { line.at(start - 1) }
  }

  /// Tries each next byte: the one that is there, or one that left no trace. Never deeper than a sequence is long.
  private func collect(_ gap: Gap, at index: Int, penalty: Int, into fillings: inout [Filling]) {
    if gap.bytes.count == gap.length {
      if let filling = filling(gap, end: index, penalty: penalty) { fillings.append(filling) }
      return
    }
    func go(_ byte: UInt8, to next: Int, _ more: Int, survives: Bool = false) {
      var gap = gap
      gap.bytes.append(byte)
      if survives { gap.survivors += 1 }
      collect(gap, at: next, penalty: penalty + more * Spanish.bit, into: &fillings)
    }
    let next = gap.line.at(index)
    let entry = table.entry(of: next)
    if table.continuation[entry] & codec.bit != 0 {
      go(table.byte(of: entry, in: codec), to: index + 1, -3, survives: true)
    }
    if next == 0xFFFD { for byte in traceless { go(byte, to: index + 1, 0) } }
    if next == 0x20, traceless.contains(0xA0) { go(0xA0, to: index + 1, gap.length == 2 ? 2 : 0) }
    guard penalty < 6 * Spanish.bit else { return }
    for byte in traceless where gap.length < 4 || gap.bytes.count > 1 || byte == 0x9F {
      go(byte, to: index, 2)
    }
    if gap.length == 2, traceless.isEmpty { for byte in UInt8(0x80)...0xBF { go(byte, to: index, 4) } }
  }

  private func filling(_ gap: Gap, end: Int, penalty: Int) -> Filling? {
    var scalar = UInt32(gap.bytes[0]) & (0x7F >> UInt32(gap.length))
    for byte in gap.bytes.dropFirst() { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    guard UTF8Reading.isValid(scalar, length: gap.length), scalar != 0xAD, isPlausible(scalar, gap, end)
    else { return nil }
    let after = gap.line.at(end)
    if gap.length == 2, gap.bytes[0] == 0xC3 {
      guard spanish.kind(of: scalar).isLetter else { return nil }
      let isCased = spanish.kind(of: scalar).isUpper == Hole(gap.line, gap.start..<end).wantsCapital(spanish)
      let score = Hole(gap.line, gap.start..<end).score(of: scalar.lowercased, by: spanish) - penalty
      return Filling(scalar: scalar, score: score - (isCased ? 0 : 6 * Spanish.bit), end: end)
    }
    let cost = spanish.cost(of: scalar, after: gap.before, before: after)
    return Filling(scalar: scalar, score: 4 * Spanish.bit - cost - penalty, end: end)
  }

  /// Whether a sign may be the outcome: no emoji is invented, and rare signs are not guessed.
  private func isPlausible(_ scalar: UInt32, _ gap: Gap, _ end: Int) -> Bool {
    let kind = spanish.kind(of: scalar)
    guard kind.grade > 0, kind.grade < 3 || spanish.kind(of: gap.before).isLetter else { return false }
    switch gap.length {
    case 3:
      guard Self.commonSigns.contains(scalar) else { return false }
      if scalar == 0xFE0F { return spanish.kind(of: gap.before).isPicture }
      if scalar == 0x200D {
        return spanish.kind(of: gap.before).isPicture && isPictureOrLead(gap.line.at(end))
      }
      let isInWord = spanish.kind(of: gap.before).isLetter && spanish.kind(of: gap.line.at(end)).isLetter
      return gap.survivors > 0 || !isInWord && !gap.line.at(end).isDigit
    case 4: return scalar >= 0x1F300 || (0x1F1E6...0x1F1FF).contains(scalar)
    default: return true
    }
  }

  private func isPictureOrLead(_ scalar: UInt32) -> Bool {
    spanish.kind(of: scalar).isPicture
      || table.byte(of: scalar, in: codec).map { $0 == 0xF0 || $0 == 0xE2 } ?? false
  }

  private static let commonSigns: [UInt32] = "—–“”‘’…•€←→↑↓▸▾✓✔✅❌⚠☁☎−≈≠≤≥™★☆♥⇒⚡\u{FE0F}\u{200D}‑─│┌┐└┘├┤┬┴┼"
    .unicodeScalars.map(\.value)

  /// Any letter at all, where the byte itself was lost for good.
  private func collectLetters(_ gap: Gap, into fillings: inout [Filling]) {
    let end = gap.start + 1
    let hole = Hole(gap.line, gap.start..<end)
    if gap.line.at(end) == 0x20, traceless.contains(0xA0) {
      let score = hole.score(of: 0xE0, by: spanish)
      let nudge = gap.before == 0x20 ? 2 : -2
      fillings.append(Filling(scalar: 0xE0, score: score + nudge * Spanish.bit, end: end))
    }
    let isCapital = hole.wantsCapital(spanish)
    for letter in UInt32(0xE0)...0xFE where letter != 0xF7 {
      let score = hole.score(of: letter, by: spanish) - 5 * Spanish.bit
      fillings.append(Filling(scalar: isCapital ? letter.uppercased : letter, score: score, end: end))
    }
  }
}

// MARK: - A continuation whose lead is gone

extension LostBytes {
  private static let dearContinuation = 11 * Spanish.bit
  private static let worthwhile = 7 * Spanish.bit

  private func leadless(_ byte: UInt8, in line: [UInt32], at index: Int) -> Filling? {
    guard byte < 0xC0 else { return nil }
    let (before, after) = (line.at(index - 1), line.at(index + 1))
    let cost = spanish.cost(of: line[index], after: before, before: after)
    guard cost > Self.dearContinuation else { return nil }
    for scalar in [0xC0 + UInt32(byte & 0x3F), UInt32(byte)] where scalar != line[index] {
      let kind = spanish.kind(of: scalar)
      guard kind.grade == 2, spanish.kind(of: before).isLetter || spanish.kind(of: after).isLetter else {
        continue
      }
      if kind.isLetter, kind.isUpper != Hole(line, index..<index + 1).wantsCapital(spanish) { continue }
      guard cost - spanish.cost(of: scalar, after: before, before: after) > Self.worthwhile else { continue }
      if kind.isLetter,
        Hole(line, index..<index + 1).score(of: scalar.lowercased, by: spanish) <= -4 * Spanish.bit
      {
        continue
      }
      return Filling(scalar: scalar, score: 0, end: index + 1)
    }
    return nil
  }
}
