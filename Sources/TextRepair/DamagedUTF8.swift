/// Mends a line of UTF-8 in which single sequences are cut, overlong or otherwise forbidden.
struct DamagedUTF8 {
  let spanish: Spanish
  let table: CodecTable

  /// The line without bare bytes, the cost of what was kept, and how many U+FFFD had to be put in.
  struct Patch {
    var scalars: [UInt32]
    var kept: Int
    var lost: Int
    /// How many bare bytes are no part of a torn or forbidden sequence.
    var strays: Int
  }

  /// The leads of what Spanish posts are made of; alone, they are torn characters rather than letters of a page.
  static let leads: [UInt8] = [0xC2, 0xC3, 0xC5, 0xCC, 0xE2, 0xEF, 0xF0]
  /// A stray byte is the character of cp1252 if that is no dearer.
  private static let plausible = 13 * Spanish.bit
  /// By how much the best letter for a lone C3 must lead the next.
  private static let lead = 3 * Spanish.bit / 2

  func patched(_ line: ByteLine) -> Patch {
    let tokens = line.tokens
    var scalars: [UInt32] = []
    scalars.reserveCapacity(tokens.count)
    var (index, strays) = (0, 0)
    while index < tokens.count {
      if !ByteLine.isByte(tokens[index]) {
        scalars.append(tokens[index])
        index += 1
      } else if case let length = brokenLength(tokens, at: index), length > 0 {
        scalars.append(0xFFFD)
        index += length
      } else {
        scalars.append(character(for: tokens, at: index))
        if !Self.leads.contains(UInt8(tokens[index] - ByteLine.lift)) { strays += 1 }
        index += 1
      }
    }
    let lost = scalars.reduce(0) { $1 == 0xFFFD ? $0 + 1 : $0 }
    let kept = spanish.cost(of: scalars.filter { $0 != 0xFFFD })
    return Patch(scalars: scalars, kept: kept, lost: lost, strays: strays)
  }

  /// How many bare bytes from here on are one forbidden sequence; 0 if the byte stands for itself.
  private func brokenLength(_ tokens: [UInt32], at index: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 {
      let token = tokens.at(index + offset)
      return ByteLine.isByte(token) ? UInt8(token - ByteLine.lift) : 0
    }
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      range.contains(byte(offset))
    }
    switch byte(0) {
    case 0xC0, 0xC1: return continues(1) ? 2 : 1
    case 0xE0 where continues(1, 0x80...0x9F): return continues(2) ? 3 : 2
    case 0xED where continues(1, 0xA0...0xBF): return continues(2) ? 3 : 2
    case 0xE2 where continues(1), 0xEF where continues(1): return 2
    case 0xF0 where continues(1): return continues(2) ? 3 : 2
    case 0xFE, 0xFF: return 1
    default: return 0
    }
  }

  private func character(for tokens: [UInt32], at index: Int) -> UInt32 {
    let byte = UInt8(tokens[index] - ByteLine.lift)
    if byte == 0xC3 { return letter(tokens, at: index) ?? 0xFFFD }
    if Self.leads.contains(byte) { return 0xFFFD }
    let scalar = table.scalar(of: byte, in: .windows1252)
    let cost = spanish.cost(of: scalar, after: shown(tokens, index - 1), before: shown(tokens, index + 1))
    return cost <= Self.plausible ? scalar : 0xFFFD
  }

  /// The letter that lost its second byte after C3, if the letters around leave little doubt.
  private func letter(_ tokens: [UInt32], at index: Int) -> UInt32? {
    let hole = Hole(tokens.map { ByteLine.isByte($0) ? Spanish.edge : $0 }, index..<index + 1, spanish)
    guard shown(tokens, index + 1) != Spanish.edge else { return nil }
    let scores = (UInt32(0xE0)...0xFE).filter { $0 != 0xF7 }
      .map { (score: hole.score(of: $0, by: spanish), letter: $0) }
      .sorted { $0.score > $1.score }
    guard scores[0].score > 0, scores[0].score > scores[1].score + Self.lead else { return nil }
    return hole.wantsCapital ? scores[0].letter.uppercased : scores[0].letter
  }

  private func shown(_ tokens: [UInt32], _ index: Int) -> UInt32 {
    ByteLine.isByte(tokens.at(index)) ? Spanish.edge : tokens.at(index)
  }
}
