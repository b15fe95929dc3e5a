/// What of a page, a section or a term can change without the rest: the grain in which outputs note what they read.
enum Column: Int, CaseIterable, Sendable {
  /// Where it answers, in which language, and of what kind it is.
  case place
  /// What it belongs to: its sections up to the root with their titles, and their feeds.
  case trail
  /// Its title, and what its own heading makes of it.
  case title
  /// What it is about, in words.
  case description
  case dates
  /// Everything else that its front matter says.
  case metadata
  /// Its text, with the marks for what stands elsewhere.
  case content
  /// The opening of its text.
  case excerpt
  /// How long the text is, and the languages of its code.
  case measures
  case contents
  /// The terms that it is filed under, or that stand below it.
  case terms
  /// Its neighbours in time.
  case neighbours
  case series
  case translations
  /// The files of its own.
  case resources
  /// The pages, sections or terms that it lists.
  case list
  /// What is looked at to find related pages.
  case kinship
  /// Its file, byte by byte: for what is told of places in it.
  case file

  /// The key under which outputs note that they read this of a subject.
  @inline(__always)
  func key(of subject: UInt64) -> UInt64 {
    let mixed = (subject &+ UInt64(rawValue + 1) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 29)
  }
}

extension PageObject.Member {
  /// The column that the answer of a member depends on.
  var column: Column {
    switch self {
    case .kind, .type, .language, .url, .permalink, .canonical, .path, .source, .noindex, .inventory,
      .cluster, .taxonomy:
      .place
    case .title, .name, .heading: .title
    case .lead, .description: .description
    case .summary: .excerpt
    case .content, .changed: .content
    case .toc: .contents
    case .words, .minutes, .hasMore, .codeLanguages: .measures
    case .params, .cover, .links, .draft, .pinned, .weight, .status, .technologies: .metadata
    case .resources: .resources
    case .feeds, .section, .ancestors, .parent: .trail
    case .translations: .translations
    case .jsonLD: .metadata
    case .date, .published, .modified, .expires, .updated: .dates
    case .tags, .categories, .series, .authors, .taxonomies, .children: .terms
    case .previous, .next: .neighbours
    case .related: .kinship
    case .seriesParts: .series
    case .pages, .count, .paginator, .sections, .years, .terms, .groups: .list
    }
  }
}
