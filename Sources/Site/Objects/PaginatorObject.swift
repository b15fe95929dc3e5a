import Templates

/// The pages that a long list is cut into, seen from one of them.
final class PaginatorObject: HostObject {
  private let list: Pagination
  private let number: Int
  private let view: Viewpoint

  init(_ list: Pagination, at number: Int, in view: Viewpoint) {
    self.list = list
    self.number = number
    self.view = view
  }

  enum Member: String, CaseIterable, Sendable {
    case number, total, count, size, previous, next, first, last, pages
  }

  private static let members = MemberTable<Member>()

  var memberNames: [String] { Self.members.names }

  func member(_ name: Name, reads: inout Reads) -> Value? {
    switch Self.members[name] {
    case .number: .int(number)
    case .total: .int(list.total)
    case .count: .int(list.count)
    case .size: .int(list.size)
    case .previous: url(number - 1)
    case .next: url(number + 1)
    case .first: url(1)
    case .last: url(list.count)
    case .pages: .list(shown.map(entry))
    case nil: nil
    }
  }

  private func url(_ page: Int) -> Value { list.url(of: page).map(view.path) ?? Value.none }

  private func entry(_ page: Int?) -> Value {
    .record(
      ("number", .int(orNone: page)), ("url", page.map(url) ?? Value.none),
      ("current", .bool(page == number)),
      ("gap", .bool(page == nil)))
  }

  /// How many pages are shown on each side of the current one.
  private static let reach = 2

  /// The first, those around the current one, and the last; nil stands for those between.
  private var shown: [Int?] {
    var shown: [Int?] = []
    var last = 0
    for page in 1...list.count where page == 1 || page == list.count || abs(page - number) <= Self.reach {
      // A gap of one page is no gap: its number takes no more room.
      if page - last == 2 { shown.append(last + 1) } else if page - last > 2 { shown.append(nil) }
      shown.append(page)
      last = page
    }
    return shown
  }
}
