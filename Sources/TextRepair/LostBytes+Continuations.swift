// A lead that is there, while one of its continuations is gone.

extension LostBytes {
  /// A lead that costs no more than this where it stands is a letter of its own right.
  static let dearLead = 9 * Spanish.bit
  /// The leads of what Spanish posts are made of: signs, letters, marks, punctuation, emoji.
  static let likelyLeads: [UInt8] = [0xC2, 0xC3, 0xC5, 0xCC, 0xE2, 0xEF]
  static let least = -16 * Spanish.bit

  func afterLead(_ byte: UInt8, in line: [UInt32], at index: Int) -> Filling? {
    let length = UTF8Reading.length(of: byte)
    guard length == 4 || length > 1 && Self.likelyLeads.contains(byte) else { return nil }
    let (before, after) = (line.at(index - 1), line.at(index + 1))
    if spanish.kind(of: line[index]).isBox, spanish.kind(of: before).isBox || spanish.kind(of: after).isBox {
      return nil
    }
    guard spanish.cost(of: line[index], after: before, before: after) > Self.dearLead else { return nil }
    var attempt = Attempt(hole: Hole(line, index..<index + 1, spanish), start: index, length: length)
    collect(line, Prefix(value: UInt32(byte) & (0x7F >> UInt32(length)), next: index + 1), into: &attempt)
    if byte == 0xC3 { collectLetters(line, into: &attempt) }
    if byte == 0xE2, attempt.best == nil { collectSigns(line, into: &attempt) }
    guard var best = attempt.best, best.score > Self.least else { return nil }
    best.isKnown = byte == 0xC3 && attempt.hole.completesWord(best.scalar.lowercased, by: spanish)
    return best
  }

  /// One gap while it is being filled.
  private struct Attempt {
    /// The lead alone.
    let hole: Hole
    let start: Int
    /// How many bytes the lead asks for, itself included.
    let length: Int
    private(set) var best: Filling?

    init(hole: Hole, start: Int, length: Int) {
      self.hole = hole
      self.start = start
      self.length = length
    }

    mutating func offer(_ filling: Filling) {
      if best.map({ filling.score >= $0.score }) ?? true { best = filling }
    }
  }

  /// The bytes that are taken for granted so far.
  private struct Prefix {
    /// Their share of the scalar.
    var value: UInt32
    var count = 1
    /// How many of the continuations were still there.
    var survivors = 0
    /// Where in the line the next one would stand.
    var next: Int
    var penalty = 0

    func followed(by byte: UInt8, to next: Int, penalty more: Int, survives: Bool = false) -> Prefix {
      Prefix(
        value: value << 6 | UInt32(byte & 0x3F), count: count + 1, survivors: survivors + (survives ? 1 : 0),
        next: next,
        penalty: penalty + more * Spanish.bit)
    }
  }

  /// Tries each next byte: the one that is there, or one that left no trace. Never deeper than a sequence is long.
  private func collect(_ line: [UInt32], _ prefix: Prefix, into attempt: inout Attempt) {
    if prefix.count == attempt.length {
      if let filling = filling(line, prefix, attempt) { attempt.offer(filling) }
      return
    }
    let (index, next) = (prefix.next, line.at(prefix.next))
    let entry = table.entry(of: next)
    if table.continuation[entry] & codec.bit != 0 {
      let byte = table.byte(of: entry, in: codec)
      collect(
        line,
        prefix.followed(by: byte, to: index + 1, penalty: attempt.length == 2 ? -3 : -8, survives: true),
        into: &attempt)
    }
    if next == 0xFFFD, attempt.length < 4 {
      for byte in traceless {
        collect(line, prefix.followed(by: byte, to: index + 1, penalty: 0), into: &attempt)
      }
    }
    // A selector of pictures stands behind a picture, never behind a space.
    if next == 0x20, traceless.contains(0xA0), attempt.length < 4 || line.at(index + 1) == 0xFE0F {
      // Of two spaces one was the fixed space.
      let more = attempt.length != 2 ? 0 : line.at(index + 1) == 0x20 ? -8 : 2
      collect(line, prefix.followed(by: 0xA0, to: index + 1, penalty: more), into: &attempt)
    }
    guard prefix.penalty < 6 * Spanish.bit else { return }
    if attempt.length == 4 {
      // All pictures have this byte in the second place; the others tell them apart and are never guessed.
      if prefix.count == 1 { collect(line, prefix.followed(by: 0x9F, to: index, penalty: 2), into: &attempt) }
      return collectSkin(line, prefix, into: &attempt)
    }
    for byte in traceless {
      collect(line, prefix.followed(by: byte, to: index, penalty: 2), into: &attempt)
    }
    guard attempt.length == 2, traceless.isEmpty else { return }
    for byte in UInt8(0x80)...0xBF {
      collect(line, prefix.followed(by: byte, to: index, penalty: 4), into: &attempt)
    }
  }

