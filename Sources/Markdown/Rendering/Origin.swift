import Bytes
import Diagnostics

/// Where a text being rendered comes from, so that places in it become places in the author's file.
struct Origin {
  let source: Source
  let text: [UInt8]
  let lines: Lines
  /// How far the text is into the file; nil when it was dedented, and only lines can be told.
  private let shift: Int?
  /// The line of the file that the text's first line is.
  private let firstLine: Int
  private let fileLines: Lines?
  /// For each line of a mended text, the author's line, counted from 0; empty where they are the same.
  private let authorLines: [Int]

  /// The body of a file.
  init(_ source: Source, from start: Int) {
    self.source = source
    text = start == 0 ? source.bytes : Array(source.bytes[start...])
    lines = Lines(of: text)
    shift = start
    firstLine = start == 0 ? 1 : Lines(of: Array(source.bytes[..<start])).count
    fileLines = nil
    authorLines = []
  }

  /// The body of a file after its code was fenced.
  init(_ source: Source, from start: Int, mended: MendedGuide) {
    self.source = source
    text = mended.bytes
    lines = Lines(of: text)
    shift = nil
    firstLine = start == 0 ? 1 : Lines(of: Array(source.bytes[..<start])).count
    fileLines = Lines(of: source.bytes)
    authorLines = mended.authorLines
  }

  /// A piece of a text, taken out of its container.
  init(inner: [UInt8], at offset: Int, of outer: Origin) {
    source = outer.source
    text = inner
    lines = Lines(of: inner)
    shift = nil
    let files = outer.fileLines ?? Lines(of: outer.source.bytes)
    fileLines = files
    authorLines = []
    firstLine = files.line(at: outer.file(offset..<offset).lowerBound)
  }

  /// The same range in the author's file.
  func file(_ range: Range<Int>) -> Range<Int> {
    if let shift { return range.lowerBound + shift..<range.upperBound + shift }
    guard let fileLines else { return 0..<0 }
    let line = lines.line(at: range.lowerBound)
    let inFile = fileLines.range(of: fileLine(line))
    let column = range.lowerBound - lines.start(of: line)
    // What was taken away stood at the start of the line: measured from its end, the column is right.
    let length = lines.range(of: line).count
    let end = authorLines.isEmpty ? inFile.upperBound - length : inFile.lowerBound
    let start = min(max(inFile.lowerBound, end + column), inFile.upperBound)
    return start..<max(start, min(inFile.upperBound, start + range.count))
  }

  /// The line of the file that a line of the text is.
  func fileLine(_ line: Int) -> Int {
    let index = line - 1
    return firstLine + (authorLines.indices.contains(index) ? authorLines[index] : index)
  }

  /// Where a line's own text stands, without its indentation and its end.
  func line(_ number: Int) -> Range<Int> {
    let range = lines.range(of: number)
    let inner = trimmed(text[range])
    return inner.isEmpty ? range.lowerBound..<range.lowerBound : inner.startIndex..<inner.endIndex
  }

  /// Where bytes stand in a line or the few after it; the line itself when they were written otherwise.
  func find(_ needle: Span<UInt8>, from start: Int, line: Int) -> Range<Int> {
    let limit = min(text.count, lines.range(of: line + 3).upperBound)
    guard !needle.isEmpty, start < limit else { return self.line(line) }
    let found: Int? = text.withUnsafeBufferPointer { text in
      needle.withUnsafeBufferPointer { needle in
        let bytes = UnsafeBufferPointer(rebasing: text[..<limit])
        var index = max(start, lines.start(of: line))
        while let place = bytes.next(needle[0], from: index) {
          if bytes.holds(needle, at: place) { return place }
          index = place + 1
        }
        return nil
      }
    }
    return found.map { $0..<$0 + needle.count } ?? self.line(line)
  }
}
