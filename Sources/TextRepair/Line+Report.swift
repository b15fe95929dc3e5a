// What was done to a line, and what could not be, for the report.

extension Line {
  /// The places that are better now.
  func mended(by spanish: Spanish) -> [Repair] {
    guard steps > 0, scalars != original else { return [] }
    let saved = spanish.cost(of: original) - spanish.cost(of: scalars)
    return Comparison(of: original, with: scalars).repairs(
      line: number, chain: chain.map(\.name), grade: isRestored ? .restored : .lossless,
      confidence: saved / Spanish.bit)
  }

  /// The characters that are damage still: U+FFFD, C1 controls, and leads that found no character.
  var unresolved: [Repair] {
    let places = scalars.indices.filter { index in
      let scalar = scalars[index]
      return scalar == 0xFFFD || (0x80..<0xA0).contains(scalar) && scalar != 0x85
    }
    guard !places.isEmpty || !orphans.isEmpty else { return [] }
    let comparison = Comparison(of: original, with: scalars)
    return Set(places).union(orphans).map { place in
      let shown = Comparison.shown(scalars[place...place])
      return Repair(
        line: number, column: comparison.origin(of: place) + 1, before: shown, after: shown,
        chain: chain.map(\.name),
        grade: .unresolved, confidence: 0)
    }
  }
}
