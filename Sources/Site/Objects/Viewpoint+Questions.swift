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
    let found = publication.filler.targets.search(Destination(written), from: here, reads: &call.reads)
    if case .found(let landing) = found, let page = landing.page { return object(page) }
    let meant = nearest(to: written, among: tree.pages.lazy.map(\.url))
    throw HostRefusal(PublicationFinding.noPage(written, meant: meant))
  }

  /// A section by its address or its folder.
  func section(_ call: inout HostCall) throws(HostRefusal) -> Value {
    guard let written = call.text(0, "path") else {
      throw HostRefusal(PublicationFinding.argumentNeeded("path", of: "section"))
    }
    if let section = section(written) { return object(.section(section)) }
    let meant = nearest(to: written, among: tree.sections.map(\.url))
    throw HostRefusal(PublicationFinding.noSection(written, meant: meant))
  }

  /// The pages of this language, the latest first, that fit all conditions given.
  func pages(_ call: HostCall) throws(HostRefusal) -> Value {
    var found: [PageID]
    if let written = call.text(0, "section") {
      guard let section = section(written) else {
        let meant = nearest(to: written, among: tree.sections.map(\.url))
        throw HostRefusal(PublicationFinding.noSection(written, meant: meant))
      }
      found = tree.allPages(of: section)
    } else {
      found = publication.pages(in: language)
    }
    for (argument, taxonomy) in [
      ("tag", "tags"), ("category", "categories"), ("author", "authors"), ("series", "series"),
    ] {
      if let name = call.named[argument]?.plainText {
        let filed = Set(pages(of: name, in: taxonomy))
        found.removeAll { !filed.contains($0) }
      }
    }
    if let type = call.named["type"]?.plainText {
      found.removeAll { publication.type(of: .page($0)) != type }
    }
    if case .bool(let isPinned)? = call.named["pinned"] {
      found.removeAll { tree.pages[$0].entry.metadata.isPinned != isPinned }
    }
    if case .int(let limit)? = call.named["limit"] { found = Array(found.prefix(max(0, limit))) }
    return objects(found)
  }

  /// A picture with its size, found from where the output's own text is at home.
  func image(_ call: inout HostCall) throws(HostRefusal) -> Value {
    guard let written = call.text(0, "path") else {
      throw HostRefusal(PublicationFinding.argumentNeeded("path", of: "image"))
    }
    return try publication.filler.image(written, from: here, at: .page, reads: &call.reads)
  }

  private var here: Home { publication.home(of: subject) }

  private func section(_ written: String) -> Int? {
    let name = written.split(separator: "/").joined(separator: "/")
    let url = publication.assembly.settings.root(of: language) + (name.isEmpty ? "" : "\(name)/")
    return tree.sections.firstIndex {
      $0.language == language && ($0.path == name || $0.url == url || $0.url == "/\(name)/")
    }
  }

  private func pages(of name: String, in taxonomy: String) -> [PageID] {
    let key = TermName(name).key
    for index in publication.assembly.indexes where index.name == taxonomy && index.language == language {
      return index.terms.first { TermName($0.slug).key == key }?.pages ?? []
    }
    return []
  }
}
