import Bytes
import Templates

/// A page, section, term or list as templates see it: one shape for all, so that a base template never asks which.
///
/// What a kind does not have is none or empty.
final class PageObject: HostObject {
  let view: Viewpoint
  let subject: Subject
  let sheet: SubjectSheet
  /// Whether this is what the output shows, rather than something it mentions.
  let isCurrent: Bool

  init(_ subject: Subject, in view: Viewpoint) {
    self.view = view
    self.subject = subject
    sheet = view.publication.sheet(of: subject)
    isCurrent = subject == view.subject
  }

  /// The members, by their names in templates.
  enum Member: String, CaseIterable, Sendable {
    // Texts.
    case kind, type, title, heading, lead, description, summary, content, toc, words, minutes, params,
      language
    case name
    case hasMore = "has_more"
    case codeLanguages = "code_languages"
    // Addresses.
    case url, permalink, canonical, path, source, cover, resources, links, feeds, translations, noindex
    case jsonLD = "json_ld"
    // Dates and marks.
    case date, published, modified, expires, updated, draft, pinned, weight, status, technologies
    // What it belongs to.
    case tags, categories, series, authors, taxonomies, taxonomy, section, ancestors, parent, children
    case previous, next, related
    case seriesParts = "series_parts"
    // Lists.
    case pages, count, paginator, sections, years, terms, groups
    // The homelab.
    case inventory, cluster, changed
  }

  static let members = MemberTable<Member>()

  var memberNames: [String] { Self.members.names }

  func member(_ name: Name, reads: inout Reads) -> Value? {
    guard let member = Self.members[name] else { return nil }
    reads.record(member.column.key(of: sheet.key))
    return answer(member, &reads)
  }

  func write(_ name: Name, into out: inout OutputBuffer, escaping: Bool, reads: inout Reads) -> Bool {
    guard let member = Self.members[name], !(isCurrent && member == .url),
      sheet.write(member, into: &out, escaping: escaping)
    else { return false }
    reads.record(member.column.key(of: sheet.key))
    return true
  }

  func text(reads: inout Reads) -> Value {
    reads.record(Column.title.key(of: sheet.key))
    return answer(.title, &reads) ?? ""
  }

  private func answer(_ member: Member, _ reads: inout Reads) -> Value? {
    switch member {
    case .url: isCurrent ? addressMember(member, &reads) : sheet.answer(member)
    case .kind, .type, .title, .name, .description, .language, .date, .draft, .pinned: sheet.answer(member)
    case .heading, .lead, .summary, .content, .toc, .words, .minutes, .params, .hasMore, .codeLanguages:
      textMember(member, &reads)
    case .permalink, .canonical, .path, .source, .cover, .resources, .links, .feeds, .translations, .noindex,
      .jsonLD:
      addressMember(member, &reads)
    case .published, .modified, .expires, .updated, .weight, .status, .technologies:
      dateMember(member, &reads)
    case .tags, .categories, .series, .authors, .taxonomies, .taxonomy, .section, .ancestors, .parent,
      .children, .previous, .next, .related, .seriesParts:
      termMember(member, &reads)
    case .pages, .count, .paginator, .sections, .years, .terms, .groups, .inventory, .cluster, .changed:
      listMember(member, &reads)
    }
  }

  var publication: Publication { view.publication }
  var entry: Entry? { sheet.entry }
  var file: LoadedFile? { sheet.file }
}

extension PageObject {
  /// `page("/blog/talos/")`: the name of the page at hand is also the question for others.
  func answer(_ call: inout HostCall) throws(HostRefusal) -> Value? { try view.page(&call) }
}
