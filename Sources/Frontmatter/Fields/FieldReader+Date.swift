import Language
import Nodes

extension FieldReader {
  /// Reads a date, and tells what other programs would not understand in it.
  mutating func date(_ node: Node, key: String) -> PageDate? {
    guard case .scalar(let written, _) = node.content else {
      wrong(node, key: key, expected: .date)
      return nil
    }
    guard let text = node.text.flatMap(Self.trimmed) else { return nil }
    switch DateReader.read(text.utf8.span) {
    case .fault(let fault):
      note(.badDate(key: key, written: written, fault: fault), at: node.range)
      return nil
    case .date(let date, let quirk):
      if let quirk {
        note(quirk.finding(key: key, written: written, meant: date.full), at: node.range)
      }
      checkSeason(of: date, at: node.range, key: key)
      return date
    }
  }

  /// Half a year, in seconds: from one season's clock to the other's.
  private static let halfYear = 182 * Instant.secondsPerDay

  /// Tells, once for a file, an offset that the site's zone has only in the other half of the year.
  private mutating func checkSeason(of date: PageDate, at range: Range<Int>, key: String) {
    guard let zone, !hasToldOffset, case .instant(let moment) = date, moment.offset != .utc else { return }
    let expected = zone.period(at: moment.instant).offset
    let otherSeason = moment.instant.adding(seconds: Self.halfYear)
    guard moment.offset != expected, moment.offset == zone.period(at: otherSeason).offset else { return }
    hasToldOffset = true
    note(
      .offsetOfOtherSeason(key: key, offset: moment.offset.written, expected: expected.written),
      at: range)
  }
}

extension DateReading.Quirk {
  func finding(key: String, written: String, meant: String) -> FrontmatterFinding {
    switch self {
    case .shortHour: .shortHour(key: key, written: written, meant: meant)
    case .spanishWords: .dateInWords(key: key, written: written, meant: meant)
    case .slashes: .dateWithSlashes(key: key, written: written, meant: meant)
    }
  }
}
