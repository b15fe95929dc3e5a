import Bytes
import Frontmatter
import Language
import Templates

/// What any output may say of a subject, made once: a page stands in the lists of its section and its terms, beside its
/// neighbours and below what is related to it, and each of them asks for the same few answers.
///
/// Only what is the same from wherever it is looked at stands here; all else is `PageObject`'s to answer.
final class SubjectSheet: Sendable {
  // What lists ask for lies together: they go through ten thousand sheets, and each line of memory is fetched anew.

  /// The subject's key, from which those of its columns are made.
  let key: UInt64
  private let title: String
  /// The address of the first page, where a list has several.
  private let url: String
  private let date: Value
  private let isDraft: Bool
  private let isPinned: Bool
  /// Whether its front matter names a picture for it.
  let hasCover: Bool
  private let description: String
  private let kind: Value
  private let type: Value
  let language: String
  let entry: Entry?
  let file: LoadedFile?
  /// The terms that a page is filed under, by the number of their index; none for what is no page.
  let filings: [[Int]]

  init(_ subject: Subject, in publication: Publication) {
    key = publication.keys.key(of: subject)
    entry = publication.entry(of: subject)
    file = publication.file(of: subject)
    language = publication.language(of: subject)
    filings = publication.filings(of: subject)
    kind = .text(publication.kind(of: subject))
    type = .text(publication.type(of: subject))
    title = publication.title(of: subject)
    description = publication.description(of: subject)
    url = publication.base.path(of: publication.url(of: subject))
    date = Value(day: entry?.dates.date)
    isDraft = entry?.metadata.isDraft ?? false
    isPinned = entry?.metadata.isPinned ?? false
    hasCover = entry?.metadata.cover != nil
  }

  /// What a member says; nil when that is for others to tell.
  func answer(_ member: PageObject.Member) -> Value? {
    switch member {
    case .kind: kind
    case .type: type
    case .title, .name: .text(title)
    case .description: .text(description)
    case .url: .text(url)
    case .date: date
    case .language: .text(language)
    case .draft: .bool(isDraft)
    case .pinned: .bool(isPinned)
    default: nil
    }
  }

  /// Writes what a member says, where that is a text of the sheet's own; false for all else.
  func write(_ member: PageObject.Member, into out: inout OutputBuffer, escaping: Bool) -> Bool {
    switch member {
    case .title, .name: out.append(text: title, escaping: escaping)
    case .description: out.append(text: description, escaping: escaping)
    case .url: out.append(text: url, escaping: escaping)
    default: return false
    }
    return true
  }
}

extension Publication {
  fileprivate func filings(of subject: Subject) -> [[Int]] {
    guard case .page(let number) = subject else { return [] }
    let page = tree.pages[number]
    return assembly.indexes.map { $0.language == page.language ? $0.terms(of: page) : [] }
  }
}
