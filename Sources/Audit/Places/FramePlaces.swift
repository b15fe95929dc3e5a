import Diagnostics
import Disk
import Frontmatter
import Site
import Themes

/// Finds places of what stands around the texts of pages: in their front matter, in templates, in data.
///
/// What is found in none of them was made of something that is told where it stands.
struct FramePlaces {
  private let site: AuditedSite
  /// The files that pages are made of beside their texts.
  private let sources: [Source]
  /// What was found for a text before; the same mistake stands on thousands of pages.
  private var known: [String: [Mistake]] = [:]

  init(_ site: AuditedSite) {
    self.site = site
    let files = site.publication.setting.theme.files
    let templates = files.names.filter { $0.hasPrefix("templates/") }.compactMap { files[$0] }
      .filter { !$0.path.hasPrefix(AuditedSite.builtIn) }
    sources =
      templates.map { Source(path: $0.path, bytes: $0.bytes) } + [site.draft.folder.source]
      + Self.folders.flatMap { Self.sources(in: $0, of: site.draft) }
  }

  /// Where what templates show may be written.
  private static let folders = ["data", "inventory"]

  private static func sources(in folder: String, of draft: PublicationDraft) -> [Source] {
    let root = draft.place(of: folder)
    guard File.exists(root) else { return [] }
    do throws(DiskFailure) {
      return try Tree(walking: root).files.compactMap { draft.source("\(folder)/\($0.path.text)") }
    } catch {
      // What cannot be read was told when the site was read.
      return []
    }
  }

  /// A mistake of what stands around the text of a page, or of what a shortcode wrote into it.
  mutating func mistake(_ slip: Slip, of route: Route) -> Mistake? {
    if slip.range.isEmpty {
      return slip.finding.mistake(of: site.templatePath(of: route, holding: slip.missing))
    }
    guard !slip.needle.isEmpty || !slip.exact.isEmpty else { return nil }
    if !slip.isInContent, let mistake = inFrontMatter(slip, of: route) { return mistake }
    let key = "\(slip.finding.code) \(slip.needle) \(slip.exact)"
    if known[key] == nil { known[key] = inSources(slip).map { [$0] } ?? [] }
    return known[key]?.first
  }

  private func inFrontMatter(_ slip: Slip, of route: Route) -> Mistake? {
    guard let entry = site.publication.entry(of: route), !entry.metadata.origins.isEmpty,
      let source = site.draft.source(entry.file.shownPath), let head = source.frontMatter,
      let place = source.firstRange(of: slip.needle, from: head.lowerBound, to: head.upperBound)
    else { return nil }
    return slip.finding.mistake(in: source, at: place)
  }

  private func inSources(_ slip: Slip) -> Mistake? {
    for source in sources {
      guard let tag = source.firstRange(of: slip.exact, from: 0) else { continue }
      let place = source.firstRange(of: slip.needle, from: tag.lowerBound, to: tag.upperBound)
      return slip.finding.mistake(in: source, at: place ?? tag)
    }
    for source in sources {
      if let place = source.firstRange(of: slip.needle, from: 0) {
        return slip.finding.mistake(in: source, at: place)
      }
    }
    return nil
  }
}

extension Slip {
  /// What a template would have to hold that leaves nothing out.
  fileprivate var missing: String {
    switch Rule(rawValue: finding.code) {
    case .noLanguage: "<html"
    case .noTitle: "<title"
    case .noCanonical: "<head"
    case .repeatedCanonical: "rel=\"canonical\""
    default: ""
    }
  }
}

extension Source {
  /// Where a front matter stands: between two lines of dashes.
  fileprivate var frontMatter: Range<Int>? {
    guard bytes.starts(with: "---".utf8) else { return nil }
    return firstRange(of: "\n---", from: 3).map { 3..<$0.lowerBound }
  }
}

extension AuditedSite {
  /// What the paths of the program's own templates begin with.
  static let builtIn = "sitegen/"

  /// More templates than this do not stand upon each other.
  private static let highest = 16

  /// The file to look into for what a template leaves out: the one of the page, or that of those it stands upon which
  /// holds the element; the page's own file where the site has no such template.
  func templatePath(of route: Route, holding element: String) -> String {
    let files = publication.setting.theme.files
    var path = publication.templatePath(of: route)
    for _ in 0..<Self.highest {
      guard let current = path, let file = files[current.templateName], !current.hasPrefix(Self.builtIn)
      else { break }
      let source = Source(path: current, bytes: file.bytes)
      guard !element.isEmpty, source.firstRange(of: element, from: 0) == nil,
        let start = source.firstRange(of: "{% extends \"", from: 0)?.upperBound,
        let end = source.firstRange(of: "\"", from: start)?.lowerBound
      else { return current }
      path = files.template(String(decoding: file.bytes[start..<end], as: UTF8.self))?.path
    }
    if let base = files.template("base.html")?.path, !base.hasPrefix(Self.builtIn) { return base }
    return route.source
  }
}

extension String {
  /// `templates/post.html` of `themes/sereno/templates/post.html`.
  fileprivate var templateName: String {
    guard hasPrefix("themes/") else { return self }
    return split(separator: "/").dropFirst(2).joined(separator: "/")
  }
}
