import Diagnostics
import Nodes

/// Reads a table whose cells are parted by commas: a list of maps by the names in the first line.
///
/// As RFC 4180 has it: cells may stand in double quotes, which are doubled inside. A first line that holds semicolons and
/// no commas parts by semicolons, as spreadsheets write where the comma is the decimal sign. Cells are texts.
enum CSVTable {
  static func read(_ source: Source) throws(Report) -> Node {
    var reader = CSVReader(source)
    var report = Report()
    var rows: [Node] = []
    do throws(Mistake) {
      guard let head = try reader.row() else { return Node([Node]()) }
      report.add(contentsOf: repeatedColumns(of: head, in: source))
      while let row = try reader.row() {
        guard row.cells.count == head.cells.count else {
          let finding = DataFinding.unevenRow(cells: row.cells.count, columns: head.cells.count)
          report.add(source.mistake(finding, at: row.range))
          continue
        }
        rows.append(Node(zip(head.cells, row.cells).map { ($0, Node($1)) }))
      }
    } catch {
      // Past an open quote nobody can say where a cell begins.
      report.add(error)
    }
    guard report.isEmpty else { throw report }
    return Node(rows)
  }

  private static func repeatedColumns(of head: CSVReader.Row, in source: Source) -> [Mistake] {
    var seen: Set<String> = []
    return head.cells.filter { !seen.insert($0).inserted }
      .map { source.mistake(DataFinding.repeatedColumn($0), at: head.range) }
  }
}

/// The bytes of a table while they are read.
private struct CSVReader {
  struct Row {
    let cells: [String]
    /// Its first line, for messages.
    let range: Range<Int>
  }

  private let source: Source
  private let separator: UInt8
  private var place = 0

  init(_ source: Source) {
    self.source = source
    let head = source.bytes.prefix { $0 != UInt8(ascii: "\n") }
    separator =
      head.contains(UInt8(ascii: ",")) || !head.contains(UInt8(ascii: ";"))
      ? UInt8(ascii: ",") : UInt8(ascii: ";")
  }

  /// The next row that holds anything; nil at the end.
  mutating func row() throws(Mistake) -> Row? {
    while place < source.bytes.count {
      let start = place
      var cells: [String] = []
      repeat { cells.append(try cell()) } while passSeparator()
      let end = source.bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      passLineEnd()
      if cells != [""] { return Row(cells: cells, range: start..<(end ?? source.bytes.count)) }
    }
    return nil
  }

  private mutating func cell() throws(Mistake) -> String {
    guard place < source.bytes.count, source.bytes[place] == UInt8(ascii: "\"") else {
      let start = place
      while place < source.bytes.count, !isEnd(source.bytes[place]) { place += 1 }
      return String(decoding: source.bytes[start..<place], as: UTF8.self)
    }
    return try quoted()
  }

  private mutating func quoted() throws(Mistake) -> String {
    let start = place
    var cell: [UInt8] = []
    place += 1
    while place < source.bytes.count {
      let byte = source.bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\"") else {
        cell.append(byte)
        continue
      }
      guard place < source.bytes.count, source.bytes[place] == UInt8(ascii: "\"") else {
        guard place == source.bytes.count || isEnd(source.bytes[place]) else {
          throw source.mistake(DataFinding.textAfterQuote, at: place..<place + 1)
        }
        return String(decoding: cell, as: UTF8.self)
      }
      cell.append(byte)
      place += 1
    }
    throw source.mistake(DataFinding.openQuote, at: start..<start + 1)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func passSeparator() -> Bool {
    guard place < source.bytes.count, source.bytes[place] == separator else { return false }
    place += 1
    return true
  }

  private mutating func passLineEnd() {
    if place < source.bytes.count, source.bytes[place] == UInt8(ascii: "\r") { place += 1 }
    if place < source.bytes.count, source.bytes[place] == UInt8(ascii: "\n") { place += 1 }
  }
}
