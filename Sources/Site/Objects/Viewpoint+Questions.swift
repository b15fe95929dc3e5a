import Diagnostics
import Frontmatter
import Language
import Nodes
import Templates

// What templates can ask of the site: `page("/blog/talos/")`, `section("blog")`, `pages(tag="talos", limit=5)`.

extension Viewpoint {
  /// The page at an address, or of a file, however it is spelt.
  func page(_ call: inout HostCall) throws(HostRefusal) -> Value {
    guard let written = call.text(0, "path") else {
      throw HostRefusal(PublicationFinding.argumentNeeded("path", of: "page"))
    }
    let found = publication.filler.search(Destination(written), from: here, reads: &call.reads)
    if case .found(let landing) = found, let page = landing.page { return object(page) }
    let meant = nearest(to: written, among: tree.pages.lazy.map(\.url))
    throw HostRefusal(PublicationFinding.noPage(written, meant: meant))
  }

  /// A section by its address or its folder.
  func section(_ call: inout HostCall) throws(HostRefusal) -> Value {
    guard let written = call.text(0, "path") else {
      throw HostRefusal(PublicationFinding.argumentNeeded("path", of: "section"))
    }
    call.reads.record(FactKey.sections)
    if let section = publication.section(written, in: language) { return object(.section(section)) }
    let meant = nearest(to: written, among: tree.sections.map(\.url))
    throw HostRefusal(PublicationFinding.noSection(written, meant: meant))
  }

  /// The pages of this language, the latest first, that fit all conditions given.
  func pages(_ call: inout HostCall) throws(HostRefusal) -> Value {
    var question = PagesQuestion(language: language)
    question.section = call.text(0, "section")
    for (argument, taxonomy) in Self.taxonomies {
      guard let name = call.named[argument]?.plainText else { continue }
      question.terms.append(PagesQuestion.Filing(taxonomy: taxonomy, name: name))
    }
    question.type = call.named["type"]?.plainText
    if case .bool(let isPinned)? = call.named["pinned"] { question.isPinned = isPinned }
    if case .int(let limit)? = call.named["limit"] { question.limit = limit }
    let key = question.key
    call.reads.record(key)
    publication.questions.note(question, as: key)
    guard let answer = publication.answer(to: question) else {
      let written = question.section ?? ""
      throw HostRefusal(
        PublicationFinding.noSection(written, meant: nearest(to: written, among: tree.sections.map(\.url))))
    }
    return objects(answer)
  }

  /// The arguments that name terms, with their taxonomies.
  private static let taxonomies = [
    ("tag", "tags"), ("category", "categories"), ("author", "authors"), ("series", "series"),
  ]

  /// A picture with its size, found from where the output's own text is at home.
  func image(_ call: inout HostCall) throws(HostRefusal) -> Value {
    guard let written = call.text(0, "path") else {
      throw HostRefusal(PublicationFinding.argumentNeeded("path", of: "image"))
    }
    return try publication.filler.image(written, from: here, at: .page, reads: &call.reads)
  }

  private var here: Home { publication.home(of: subject) }
}
