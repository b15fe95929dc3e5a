/// What the library reads in quadratic time is refused above a limit, with a message; plain mode is exempt.
enum Limits {
  /// How many `![`, `<?` or `<!` may stand open in one text: ten thousand take a tenth of a second.
  static let openers = 10_000
  /// How many columns a table may have.
  static let columns = 500
  /// How many mistakes of one text are told; each keeps a copy of its line.
  static let mistakes = 100
  /// Texts below this size cannot reach a limit in a harmful way.
  private static let harmlessSize = 20_000

  /// The first limit that a text exceeds.
  static func finding(in origin: Origin) -> (finding: MarkdownFinding, range: Range<Int>)? {
    let text = origin.text
    guard text.count > harmlessSize else { return nil }
    return opener("![", closedBy: UInt8(ascii: "]"), in: text) ?? opener(
      "<?", closedBy: UInt8(ascii: ">"), in: text)
      ?? opener("<!", closedBy: UInt8(ascii: ">"), in: text) ?? table(in: origin)
  }

  private static func opener(
    _ mark: StaticString, closedBy close: UInt8, in text: [UInt8]
  ) -> (finding: MarkdownFinding, range: Range<Int>)? {
    let first = mark.utf8Start[0]
    let second = mark.utf8Start[1]
    let position: Int? = text.withUnsafeBufferPointer { bytes in
      var open = 0
      for index in 0..<bytes.count - 1 {
        if bytes[index] == first, bytes[index + 1] == second {
          open += 1
          if open > openers { return index }
        } else if bytes[index] == close, open > 0 {
          open -= 1
        }
      }
      return nil
    }
    return position.map { (.tooManyOpeners(String(describing: mark), limit: openers), $0..<$0 + 2) }
  }

  /// A delimiter row with too many columns.
  private static func table(in origin: Origin) -> (finding: MarkdownFinding, range: Range<Int>)? {
    for line in 1...origin.lines.count {
      let range = origin.lines.range(of: line)
      guard range.count > columns * 2 else { continue }
      let bytes = origin.text[range]
      guard bytes.allSatisfy({ isSpace($0) || "|-:>".utf8.contains($0) }) else { continue }
      let count = bytes.count { $0 == UInt8(ascii: "|") } + 1
      if count > columns { return (.wideTable(columns: count, limit: columns), origin.line(line)) }
    }
    return nil
  }
}
