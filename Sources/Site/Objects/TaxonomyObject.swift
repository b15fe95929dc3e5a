import Templates

/// One way of grouping pages, with its terms.
final class TaxonomyObject: HostObject {
  private let number: Int
  private let view: Viewpoint

  init(_ number: Int, in view: Viewpoint) {
    self.number = number
    self.view = view
  }

  enum Member: String, CaseIterable, Sendable { case name, title, url, permalink, terms, count }

  private static let members = MemberTable<Member>()

  var memberNames: [String] { Self.members.names }

  func member(_ name: Name, reads: inout Reads) -> Value? {
    let index = view.publication.assembly.indexes[number]
    return switch Self.members[name] {
    case .name: .text(index.name)
    case .title: .text(index.shownTitle)
    case .url: view.path(index.url)
    case .permalink: view.absolute(index.url)
    case .count: .int(index.terms.count)
    case .terms:
      .list(view.publication.alphabetical(number).map { view.object(.term(index: number, term: $0)) })
    case nil: nil
    }
  }

  func text(reads: inout Reads) -> Value { .text(view.publication.assembly.indexes[number].shownTitle) }
}
