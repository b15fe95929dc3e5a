import Templates

/// The names that every template begins with: the site, the page, and the functions that look for others.
final class RootObject: HostObject {
  let view: Viewpoint
  private let page: PageObject
  private let site: SiteObject

  init(in view: Viewpoint) {
    self.view = view
    page = PageObject(view.subject, in: view)
    site = SiteObject(in: view)
  }

  enum Member: String, CaseIterable, Sendable {
    case site, page, pages, section, image, paginator
  }

  private static let members = MemberTable<Member>()

  var memberNames: [String] { Self.members.names }

  func member(_ name: Name, reads: inout Reads) -> Value? {
    switch Self.members[name] {
    case .site: .object(site)
    case .page: .object(page)
    case .paginator: page.member(name, reads: &reads)
    case .pages: .function("pages") { [view] (call) throws(HostRefusal) in try view.pages(&call) }
    case .section: .function("section") { [view] (call) throws(HostRefusal) in try view.section(&call) }
    case .image: .function("image") { [view] (call) throws(HostRefusal) in try view.image(&call) }
    case nil: nil
    }
  }
}
