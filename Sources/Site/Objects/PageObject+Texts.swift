import Bytes
import Frontmatter
import Language
import Markdown
import Nodes
import Templates

// What a page says.

extension PageObject {
  func textMember(_ member: Member, _ reads: inout Reads) -> Value? {
    switch member {
    case .heading: heading
    case .lead: .text(orNone: entry?.metadata.description)
    case .summary: summary(&reads)
    case .hasMore: .bool(file?.brief.hasMore ?? false)
    case .content: content(&reads)
    case .toc: .list((file?.article.contents ?? []).map { .object(HeadingObject($0)) })
    case .words: .int(file?.brief.words ?? 0)
    case .minutes: .int(entry?.metadata.readTime ?? file?.brief.minutes ?? 0)
    case .codeLanguages: .list((file?.brief.codeLanguages ?? []).map { .text($0) })
    case .params: .map(Map((entry?.metadata.params ?? []).map { ($0.key, Value($0.value)) }))
    default: nil
    }
  }

  private var heading: Value {
    if let heading = file?.brief.heading { return .markup(heading) }
    return .safe(publication.title(of: subject).markupEscaped)
  }

  private func content(_ reads: inout Reads) -> Value {
    if isCurrent { return .markup(view.content ?? []) }
    return .markup(publication.filled(subject, .whole, at: .excerpt, &reads))
  }

  private func summary(_ reads: inout Reads) -> Value {
    // A shortcode that shows its own page's opening would stand in itself.
    if isCurrent, view.content == nil { return .markup([]) }
    return .markup(publication.filled(subject, .excerpt, at: .excerpt, &reads))
  }
}

extension Publication {
  /// What `page.kind` says.
  func kind(of subject: Subject) -> String {
    switch subject {
    case .page: "page"
    case .section(let section): tree.sections[section].path.isEmpty ? "home" : "section"
    case .term: "term"
    case .terms: "terms"
    case .archive: "archive"
    case .notFound: "404"
    case .inventory: "inventory"
    }
  }

  /// What a subject is about, in plain words: what its file says, else the beginning of its text.
  func description(of subject: Subject) -> String {
    if let entry = entry(of: subject), let said = entry.metadata.description ?? entry.metadata.summary {
      return said
    }
    if let file = file(of: subject) {
      let opening = opening(of: file, subject)
      if !opening.isEmpty { return opening }
    }
    if case .section(let section) = subject, tree.sections[section].path.isEmpty {
      return configuration.description
    }
    return ""
  }
}

extension Publication {
  /// The opening of a text in plain words, with what shortcodes such as `fact` write into it.
  private func opening(of file: LoadedFile, _ subject: Subject) -> String {
    guard file.brief.opensWithShortcode else { return file.brief.opening }
    var notes = FillingNotes()
    let html = filler.opening(of: file.article, of: home(of: subject), noting: &notes)
    return notes.faults.isEmpty && notes.mistakes.isEmpty ? PlainExcerpt.text(of: html) : file.brief.opening
  }
}

extension Article {
  /// Whether more follows than the excerpt shows.
  var hasMore: Bool { excerpt.map { $0.end < html.count } ?? false }
}
