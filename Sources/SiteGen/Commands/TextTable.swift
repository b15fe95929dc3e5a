import Bytes
import Language

/// A table for the terminal: columns below each other, amounts to the right, a line under the headings.
struct TextTable {
  var headings: [String]
  /// Which columns stand to the right.
  var isRight: [Bool]
  var rows: [[String]]
  /// A cell wider than this is cut; nil for none.
  var limit: Int? = 48

  /// Two spaces tell columns apart.
  private static let gap = "  "

  func write(into out: inout [UInt8]) {
    let cells = rows.map { row in row.map { cut($0) } }
    let widths = headings.indices.map { column in
      max(headings[column].columns, cells.map { $0[column].columns }.max() ?? 0)
    }
    write(headings, widths, into: &out)
    out.append(text: widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap) + "\n")
    for row in cells { write(row, widths, into: &out) }
  }

  /// The last column has no spaces after it.
  private func write(_ row: [String], _ widths: [Int], into out: inout [UInt8]) {
    var line = ""
    for (column, cell) in row.enumerated() {
      let space = String(repeating: " ", count: widths[column] - cell.columns)
      line += (column > 0 ? Self.gap : "") + (isRight[column] ? space + cell : cell + space)
    }
    while line.hasSuffix(" ") { line.removeLast() }
    out.append(text: line + "\n")
  }

  /// The text on one line, and not wider than allowed.
  private func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard let limit, line.columns > limit else { return line }
    var kept = ""
    for character in line {
      guard (kept + String(character)).columns < limit else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
