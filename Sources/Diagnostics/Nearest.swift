// Near misses: what somebody who wrote an unknown word most likely meant.

/// Finds the candidate that a misspelt word most likely means; nil when none is near.
///
/// A word in the wrong case always finds its candidate (`Title` → `title`); otherwise a third of its letters may be
/// wrong, but at least one: inserted, left out, replaced, or swapped with its neighbour (`tilte` → `title`).
/// `-` and `_` count as the same letter. Of equally near candidates the first is taken.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = folded(word)
  guard !wanted.isEmpty, wanted.count <= longestMisspeltWord else { return nil }
  let set = Letters(of: word)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where isNearInLength(candidate, wanted.count) && candidate != word {
    let least = set.flatMap { set in Letters(of: candidate).map(set.leastDistance) } ?? 0
    guard least <= best.map({ $0.distance - 1 }) ?? max(1, wanted.count / 3) else { continue }
    let letters = folded(candidate)
    let limit = min(best.map { $0.distance - 1 } ?? .max, max(1, min(letters.count, wanted.count) / 3))
    guard abs(letters.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, letters, upTo: limit)
    if distance <= limit, distance < max(letters.count, wanted.count) { best = (candidate, distance) }
  }
  return best?.candidate
}

/// Tells from its bytes alone whether a candidate may be near enough: it has no more letters than bytes, and as many
/// when all are ASCII.
private func isNearInLength(_ candidate: String, _ count: Int) -> Bool {
  let most = max(1, count / 3)
  let bytes = candidate.utf8.count
  if bytes < count - most { return false }
  return bytes <= count + most || !candidate.utf8.allSatisfy { $0 < 0x80 }
}

/// Which letters a word of ASCII has, however often and whatever their case.
///
/// Each letter that one word has and the other has not takes a change of its own, so that most candidates are known to
/// be far off without comparing them.
private struct Letters {
  /// Letters below, digits and signs above; a sign may share its place with another, and then tells less.
  private var set: UInt64 = 0

  /// Nil for a word of other letters too.
  init?(of word: String) {
    for byte in word.utf8 {
      guard byte < 0x80 else { return nil }
      let letter = byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte
      set |= 1 &<< (UInt64(letter & 31) | (letter < UInt8(ascii: "@") ? 32 : 0))
    }
  }

  /// As many changes at least turn one word into the other.
  func leastDistance(to other: Letters) -> Int {
    max((set & ~other.set).nonzeroBitCount, (other.set & ~set).nonzeroBitCount)
  }
}

/// A word longer than this is no misspelling of a name of ours, and comparing it would cost its length squared.
private let longestMisspeltWord = 64

private func folded(_ word: String) -> [Unicode.Scalar] {
  word.lowercased().unicodeScalars.map { $0 == "-" ? "_" : $0 }
}

/// Counts the insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
///
/// Row by row through the table of prefixes, keeping the last two rows for the swaps. When two rows in a row hold
/// nothing within the limit, nothing after them does, and any greater number is given.
private func editDistance(
  _ one: [Unicode.Scalar], _ other: [Unicode.Scalar], upTo limit: Int
) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in one.indices {
    var current = [row + 1]
    current.reserveCapacity(other.count + 1)
    for column in other.indices {
      let replaced = last[column] + (one[row] == other[column] ? 0 : 1)
      var distance = min(replaced, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    if row > 0, current.allSatisfy({ $0 > limit }), last.allSatisfy({ $0 > limit }) { return limit + 1 }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
