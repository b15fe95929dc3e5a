import Templates

/// The names that every template begins with.
final class RootObject: HostObject {
  private let view: Viewpoint
  private let page: PageObject

  init(in view: Viewpoint) {
    self.view = view
    page = PageObject(view.subject, in: view)
  }

  enum Member: String, CaseIterable, Sendable {
    case site, page, pages, section, paginator
  }

  private static let members = MemberTable<Member>()

  var memberNames: [String] { Self.members.names }

  func member(_ name: Name, reads: inout Reads) -> Value? {
    switch Self.members[name] {
    case .site: .object(SiteObject(in: view))
    case .page: .object(page)
    case .paginator: page.member("paginator", reads: &reads)
    case .section, .pages: nil
    case nil: nil
    }
  }
}
