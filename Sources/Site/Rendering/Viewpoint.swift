import Language
import Templates

/// From where the site is looked at: the output being rendered, on which many answers depend.
final class Viewpoint: Sendable {
  let publication: Publication
  let subject: Subject
  /// Which page of the subject's list is shown.
  let listPage: Int
  /// How that list is cut into pages; nil where there is none.
  let pagination: Pagination?
  /// The feeds of a term; none for what is no term.
  let feeds: Value
  let language: String
  /// The address of the output, from the root of the site.
  let url: String
  /// The subject's own text with its holes filled; nil while that is being done.
  let content: [UInt8]?

  init(
    _ publication: Publication, of subject: Subject, page: Int = 1, url: String, content: [UInt8]?
  ) {
    self.publication = publication
    self.subject = subject
    listPage = page
    pagination = publication.pagination(of: subject)
    feeds = publication.feedsSaid(byTerm: subject)
    language = publication.language(of: subject)
    self.url = url
    self.content = content
  }

  var tree: ContentTree { publication.tree }
  var tongue: Tongue { Tongue(of: language) }

  func object(_ subject: Subject) -> Value { .object(PageObject(subject, in: self)) }
  func object(_ page: PageID?) -> Value { page.map { object(.page($0)) } ?? .none }
  func objects(_ pages: some Sequence<PageID>) -> Value { .list(pages.map { object(.page($0)) }) }

  /// The address that a link needs: with the path of the site.
  func path(_ url: String) -> Value { .text(publication.base.path(of: url)) }
  func absolute(_ url: String) -> Value { .text(publication.base.absolute(url)) }
}
