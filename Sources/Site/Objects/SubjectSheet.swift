import Frontmatter
import Language
import Templates

/// What any output may say of a subject, made once: a page stands in the lists of its section and its terms, beside its
/// neighbours and below what is related to it, and each of them asks for the same few answers.
///
/// Only what is the same from wherever it is looked at stands here; all else is `PageObject`'s to answer.
final class SubjectSheet: Sendable {
  /// The subject's key, from which those of its columns are made.
  let key: UInt64
  let entry: Entry?
  let file: LoadedFile?
  let language: String
  /// The terms that a page is filed under, by the number of their index; none for what is no page.
  let filings: [[Int]]
  private let kind: Value
  private let type: Value
  private let title: Value
  private let description: Value
  /// The address of the first page, where a list has several.
  private let url: Value
  private let date: Value

  init(_ subject: Subject, in publication: Publication) {
    key = publication.keys.key(of: subject)
    entry = publication.entry(of: subject)
    file = publication.file(of: subject)
    language = publication.language(of: subject)
    filings = publication.filings(of: subject)
    kind = .text(publication.kind(of: subject))
    type = .text(publication.type(of: subject))
    title = .text(publication.title(of: subject))
    description = .text(publication.description(of: subject))
    url = .text(publication.base.path(of: publication.url(of: subject)))
    date = Value(day: entry?.dates.date)
  }

  /// What a member says; nil when that is for others to tell.
  func answer(_ member: PageObject.Member) -> Value? {
    switch member {
    case .kind: kind
    case .type: type
    case .title, .name: title
    case .description: description
    case .url: url
    case .date: date
    case .language: .text(language)
    case .draft: .bool(entry?.metadata.isDraft ?? false)
    case .pinned: .bool(entry?.metadata.isPinned ?? false)
    default: nil
    }
  }
}

extension Publication {
  fileprivate func filings(of subject: Subject) -> [[Int]] {
    guard case .page(let number) = subject else { return [] }
    let page = tree.pages[number]
    return assembly.indexes.map { $0.language == page.language ? $0.terms(of: page) : [] }
  }
}
