/// Where the code stands inside a line of prose: between backticks, or in `<code>`, `<pre>`, `<kbd>`, `<samp>`.
enum CodeSpans {
  /// The spans of a line, in order, their marks included.
  static func all(in line: [UInt32]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var index = 0
    while index < line.count {
      switch line[index] {
      case Self.backtick:
        let run = runLength(in: line, at: index)
        let end = closing(run, in: line, from: index + run)
        if let end { spans.append(index..<end) }
        index = end ?? index + run
      case 0x3C:
        let end = elementEnd(in: line, at: index)
        if let end { spans.append(index..<end) }
        index = end ?? index + 1
      default: index += 1
      }
    }
    return spans
  }

  private static let backtick: UInt32 = 0x60
  private static let elements = ["code", "pre", "kbd", "samp"].map { $0.unicodeScalars.map(\.value) }

  private static func runLength(in line: [UInt32], at index: Int) -> Int {
    var end = index
    while line.at(end) == backtick { end += 1 }
    return end - index
  }

  private static func closing(_ run: Int, in line: [UInt32], from start: Int) -> Int? {
    var index = start
    while index < line.count {
      guard line[index] == backtick else {
        index += 1
        continue
      }
      let other = runLength(in: line, at: index)
      index += other
      if other == run { return index }
    }
    return nil
  }

  private static func elementEnd(in line: [UInt32], at index: Int) -> Int? {
    for name in elements where line[(index + 1)...].starts(with: name) {
      let after = line.at(index + 1 + name.count)
      guard after == 0x20 || after == 0x3E else { continue }
      let closing: [UInt32] = [0x3C, 0x2F] + name + [0x3E]
      var place = index + 1 + name.count
      while place + closing.count <= line.count {
        if line[place] == 0x3C, line[place...].starts(with: closing) { return place + closing.count }
        place += 1
      }
    }
    return nil
  }
}
