import Bytes
import Frontmatter
import Language
import Markdown
import Templates

extension Publication {
  /// What a page tells machines about itself, as the scripts that stand in its head.
  func structuredData(of subject: Subject, reads: inout Reads) -> [UInt8] {
    let key = keys.key(of: subject)
    for column in Self.columnsOfStructuredData { reads.record(column.key(of: key)) }
    reads.record(FactKey.site("author", in: language(of: subject)))
    // Little more than most pages say.
    var out = OutputBuffer(capacity: 4096)
    if let work = work(of: subject, &reads) { script(into: &out) { StructuredData.write(work, into: &$0) } }
    writeWay(to: subject, into: &out)
    if kind(of: subject) == "home", let author {
      let settings = configuration.author
      script(into: &out) {
        StructuredData.write(
          author, description: settings.bio, image: settings.avatar.map { absolute(address(of: $0)) },
          sameAs: settings.links.map(\.url), into: &$0)
      }
    }
    var bytes: [UInt8] = []
    out.write(into: &bytes)
    return bytes
  }

  private static let columnsOfStructuredData: [Column] = [
    .place, .trail, .title, .description, .dates, .measures, .metadata,
  ]

  private func writeWay(to subject: Subject, into out: inout OutputBuffer) {
    if let way = shared.way(to: subject, in: self) {
      return script(into: &out) { StructuredData.write(way.trail, to: crumb(subject), into: &$0) }
    }
    let ancestors = ancestors(of: subject)
    guard !ancestors.isEmpty else { return }
    script(into: &out) { StructuredData.write(breadcrumbs: (ancestors + [subject]).map(crumb), into: &$0) }
  }

  /// One step of a way through the site, as machines read it.
  func crumb(_ subject: Subject) -> (name: String, url: String) {
    (title(of: subject), base.absolute(url(of: subject)))
  }

  private func script(into out: inout OutputBuffer, _ write: (inout OutputBuffer) -> Void) {
    out.append("<script type=\"application/ld+json\">")
    write(&out)
    out.append("</script>\n")
  }

  /// The whole address of a page's picture, if it is there.
  private func cover(of entry: Entry, at subject: Subject, _ reads: inout Reads) -> String? {
    guard let cover = entry.metadata.cover else { return nil }
    let picture = picture(cover.path, from: home(of: subject), reads: &reads)
    return picture.isFound ? picture.permalink : nil
  }

  private func work(of subject: Subject, _ reads: inout Reads) -> StructuredData.Work? {
    guard case .page(let page) = subject else { return nil }
    let type = type(of: subject)
    guard type != "page" else { return nil }
    let entry = tree.pages[page].entry
    let authors = authors(of: entry, reads: &reads)
    let description = description(of: subject)
    return StructuredData.Work(
      type == "project" ? .project : .posting, title: entry.metadata.title,
      description: description.isEmpty ? nil : description, url: base.absolute(tree.pages[page].url),
      image: cover(of: entry, at: subject, &reads),
      language: tree.pages[page].language, published: entry.dates.date?.moment,
      modified: entry.dates.modified?.moment,
      authors: authors.isEmpty ? [author].compactMap(\.self) : authors,
      keywords: entry.metadata.tags, words: files[page]?.brief.words ?? 0)
  }
}
