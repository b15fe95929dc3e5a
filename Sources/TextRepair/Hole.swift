/// A place in a line where a letter outside ASCII is missing, and what the letters around say about it.
struct Hole {
  private let line: [UInt32]
  /// What stands there now and would be replaced.
  private let range: Range<Int>

  init(_ line: [UInt32], _ range: Range<Int>) {
    self.line = line
    self.range = range
  }

  /// How well a small letter fits, by the letters around and by the word it makes.
  func score(of letter: UInt32, by spanish: Spanish) -> Int {
    let left = (line.at(range.lowerBound - 2), line.at(range.lowerBound - 1))
    let right = (line.at(range.upperBound), line.at(range.upperBound + 1))
    let sightings = spanish.sightings(of: word(with: letter, spanish))
    return spanish.fit(of: letter, after: left, before: right)
      + (sightings > 0 ? (5 + sightings) * Spanish.bit : 0)
  }

  /// Whether the letters around ask for a capital: `S` + `Ó` + `LO`, but `S` + `í`.
  func wantsCapital(_ spanish: Spanish) -> Bool {
    let before = spanish.kind(of: line.at(range.lowerBound - 1))
    let after = spanish.kind(of: line.at(range.upperBound))
    if after.isUpper { return before.isUpper || !before.isLetter }
    return before.isUpper && !after.isLetter && spanish.kind(of: line.at(range.lowerBound - 2)).isUpper
  }

  /// The word around, with the letter in its place, in small letters.
  private func word(with letter: UInt32, _ spanish: Spanish) -> [UInt32] {
    var start = range.lowerBound
    while start > 0, spanish.kind(of: line[start - 1]).isLetter { start -= 1 }
    var end = range.upperBound
    while end < line.count, spanish.kind(of: line[end]).isLetter { end += 1 }
    return (line[start..<range.lowerBound] + [letter] + line[range.upperBound..<end]).map(\.lowercased)
  }
}