  /// The byte 8F between 9F and the last one makes a colour of skin, if a person stands before.
  private func collectSkin(_ line: [UInt32], _ prefix: Prefix, into attempt: inout Attempt) {
    guard prefix.count == 2, traceless.contains(0x8F),
      (0x1F440...0x1F9FF).contains(line.at(attempt.start - 1))
    else { return }
    let last = table.byte(of: line.at(prefix.next), in: codec) ?? 0
    guard (0xBB...0xBF).contains(last) else { return }
    collect(line, prefix.followed(by: 0x8F, to: prefix.next, penalty: 2), into: &attempt)
  }

  private func filling(_ line: [UInt32], _ prefix: Prefix, _ attempt: Attempt) -> Filling? {
    let (scalar, end) = (prefix.value, prefix.next)
    guard UTF8Reading.isValid(scalar, length: attempt.length), scalar != 0xAD else { return nil }
    guard
      isPlausible(
        scalar, prefix.survivors, attempt, before: line.at(attempt.start - 1), after: line.at(end))
    else { return nil }
    if (0xC0...0xFF).contains(scalar) {
      let kind = spanish.kind(of: scalar)
      guard kind.isLetter else { return nil }
      let hole = end == attempt.start + 1 ? attempt.hole : Hole(line, attempt.start..<end, spanish)
      let isCased =
        prefix.survivors > 0 || kind.isUpper == hole.wantsCapital || kind.isUpper && hole.mayBeCapital
      // No word goes on with a capital after a small letter.
      let casing = isCased ? 0 : (kind.isUpper && hole.followsSmall ? 20 : 6) * Spanish.bit
      return Filling(
        scalar: scalar, score: hole.score(of: scalar.lowercased, by: spanish) - prefix.penalty - casing,
        end: end)
    }
    let cost = spanish.cost(of: scalar, after: line.at(attempt.start - 1), before: line.at(end))
    return Filling(scalar: scalar, score: 4 * Spanish.bit - cost - prefix.penalty, end: end)
  }

  /// Whether a sign may be the outcome: no emoji is invented, and rare signs are not guessed.
  private func isPlausible(
    _ scalar: UInt32, _ survivors: Int, _ attempt: Attempt, before: UInt32, after: UInt32
  ) -> Bool {
    let (kind, left) = (spanish.kind(of: scalar), spanish.kind(of: before))
    guard kind.grade > 0, kind.grade < 3 || left.isLetter else { return false }
    switch attempt.length {
    case 3:
      guard Self.commonSigns.contains(scalar) else { return false }
      if scalar == 0xFE0F { return left.isPicture }
      if scalar == 0x200D { return left.isPicture && isPictureOrLead(after) }
      // An apostrophe after one letter, as in French and Catalan, is the one sign that stands inside words.
      if scalar == 0x2019, attempt.hole.isAfterOneLetter, spanish.kind(of: after).isLetter { return true }
      return survivors > 0 || !(left.isLetter && spanish.kind(of: after).isLetter) && !after.isDigit
    case 4: return scalar >= 0x1F300 || (0x1F1E6...0x1F1FF).contains(scalar)
    default: return true
    }
  }

  private func isPictureOrLead(_ scalar: UInt32) -> Bool {
    spanish.kind(of: scalar).isPicture
      || table.byte(of: scalar, in: codec).map { $0 == 0xF0 || $0 == 0xE2 } ?? false
  }

  static let commonSigns: [UInt32] = "—–“”‘’…•€←→↑↓▸▾✓✔✅❌⚠☁☎−≈≠≤≥™★☆♥⇒⚡\u{FE0F}\u{200D}‑─│┌┐└┘├┤┬┴┼"
    .unicodeScalars.map(\.value)

  /// A common sign of which one byte was lost, whatever byte that was.
  private func collectSigns(_ line: [UInt32], into attempt: inout Attempt) {
    let end = attempt.start + 2
    let entry = table.entry(of: line.at(end - 1))
    guard table.continuation[entry] & codec.bit != 0 else { return }
    let survivor = UInt32(table.byte(of: entry, in: codec) & 0x3F)
    for scalar in Self.commonSigns
    where scalar >> 12 == 2 && (scalar & 0x3F == survivor || scalar >> 6 & 0x3F == survivor) {
      guard isPlausible(scalar, 1, attempt, before: line.at(attempt.start - 1), after: line.at(end)) else {
        continue
      }
      let cost = spanish.cost(of: scalar, after: line.at(attempt.start - 1), before: line.at(end))
      attempt.offer(Filling(scalar: scalar, score: -cost, end: end))
    }
  }

  /// Any letter at all, where the byte itself was lost for good.
  private func collectLetters(_ line: [UInt32], into attempt: inout Attempt) {
    let (hole, end) = (attempt.hole, attempt.start + 1)
    if line.at(end) == 0x20, traceless.contains(0xA0) {
      let nudge = line.at(attempt.start - 1) == 0x20 ? 2 : -2
      attempt.offer(
        Filling(scalar: 0xE0, score: hole.score(of: 0xE0, by: spanish) + nudge * Spanish.bit, end: end))
    }
    for letter in UInt32(0xE0)...0xFE where letter != 0xF7 {
      let score = hole.score(of: letter, by: spanish) - wildPenalty
      let scalar = hole.wantsCapital ? letter.uppercased : letter
      attempt.offer(Filling(scalar: scalar, score: score, end: end, isWild: true))
    }
  }
}
