import Diagnostics
import Frontmatter
import Site

/// Judges the titles and descriptions of pages: those that are missing, too long, or another page's too.
struct Titles {
  private let site: AuditedSite

  init(_ site: AuditedSite) { self.site = site }

  /// One page with what it says of itself.
  private struct Said {
    let route: Route
    let language: String
    let entry: Entry
    let description: String?
    let descriptionField: Field
  }

  var mistakes: [Mistake] {
    let pages = pages
    var titles: [[String]: String] = [:]
    var descriptions: [[String]: String] = [:]
    return pages.flatMap { page -> [Mistake] in
      titleFindings(of: page, &titles).map { site.mistake($0, in: page.entry, at: .title, of: page.route) }
        + descriptionFindings(of: page, &descriptions).map {
          site.mistake($0, in: page.entry, at: page.descriptionField, of: page.route)
        }
    }
  }

  private var pages: [Said] {
    let tree = site.publication.assembly.tree
    return site.publication.assembly.routes.routes.indices.compactMap { number in
      let route = site.publication.assembly.routes.routes[number]
      guard case .page(let page) = route.output, let facts = site.facts[number], !facts.isHidden
      else { return nil }
      let metadata = tree.pages[page].entry.metadata
      return Said(
        route: route, language: tree.pages[page].language, entry: tree.pages[page].entry,
        description: metadata.description ?? metadata.summary,
        descriptionField: metadata.description == nil ? .summary : .description)
    }
  }

  private func titleFindings(of page: Said, _ titles: inout [[String]: String]) -> [AuditFinding] {
    let metadata = page.entry.metadata
    if metadata.origin(of: .title)?.teller == .fileName { return [.noTitle] }
    var findings: [AuditFinding] = []
    let count = metadata.title.count
    if count > AuditFinding.longestTitle { findings.append(.longTitle(count)) }
    let path = page.entry.file.shownPath
    if let other = titles.updateValue(path, forKey: [page.language, metadata.title]) {
      titles[[page.language, metadata.title]] = other
      findings.append(.repeatedTitle(metadata.title, other: other))
    }
    return findings
  }

  private func descriptionFindings(
    of page: Said, _ descriptions: inout [[String]: String]
  ) -> [AuditFinding] {
    guard let description = page.description, !description.isEmpty else {
      return site.publication.opening(of: page.route)?.isEmpty ?? true ? [.noDescription] : []
    }
    var findings: [AuditFinding] = []
    let count = description.count
    if count > AuditFinding.longestDescription { findings.append(.longDescription(count)) }
    let key = [page.language, description]
    if let other = descriptions.updateValue(page.entry.file.shownPath, forKey: key) {
      descriptions[key] = other
      findings.append(.repeatedDescription(other: other))
    }
    return findings
  }
}
