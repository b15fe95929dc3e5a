// What was done to a line, and what could not be, for the report.

extension Line {
  func repairs(by spanish: Spanish) -> [Repair] {
    let comparison = Comparison(of: original, with: scalars)
    var repairs: [Repair] = []
    if scalars != original {
      let saved = spanish.cost(of: original) - spanish.cost(of: scalars)
      repairs = comparison.repairs(
        line: number, chain: chain.map(\.name), grade: isRestored ? .restored : .lossless,
        confidence: saved / Spanish.bit)
    }
    let known = comparison.differences.filter { scalars[$0.after].contains(0xFFFD) }
    for place in leftovers where !known.contains(where: { $0.after.contains(place) }) {
      let shown = Comparison.shown(scalars[place...place])
      repairs.append(
        Repair(
          line: number, column: comparison.origin(of: place) + 1, before: shown, after: shown,
          chain: chain.map(\.name),
          grade: .unresolved, confidence: 0))
    }
    return repairs
  }

  /// The characters that are damage still: U+FFFD, C1 controls, and leads that found no character.
  private var leftovers: [Int] {
    scalars.indices.filter { index in
      let scalar = scalars[index]
      return scalar == 0xFFFD || (0x80..<0xA0).contains(scalar) && scalar != 0x85 || orphans.contains(index)
    }
  }
}
