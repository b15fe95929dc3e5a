import Bytes

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
    return opener(in: text) ?? table(in: origin)
  }

  /// Counts the three marks in one pass; each closing byte takes one of its kind back.
  private static func opener(in text: [UInt8]) -> (finding: MarkdownFinding, range: Range<Int>)? {
    text.withUnsafeBufferPointer { bytes in
      // Every mark has one of two bytes that few texts have by the ten thousand.
      guard
        hasMore(than: openers, of: UInt8(ascii: "!"), in: bytes)
          || hasMore(than: openers, of: UInt8(ascii: "<"), in: bytes)
      else { return nil }
      var pictures = 0
      var instructions = 0
      var declarations = 0
      for index in 0..<bytes.count - 1 where Self.mayOpenOrClose(bytes[index]) {
        let position = index..<index + 2
        switch (bytes[index], bytes[index + 1]) {
        case (UInt8(ascii: "]"), _): pictures = max(0, pictures - 1)
        case (UInt8(ascii: ">"), _):
          instructions = max(0, instructions - 1)
          declarations = max(0, declarations - 1)
        case (UInt8(ascii: "!"), UInt8(ascii: "[")):
          pictures += 1
          if pictures > openers { return (.tooManyOpeners("![", limit: openers), position) }
        case (UInt8(ascii: "<"), UInt8(ascii: "?")):
          instructions += 1
          if instructions > openers { return (.tooManyOpeners("<?", limit: openers), position) }
        case (UInt8(ascii: "<"), UInt8(ascii: "!")):
          declarations += 1
          if declarations > openers { return (.tooManyOpeners("<!", limit: openers), position) }
        default: continue
        }
      }
      return nil
    }
  }

  private static func hasMore(than limit: Int, of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    var index = 0
    while count <= limit, let place = bytes.next(byte, from: index) {
      count += 1
      index = place + 1
    }
    return count > limit
  }

  @inline(__always)
  private static func mayOpenOrClose(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "<")
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
