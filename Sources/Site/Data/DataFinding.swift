import Diagnostics

/// What can be wrong with the files of `data/`, beyond their own formats.
enum DataFinding: Finding, Equatable {
  /// Another file would have the same name in templates.
  case nameTaken(name: String, by: String)
  case unevenRow(cells: Int, columns: Int)
  case repeatedColumn(String)
  case openQuote
  case textAfterQuote

  var code: String {
    switch self {
    case .nameTaken: "data-name-taken"
    case .unevenRow, .repeatedColumn, .openQuote, .textAfterQuote: "data-csv"
    }
  }

  var severity: Severity { .error }
}
