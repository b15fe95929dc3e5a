/// A guide after mending: its text, what was changed, and which line of the author's each line comes from.
public struct MendedGuide: Sendable {
  public private(set) var bytes: [UInt8] = []
  public let edits: [GuideEdit]
  /// For each line of `bytes`, the author's line, both counted from 0; empty when nothing was changed.
  public private(set) var authorLines: [Int] = []
  /// At most one for a file, with the bytes of the author's text that it points at.
  public internal(set) var finding: (GuideFinding, Range<Int>)?

  init(untouched bytes: [UInt8], finding: (GuideFinding, Range<Int>)? = nil) {
    self.bytes = bytes
    self.finding = finding
    edits = []
  }

  /// Applies edits that are sorted and do not overlap.
  init(_ lines: GuideLines, edits: [GuideEdit]) {
    self.edits = edits
    var next = 0
    for edit in edits {
      copy(next..<edit.lines.lowerBound, of: lines)
      switch edit.kind {
      case .fence(let language): fence(edit.lines, of: lines, as: language)
      case .heading(let level):
        put(
          String(repeating: "#", count: level) + " " + lines.text(edit.lines.lowerBound),
          edit.lines.lowerBound)
      case .table(let columns): table(edit.lines, of: lines, columns: columns)
      }
      next = edit.lines.upperBound
    }
    copy(next..<lines.count, of: lines)
    if !lines.endsWithNewline, bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
  }
}

extension MendedGuide {
  private mutating func put(_ text: String, _ line: Int) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
    authorLines.append(line)
  }

  private mutating func copy(_ range: Range<Int>, of lines: GuideLines) {
    for line in range {
      bytes.append(contentsOf: lines.source[lines.ranges[line]])
      bytes.append(UInt8(ascii: "\n"))
      authorLines.append(line)
    }
  }

  private mutating func fence(_ range: Range<Int>, of lines: GuideLines, as language: GuideLanguage) {
    let marks = range.contains { lines.text($0).contains("```") } ? "````" : "```"
    put(marks + language.rawValue, range.lowerBound)
    for line in range { put(GuideLines.withoutDoubledLinks(lines.text(line)), line) }
    put(marks, range.upperBound - 1)
    // Code may follow code; a blank line keeps the fences apart for the eye.
    if range.upperBound < lines.count, !lines.isBlank(range.upperBound) { put("", range.upperBound - 1) }
  }

  private mutating func table(_ range: Range<Int>, of lines: GuideLines, columns: Int) {
    let cells = range.filter { !lines.isBlank($0) }
    for start in stride(from: 0, to: cells.count, by: columns) {
      let row = cells[start..<start + columns]
      put("| " + row.map { cell(lines.text($0)) }.joined(separator: " | ") + " |", row[start])
      if start == 0 { put("|" + String(repeating: " --- |", count: columns), row[start]) }
    }
  }

  /// Commands stand as code, so that `<pod>` is not taken for a tag.
  private func cell(_ text: String) -> String {
    var cell = ""
    for scalar in GuideLines.trimmed(text).unicodeScalars {
      if scalar == "|" { cell.unicodeScalars.append("\\") }
      cell.unicodeScalars.append(scalar)
    }
    let isCode = !cell.contains("`") && (CodeEvidence.command(cell) >= 2)
    return isCode ? "`" + cell + "`" : cell
  }
}
