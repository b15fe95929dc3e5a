extension GuideLines {
  /// Tells whether the document has headings written as Markdown: then its structure is its author's.
  func hasHeadings(outside code: [GuideEdit]) -> Bool {
    for line in 0..<count where !isClosed[line] && !code.contains(where: { $0.lines.contains(line) }) {
      let text = text(line)
      let hashes = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
      if (1...6).contains(hashes), text.utf8.dropFirst(hashes).first == 0x20 { return true }
      let isRule =
        !text.isEmpty && text.utf8.allSatisfy { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "-") }
      if isRule, line > 0, !isBlank(line - 1), text.utf8.count > 1 { return true }
    }
    return false
  }

  /// Headings and tables around the code of a pasted guide.
  func structure(around code: [GuideEdit]) -> [GuideEdit] {
    let runs = blocks.runs.filter { run in !code.contains { $0.lines.overlaps(run) } }
    let tables = tables(among: blocks.runs)
    let free = runs.filter { run in !tables.contains { $0.lines.overlaps(run) } }
    return tables + headings(among: free, code: code)
  }

  private func headings(among runs: [Range<Int>], code: [GuideEdit]) -> [GuideEdit] {
    let marks = runs.map { run in run.count == 1 ? HeadingMark(text(run.lowerBound)) : nil }
    let hasSigns = marks.dropFirst().contains { $0 == .sign }
    var parent = 1
    var edits: [GuideEdit] = []
    for (index, run) in runs.enumerated() {
      if index == 0, run == 0..<1, HeadingMark.isTitle(text(0)) {
        edits.append(GuideEdit(lines: run, kind: .heading(level: 1)))
        continue
      }
      guard let mark = marks[index] else { continue }
      let next = index + 1 < runs.count ? marks[index + 1] : nil
      let nextIsNear = index + 1 < runs.count && runs[index + 1].lowerBound <= run.upperBound + 2
      let level: Int
      switch mark {
      case .sign:
        level = 2
        parent = 2
      case .number(let depth):
        // Numbered lines one after another are a list.
        let previous = index > 0 && runs[index - 1].upperBound + 2 >= run.lowerBound ? marks[index - 1] : nil
        if next?.isNumber == true && nextIsNear || previous?.isNumber == true { continue }
        level = min(6, (hasSigns ? 3 : 2) + depth - 1)
        parent = level
      case .plain:
        guard !(next == .plain && nextIsNear), run.upperBound < count else { continue }
        level = min(6, parent + 1)
      }
      edits.append(GuideEdit(lines: run, kind: .heading(level: level)))
    }
    return edits
  }
}
