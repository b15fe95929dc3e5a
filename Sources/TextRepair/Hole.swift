/// A place in a line where a letter outside ASCII is missing, and what the letters around say about it.
struct Hole {
  private let before: (UInt32, UInt32)
  private let after: (UInt32, UInt32)
  /// The word's letters on both sides, in small letters.
  private let left: [UInt32]
  private let right: [UInt32]
  /// Whether the letters around ask for a capital: `S` + `Ó` + `LO`, but `S` + `í`.
  let wantsCapital: Bool

  /// Whether a capital is as good as a small letter: at the beginning of a word in small letters.
  let mayBeCapital: Bool

  /// `l` + `’` + `heure`.
  var isAfterOneLetter: Bool { left.count == 1 }

  /// Whether a small letter stands before.
  let followsSmall: Bool

  /// The hole is what stands in the range and would be replaced.
  init(_ line: [UInt32], _ range: Range<Int>, _ spanish: Spanish) {
    before = (line.at(range.lowerBound - 2), line.at(range.lowerBound - 1))
    after = (line.at(range.upperBound), line.at(range.upperBound + 1))
    var start = range.lowerBound
    while start > 0, spanish.kind(of: line[start - 1]).isLetter { start -= 1 }
    var end = range.upperBound
    while end < line.count, spanish.kind(of: line[end]).isLetter { end += 1 }
    left = line[start..<range.lowerBound].map(\.lowercased)
    right = line[range.upperBound..<end].map(\.lowercased)
    followsSmall = spanish.kind(of: before.1).isLower
    mayBeCapital = left.isEmpty && !spanish.kind(of: after.0).isUpper && spanish.kind(of: after.0).isLetter
    wantsCapital = Self.wantsCapital(
      spanish.kind(of: before.0), spanish.kind(of: before.1), spanish.kind(of: after.0))
  }

  /// Whether a small letter makes a word that is known.
  func completesWord(_ letter: UInt32, by spanish: Spanish) -> Bool {
    spanish.sightings(of: left, letter, right) > 0
  }

  /// How well a small letter fits, by the letters around and by the word it makes.
  func score(of letter: UInt32, by spanish: Spanish) -> Int {
    let sightings = spanish.sightings(of: left, letter, right)
    return spanish.fit(of: letter, after: before, before: after)
      + (sightings > 0 ? (5 + sightings) * Spanish.bit : 0)
  }

  private static func wantsCapital(_ first: Spanish.Kind, _ before: Spanish.Kind, _ after: Spanish.Kind)
    -> Bool
  {
    if after.isUpper { return before.isUpper || !before.isLetter }
    return before.isUpper && !after.isLetter && first.isUpper
  }
}
