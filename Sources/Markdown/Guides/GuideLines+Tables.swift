extension GuideLines {
  /// Finds tables run together as one cell a paragraph: a head of short words, then rows of which only the last cell
  /// is a sentence.
  ///
  ///     Acción · Orden · Qué hace · Ver nodos · kubectl get nodes · Muestra los nodos. · …      → three columns
  func tables(among runs: [Range<Int>]) -> [GuideEdit] {
    var found: [GuideEdit] = []
    var start = 0
    while start < runs.count {
      var end = start
      while end < runs.count, isCell(runs[end]),
        end == start || runs[end].lowerBound == runs[end - 1].upperBound + 1
      {
        end += 1
      }
      var head = start
      while head < end {
        if let (columns, cells) = shape(of: runs[head..<end]) {
          let lines = runs[head].lowerBound..<runs[head + cells - 1].upperBound
          found.append(GuideEdit(lines: lines, kind: .table(columns: columns)))
          head += cells
        } else {
          head += 1
        }
      }
      start = max(end, start + 1)
    }
    return found
  }

  /// Fewer rows than this under a head prove no table.
  private static let fewestRows = 2

  private func isCell(_ run: Range<Int>) -> Bool {
    guard run.count == 1 else { return false }
    let text = text(run.lowerBound)
    let isMarkup = ["-", "*", ">", "|", "#", "!", "<", "+", "`", " "].contains { text.hasPrefix($0) }
    guard !isMarkup, text.utf8.count <= 200 else { return false }
    switch HeadingMark(text) {
    case .sign, .number: return false
    case .plain, nil: return true
    }
  }

  /// The smallest width at which the sentences stand in the last column and nowhere else.
  ///
  /// Texts are read as they are asked for: most paragraphs begin no table, and their followers are never looked at.
  private func shape(of runs: ArraySlice<Range<Int>>) -> (columns: Int, cells: Int)? {
    let texts = { (from: Int, count: Int) in
      runs.dropFirst(from).prefix(count).map { text($0.lowerBound) }
    }
    for columns in 2...5 where runs.count >= columns * (Self.fewestRows + 1) {
      guard texts(0, columns).allSatisfy(isHead) else { return nil }
      var count = columns
      while count + columns <= runs.count, isRow(texts(count, columns)) { count += columns }
      let rows = count / columns - 1
      // With two columns a head and its pairs look like headings over paragraphs: ask for one row more.
      if rows >= Self.fewestRows + (columns == 2 ? 1 : 0) { return (columns, count) }
    }
    return nil
  }

  private func isHead(_ text: String) -> Bool {
    HeadingMark(text) == .plain && text.split(separator: " ").count <= 3
  }

  private func isRow(_ row: [String]) -> Bool {
    guard let last = row.last else { return false }
    return last.hasSuffix(".")
      && row.dropLast().allSatisfy { !$0.hasSuffix(".") && $0.split(separator: " ").count <= 8 }
  }
}
