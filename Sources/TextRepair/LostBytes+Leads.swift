// A continuation that is there, while its lead is gone.

extension LostBytes {
  static let dearContinuation = 11 * Spanish.bit
  static let worthwhile = 7 * Spanish.bit

  func leadless(_ byte: UInt8, in line: [UInt32], at index: Int) -> Filling? {
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
