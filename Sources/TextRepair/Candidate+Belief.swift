// How far a candidate may be believed, from what it would become and what stands around it.

extension Candidate {
  /// Fewer bits than this saved: the characters as they stand are as good.
  private static let worthwhile = 3 * Spanish.bit
  /// A pair that saves less than this convinces nobody alone.
  private static let convincing = 10 * Spanish.bit

  /// Grades the candidate within its line.
  mutating func weigh(in line: [UInt32], by spanish: Spanish) {
    belief = appearance(in: line, spanish)
    guard belief != .none else { return }
    let saved = savings(in: line, spanish)
    if saved < Self.worthwhile {
      belief = .none
    } else if saved < Self.convincing, belief == .strong, length == 2 {
      belief = .possible
    }
  }

  /// Grades the candidate by its looks alone.
  mutating func weighAppearance(in line: [UInt32], by spanish: Spanish) {
    belief = appearance(in: line, spanish)
  }

  /// How many bits the repair saves, the neighbours included.
  private func savings(in line: [UInt32], _ spanish: Spanish) -> Int {
    let (before, after) = (line.at(start - 1), line.at(end))
    var saved = -spanish.cost(of: target, after: before, before: after)
    for index in start..<end {
      saved += spanish.cost(of: line[index], after: line.at(index - 1), before: line.at(index + 1))
    }
    if before >= 0x80, before < Spanish.edge {
      saved += spanish.cost(of: before, after: line.at(start - 2), before: line[start])
      saved -= spanish.cost(of: before, after: line.at(start - 2), before: target)
    }
    if after >= 0x80, after < Spanish.edge {
      saved += spanish.cost(of: after, after: line[end - 1], before: line.at(end + 1))
      saved -= spanish.cost(of: after, after: target, before: line.at(end + 1))
    }
    return saved
  }

  private func appearance(in line: [UInt32], _ spanish: Spanish) -> Belief {
    let (before, after) = (line.at(start - 1), line.at(end))
    let (left, right) = (spanish.kind(of: before), spanish.kind(of: after))
    switch spanish.kind(of: target).grade {
    case 0:
      // Letters of other languages only where the damage shows by itself.
      let isDamage = line[start..<end].contains { $0 >= 0x80 && $0 < 0xA0 }
      return isDamage && spanish.kind(of: target).isLetter ? .possible : .none
    case 3 where !left.isLetter: return .none
    default: break
    }
    if spanish.kind(of: line[start]).isBox, isDrawing(in: line, left, right, spanish) { return .none }
    if length >= 3 { return .strong }
    switch target {
    case 0xBF, 0xA1: return opening(left, right, after)
    case 0xAB:
      return (right.isLetter || after.isDigit) && !left.isLetter && !before.isDigit ? .strong : .possible
    case 0xBB: return closing(before, left)
    case 0xAA, 0xBA: return ordinal(before, right, after)
    default: return spanish.kind(of: target).grade == 2 ? letter(in: line, left, right, spanish) : .possible
    }
  }

  /// A `├` or `┬` beside another piece of a box is a drawing, unless the next piece opens a damaged character itself.
  private func isDrawing(in line: [UInt32], _ left: Spanish.Kind, _ right: Spanish.Kind, _ spanish: Spanish)
    -> Bool
  {
    let after = line.at(end)
    if after == 0x251C || after == 0x252C {
      let opensAnother =
        !spanish.kind(of: line.at(end + 1)).isBox || spanish.kind(of: line.at(end + 2)).isLetter
      return !opensAnother || left.isBox && !target.isSpanishLetter
    }
    return left.isBox || right.isBox
  }

  /// `¿` and `¡` stand before a word, or what may open one.
  private func opening(_ left: Spanish.Kind, _ right: Spanish.Kind, _ after: UInt32) -> Belief {
    if after == 0x20 || after == 0x09 { return .none }
    let opens = right.isLetter || Self.openers.contains(after)
    return opens && !left.isLetter ? .strong : .possible
  }

  /// Marks that may stand between `¿` and its word, and the leads of damaged characters.
  private static let openers: [UInt32] = "¿¡*_`(\"'«“├√Ã┬¬Â".unicodeScalars.map(\.value)

  private func closing(_ before: UInt32, _ left: Spanish.Kind) -> Belief {
    if left.isLetter || before.isDigit || ".!?…)".unicodeScalars.contains(where: { $0.value == before }) {
      return .strong
    }
    return before == 0x20 || before == 0x09 || before == Spanish.edge ? .none : .possible
  }

  /// `1.º`, `n.º`, `2ª`.
  private func ordinal(_ before: UInt32, _ right: Spanish.Kind, _ after: UInt32) -> Belief {
    let follows = before.isDigit || ".nN".unicodeScalars.contains { $0.value == before }
    return follows && !right.isLetter && !after.isDigit ? .strong : .possible
  }

  private func letter(in line: [UInt32], _ left: Spanish.Kind, _ right: Spanish.Kind, _ spanish: Spanish)
    -> Belief
  {
    let (before, after) = (line.at(start - 1), line.at(end))
    let (kind, lower) = (spanish.kind(of: target), target.lowercased)
    if before < 0x80, left.isLetter, !after.isDigit {
      if kind.isUpper, left.isLower { return .possible }
      return kind.isLower && left.isUpper && right.isUpper ? .possible : .strong
    }
    if after < 0x80, right.isLetter, !left.isLetter, !before.isDigit, !spanish.kind(of: line[start]).isBox {
      let fit = spanish.fit(of: lower, after: (Spanish.edge, before), before: (after, line.at(end + 1)))
      return fit > -Spanish.bit ? .strong : .possible
    }
    return .possible
  }
}

extension UInt32 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// One of áéíóúñü or its capital.
  var isSpanishLetter: Bool {
    switch self | 0x20 {
    case 0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0xF1, 0xFC: true
    default: false
    }
  }

  /// The small form of a letter of ASCII or Latin-1.
  var lowercased: UInt32 {
    switch self {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: self + 0x20
    case 0x160, 0x152: self + 1
    default: self
    }
  }

  /// The capital form of a letter of ASCII or Latin-1.
  var uppercased: UInt32 {
    switch self {
    case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: self - 0x20
    case 0x161, 0x153: self - 1
    default: self
    }
  }
}
