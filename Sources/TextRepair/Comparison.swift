/// Finds the places in which a repaired line differs from the line as it came.
struct Comparison {
  /// A place: what stood there and what stands there now.
  struct Difference: Equatable {
    var before: Range<Int>
    var after: Range<Int>
  }

  let before: [UInt32]
  let after: [UInt32]
  private(set) var differences: [Difference] = []

  /// How far apart two differences must be not to be one.
  private static let anchor = 2
  /// How far is looked ahead for the place where both lines agree again.
  private static let reach = 48

  init(of before: [UInt32], with after: [UInt32]) {
    self.before = before
    self.after = after
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if left < before.count, right < after.count, before[left] == after[right] {
        left += 1
        right += 1
        continue
      }
      var (skipLeft, skipRight) = agreement(left, right)
      if skipRight == 0, left + skipLeft < before.count {
        // `Â¿` became `¿`: the character that stayed belongs to the damage.
        skipLeft += 1
        skipRight = 1
      }
      differences.append(Difference(before: left..<left + skipLeft, after: right..<right + skipRight))
      left += skipLeft
      right += skipRight
    }
  }

  /// How much of each line to skip until they agree for a while or end together.
  private func agreement(_ left: Int, _ right: Int) -> (Int, Int) {
    let (restLeft, restRight) = (before.count - left, after.count - right)
    for total in 1...Self.reach {
      // A damaged character is longer than the right one, so that split is tried first.
      for skipRight in 0...total / 2 {
        for (one, two) in [(total - skipRight, skipRight), (skipRight, total - skipRight)] {
          guard one <= restLeft, two <= restRight else { continue }
          if agree(left + one, right + two) { return (one, two) }
        }
      }
    }
    return (restLeft, restRight)
  }

  private func agree(_ left: Int, _ right: Int) -> Bool {
    for offset in 0..<Self.anchor {
      let (one, two) = (before.at(left + offset), after.at(right + offset))
      if one != two { return false }
      // Damage lies outside ASCII, so that one character of ASCII is enough.
      if one < 0x80 || one == Spanish.edge { return true }
    }
    return true
  }

  /// Where in the first line the character stood that is now in this place of the second.
  func origin(of place: Int) -> Int {
    let before = differences.last { $0.after.lowerBound <= place }
    guard let before else { return place }
    return place < before.after.upperBound
      ? before.before.lowerBound : place - before.after.upperBound + before.before.upperBound
  }

  /// The differences as repairs.
  func repairs(line: Int, chain: [String], grade: Repair.Grade, confidence: Int) -> [Repair] {
    differences.map { difference in
      let shown = Self.shown(after[difference.after])
      return Repair(
        line: line, column: difference.before.lowerBound + 1, before: Self.shown(before[difference.before]),
        after: shown,
        chain: chain, grade: after[difference.after].contains(0xFFFD) ? .unresolved : grade,
        confidence: confidence)
    }
  }

  /// Tokens as text for people.
  static func shown(_ tokens: ArraySlice<UInt32>) -> String {
    var text = ""
    for token in tokens {
      if let scalar = Unicode.Scalar(token) {
        text.unicodeScalars.append(scalar)
      } else if ByteLine.isByte(token) {
        text += "\\x" + String(token - ByteLine.lift, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
