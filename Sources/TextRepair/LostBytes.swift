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
  /// What a letter costs whose byte should have left a trace.
  private var wildPenalty = allowing
  private var loss = Loss()

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
    var best: (saved: Int, changes: [(Int, [UInt32])], codec: Codec)?
    for codec in codecs {
      var pass = LostBytes(codec: codec, table: table, spanish: spanish)
      var changes = pass.changes(of: lines)
      if pass.loss.isOfTracelessBytesOnly {
        pass.wildPenalty = Self.forbidding
        changes = pass.changes(of: lines)
      }
      let saved = changes.reduce(0) { $0 + spanish.cost(of: lines[$1.0].scalars) - spanish.cost(of: $1.1) }
      if !changes.isEmpty, best.map({ saved > $0.saved }) ?? true { best = (saved, changes, codec) }
    }
    defer {
      if let codec = best?.codec ?? codecs.first {
        let pass = LostBytes(codec: codec, table: table, spanish: spanish)
        for index in lines.indices { lines[index].orphans = pass.orphans(in: lines[index].scalars) }
      }
    }
    guard let best else { return }
    for (index, text) in best.changes {
      lines[index].become(text, undoing: lines[index].chain.isEmpty ? [best.codec] : [])
      lines[index].isRestored = true
    }
  }

  /// What a letter costs whose byte should have left a trace, but did not: a little, or too much.
  private static let allowing = 5 * Spanish.bit
  private static let forbidding = 14 * Spanish.bit

  /// How the bytes of this document were lost, as far as known words tell.
  struct Loss {
    /// Words completed by a byte that leaves no trace.
    var traced = 0
    /// Words completed by any other byte.
    var wild = 0
    /// Other bytes that were assumed.
    var guesses = 0

    /// A program that drops soft hyphens drops nothing else.
    var isOfTracelessBytesOnly: Bool { guesses > 0 && wild * 8 < traced }
  }

  private mutating func changes(of lines: [Line]) -> [(Int, [UInt32])] {
    loss = Loss()
    var changes: [(Int, [UInt32])] = []
    for index in lines.indices {
      if let text = restored(lines[index].scalars) { changes.append((index, text)) }
    }
    return changes
  }

  /// A character that would fill a gap, what it is worth, and where the gap ends.
  struct Filling {
    var scalar: UInt32
    var score: Int
    var end: Int
    /// Whether a byte is assumed lost that should have left a trace.
    var isWild = false
    /// Whether a known word comes out.
    var isKnown = false
  }

  /// The line with its gaps filled; nil if it has none.
  private mutating func restored(_ original: [UInt32]) -> [UInt32]? {
    var line = original
    var (index, hasChanged) = (0, false)
    while index < line.count {
      defer { index += 1 }
      guard line[index] >= 0x80 else { continue }
      let entry = table.entry(of: line[index])
      guard (table.lead[entry] | table.continuation[entry]) & codec.bit != 0 else { continue }
      let byte = table.byte(of: entry, in: codec)
      let filling = byte >= 0xC2 ? afterLead(byte, in: line, at: index) : leadless(byte, in: line, at: index)
      guard let filling else { continue }
      if filling.isKnown { filling.isWild ? (loss.wild += 1) : (loss.traced += 1) }
      if filling.isWild { loss.guesses += 1 }
      line.replaceSubrange(index..<filling.end, with: CollectionOfOne(filling.scalar))
      hasChanged = true
    }
    return hasChanged ? line : nil
  }
}

// MARK: - What remains

extension LostBytes {
  /// Leads that stand where no character of their own right would.
  private func orphans(in line: [UInt32]) -> [Int] {
    line.indices.filter { index in
      guard line[index] >= 0x80 else { return false }
      let (entry, next) = (table.entry(of: line[index]), line.at(index + 1))
      guard table.lead[entry] & codec.bit != 0 else { return false }
      let byte = table.byte(of: entry, in: codec)
      guard byte == 0xF0 || Self.likelyLeads.contains(byte) else { return false }
      let cost = spanish.cost(of: line[index], after: line.at(index - 1), before: next)
      guard cost > Self.dearLead, !spanish.kind(of: line[index]).isBox else { return false }
      let (left, right) = (spanish.kind(of: line.at(index - 1)), spanish.kind(of: next))
      let isTorn = table.continuation[table.entry(of: next)] & codec.bit != 0
      return byte == 0xF0 || isTorn || byte == 0xC3 && (left.isLetter || right.isLetter)
    }
  }
}

