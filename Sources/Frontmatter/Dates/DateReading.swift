/// What became of a date that an author wrote.
enum DateReading: Equatable {
  /// A date, and what is unusual about its spelling.
  case date(PageDate, Quirk?)
  case fault(DateFault)

  /// A spelling that is understood, but that other programs may not understand.
  enum Quirk: Equatable {
    /// `T8:45` instead of `T08:45`.
    case shortHour
    /// `12 de agosto de 2025`.
    case spanishWords
    /// `2025/08/12`.
    case slashes
  }
}

/// Why a date cannot be read.
public enum DateFault: Error, Hashable {
  /// `10-12-2024`: the month may be either; both readings in the order of ISO 8601.
  case ambiguous(monthFirst: String, dayFirst: String)
  /// `25-12-2024`: only one reading exists, but it is not the order that is read.
  case dayFirst(meant: String)
  /// `2025-13-45`.
  case noSuchMonth(Int)
  /// `2025-02-30`.
  case noSuchDay(Int, daysInMonth: Int)
  /// `25:61`.
  case noSuchTime
  /// `+25:00`.
  case noSuchOffset
  /// `24-08-12`.
  case shortYear
  /// Anything else.
  case unreadable
}
