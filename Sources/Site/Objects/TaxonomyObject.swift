import Templates

/// One way of grouping pages, with its terms.
final class TaxonomyObject: HostObject {
  let number: Int
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
    guard let member = Self.members[name] else { return nil }
    reads.record(view.publication.keys.key(.terms(index: number), member.column))
    return switch member {
    case .name: .text(index.name)
    case .title: .text(index.shownTitle)
    case .url: view.path(index.url)
    case .permalink: view.absolute(index.url)
    case .count: .int(index.terms.count)
    case .terms:
      .list(view.publication.alphabetical(number).map { view.object(.term(index: number, term: $0)) })
    }
  }

  func text(reads: inout Reads) -> Value {
    reads.record(view.publication.keys.key(.terms(index: number), .title))
    return .text(view.publication.assembly.indexes[number].shownTitle)
  }
}

extension TaxonomyObject.Member {
  /// The column of the list of terms that the answer depends on.
  fileprivate var column: Column {
    switch self {
    case .name, .url, .permalink: .place
    case .title: .title
    case .terms, .count: .list
    }
  }
}