// MARK: - A lead whose continuation is gone

extension LostBytes {
  /// A lead that costs no more than this where it stands is a letter of its own right.
  fileprivate static let dearLead = 9 * Spanish.bit
  /// The leads of what Spanish posts are made of: signs, letters, marks, punctuation, emoji.
  fileprivate static let likelyLeads: [UInt8] = [0xC2, 0xC3, 0xC5, 0xCC, 0xE2, 0xEF]
  private static let least = -16 * Spanish.bit

  private func afterLead(_ byte: UInt8, in line: [UInt32], at index: Int) -> Filling? {
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

  private static let commonSigns: [UInt32] = "—–“”‘’…•€←→↑↓▸▾✓✔✅❌⚠☁☎−≈≠≤≥™★☆♥⇒⚡\u{FE0F}\u{200D}‑─│┌┐└┘├┤┬┴┼"
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

// MARK: - A continuation whose lead is gone

extension LostBytes {
  private static let dearContinuation = 11 * Spanish.bit
  private static let worthwhile = 7 * Spanish.bit

  private func leadless(_ byte: UInt8, in line: [UInt32], at index: Int) -> Filling? {
    guard byte < 0xC0 else { return nil }
    if let picture = leadlessPicture(byte, in: line, at: index) { return picture }
    let (before, after) = (line.at(index - 1), line.at(index + 1))
    let cost = spanish.cost(of: line[index], after: before, before: after)
    guard cost > Self.dearContinuation else { return nil }
    let hole = Hole(line, index..<index + 1, spanish)
    for scalar in [0xC0 + UInt32(byte & 0x3F), UInt32(byte)] where scalar != line[index] {
      let kind = spanish.kind(of: scalar)
      guard kind.grade == 2, spanish.kind(of: before).isLetter || spanish.kind(of: after).isLetter else {
        continue
      }
      if kind.isLetter, kind.isUpper != hole.wantsCapital { continue }
      guard cost - spanish.cost(of: scalar, after: before, before: after) > Self.worthwhile else { continue }
      if kind.isLetter,
        hole.score(of: scalar.lowercased, by: spanish) <= -4 * Spanish.bit
      {
        continue
      }
      let isKnown = kind.isLetter && hole.completesWord(scalar.lowercased, by: spanish)
      return Filling(scalar: scalar, score: 0, end: index + 1, isWild: true, isKnown: isKnown)
    }
    return nil
  }

  /// A picture or a common sign of which nothing but the lead is missing.
  private func leadlessPicture(_ byte: UInt8, in line: [UInt32], at index: Int) -> Filling? {
    guard byte == 0x9F || byte == 0x80 else { return nil }
    var value: UInt32 = byte == 0x9F ? 0x1F : 0
    let end = index + (byte == 0x9F ? 3 : 2)
    for place in index + 1..<end {
      let entry = table.entry(of: line.at(place))
      guard table.continuation[entry] & codec.bit != 0 else { return nil }
      value = value << 6 | UInt32(table.byte(of: entry, in: codec) & 0x3F)
    }
    if byte == 0x9F {
      return value >= 0x1F300 ? Filling(scalar: value, score: 0, end: end) : regional(value, end)
    }
    let sign = 0x2000 | value
    return Self.commonSigns.contains(sign) ? Filling(scalar: sign, score: 0, end: end) : nil
  }

  private func regional(_ value: UInt32, _ end: Int) -> Filling? {
    (0x1F1E6...0x1F1FF).contains(value) ? Filling(scalar: value, score: 0, end: end) : nil
  }
}
