import Language
import Templates

/// One year of an archive.
final class YearObject: HostObject {
  private let year: Int
  private let pages: [PageID]
  private let section: Int
  private let isCurrent: Bool
  private let view: Viewpoint

  init(_ year: Int, pages: [PageID], section: Int, isCurrent: Bool, in view: Viewpoint) {
    self.year = year
    self.pages = pages
    self.section = section
    self.isCurrent = isCurrent
    self.view = view
  }

  enum Member: String, CaseIterable, Sendable { case year, url, count, current, months, pages }

  private static let members = MemberTable<Member>()

  var memberNames: [String] { Self.members.names }

  func member(_ name: Name, reads: inout Reads) -> Value? {
    switch Self.members[name] {
    case .year: .int(year)
    case .url: view.path(view.publication.url(of: .archive(section: section, year: year)))
    case .count: .int(pages.count)
    case .current: .bool(isCurrent)
    case .months: months
    case .pages: view.objects(pages)
    case nil: nil
    }
  }

  func text(reads: inout Reads) -> Value { .int(year) }

  /// The months that have pages, the latest first.
  private var months: Value {
    var months: [(number: Int, pages: [PageID])] = []
    for page in pages {
      guard let month = view.tree.pages[page].entry.dates.date?.day.month else { continue }
      if months.last?.number != month { months.append((month, [])) }
      months[months.count - 1].pages.append(page)
    }
    return .list(
      months.map { month in
        .record(
          ("number", .int(month.number)),
          ("name", .text(CalendarNames.of(view.tongue).months[month.number - 1])),
          ("pages", view.objects(month.pages)))
      })
  }
}
