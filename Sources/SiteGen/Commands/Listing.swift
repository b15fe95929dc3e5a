import Bytes
import Diagnostics
import Frontmatter
import Language
import Site

/// What `sitegen list` can list.
enum Listing: String, CaseIterable, Sendable {
  case drafts, future, expired, pages, tags

  /// The rows of the list, each with its cells in the order of `columns`.
  func rows(of overview: Overview) -> [[String]] {
    switch self {
    case .drafts: overview.withheld(for: .draft).map { overview.row(of: $0, on: $0.dates.date) }
    case .future: overview.withheld(for: .future).map { overview.row(of: $0, on: $0.dates.published) }
    case .expired: overview.withheld(for: .expired).map { overview.row(of: $0, on: $0.dates.expires) }
    case .pages:
      overview.tree.byDate.map { id in
        let page = overview.tree.pages[id]
        return overview.row(of: page.entry, on: page.entry.dates.date) + [page.url]
      }
    case .tags:
      overview.indexes.filter { $0.name == "tags" }.flatMap { index in
        index.alphabetical().map { index.terms[$0] }.map { [String($0.pages.count), $0.name, $0.url] }
      }
    }
  }

  /// What the cells are, by the names that programs see.
  var columns: [String] {
    switch self {
    case .drafts, .future, .expired: ["date", "path", "title"]
    case .pages: ["date", "path", "title", "url"]
    case .tags: ["count", "name", "url"]
    }
  }

  /// The rows for a person: one a line, the columns below each other.
  func write(_ rows: [[String]], into out: inout [UInt8]) {
    let rows = rows.map { row in row.map(Self.onOneLine) }
    let widths = columns.indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    for row in rows {
      for (column, cell) in row.enumerated() {
        out.append(text: cell)
        guard column + 1 < row.count else { break }
        out.append(text: String(repeating: " ", count: widths[column] - cell.columns + Self.gap))
      }
      out.append("\n")
    }
  }

  /// The rows for a program: a list of objects under the name of the list.
  func writeJSON(_ rows: [[String]], into out: inout [UInt8]) {
    out.append(text: "{\"\(rawValue)\":[")
    for (index, row) in rows.enumerated() {
      out.append(text: index > 0 ? ",\n{" : "\n{")
      for (column, (name, cell)) in zip(columns, row).enumerated() {
        out.append(text: "\(column > 0 ? "," : "")\"\(name)\":")
        if name == "count" {
          out.append(text: cell)
        } else if name == "date", cell == Overview.noDate {
          out.append("null")
        } else {
          out.append(jsonString: cell)
        }
      }
      out.append("}")
    }
    out.append("]}\n")
  }

  /// The blanks between two columns.
  private static let gap = 2

  /// A title may hold a line break.
  private static func onOneLine(_ cell: String) -> String {
    String(
      String.UnicodeScalarView(
        cell.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}

extension Overview {
  /// What stands for the date of an undated page.
  fileprivate static let noDate = "-"

  fileprivate func row(of entry: Entry, on date: Stamp?) -> [String] {
    [date?.day.rfc3339 ?? Self.noDate, path(of: entry), entry.metadata.title]
  }
}
