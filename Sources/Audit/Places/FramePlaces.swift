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

  /// A mistake of what stands around the text of a page.
  mutating func mistake(_ slip: Slip, of route: Route) -> Mistake? {
    if slip.range.isEmpty { return slip.finding.mistake(of: site.templatePath(of: route)) }
    guard !slip.needle.isEmpty else { return nil }
    if let mistake = inFrontMatter(slip, of: route) { return mistake }
    let key = "\(slip.finding.code) \(slip.needle)"
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
      if let place = source.firstRange(of: slip.needle, from: 0) {
        return slip.finding.mistake(in: source, at: place)
      }
    }
    return nil
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

  /// The file to look into for what a template leaves out: the site's own of the page, else that of all pages.
  func templatePath(of route: Route) -> String {
    if let path = publication.templatePath(of: route), !path.hasPrefix(Self.builtIn) { return path }
    if let base = publication.setting.theme.files.template("base.html")?.path, !base.hasPrefix(Self.builtIn) {
      return base
    }
    return route.source
  }
}
