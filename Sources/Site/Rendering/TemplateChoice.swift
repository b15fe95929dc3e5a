import Frontmatter
import Nodes
import Templates

/// Which template shows a subject.
///
/// The page's own `template` or `layout`, then that of its section's settings, then the first of its kind that there is.
struct TemplateChoice {
  let publication: Publication

  /// A template that was found, and the keys of those that were looked for.
  struct Layout: Sendable {
    let name: String
    var reads: [UInt64] = []
  }

  /// The name of the template, noting which others would have come first.
  func name(for subject: Subject, reads: inout Reads) -> String {
    for column in [Column.place, .trail, .metadata] { reads.record(publication.keys.key(subject, column)) }
    for name in named(by: subject) {
      reads.record(FactKey.template(name))
      if publication.catalogue.has(name) { return name }
    }
    var layout: Layout?
    switch subject {
    case .page(let page):
      let section = publication.tree.pages[page].section
      layout = publication.shared.layouts[section][publication.type(of: subject)]
    case .term(let index, _): layout = publication.shared.termLayouts[index]
    default: break
    }
    let found = layout ?? first(of: candidates(for: subject))
    for key in found.reads { reads.record(key) }
    return found.name
  }

  /// What sorts of pages there are.
  static let pageTypes = ["post", "project", "page"]

  /// The template for pages of a sort in a section, which are many and need not each look for theirs.
  func layout(of type: String, in section: Int) -> Layout { first(of: candidates(for: type, in: section)) }

  /// The template for the terms of an index.
  func layout(ofTermsOf index: Int) -> Layout { first(of: candidates(for: .term(index: index, term: 0))) }

  private func candidates(for type: String, in section: Int) -> [String] {
    below(publication.tree.sections[section].path, "\(type).html") + ["page.html"]
  }

  private func first(of names: [String]) -> Layout {
    var layout = Layout(name: Self.last)
    for name in names {
      layout.reads.append(FactKey.template(name))
      if publication.catalogue.has(name) { return Layout(name: name, reads: layout.reads) }
    }
    layout.reads.append(FactKey.template(Self.last))
    return layout
  }

  /// What every theme has.
  private static let last = "base.html"

  /// The names that the kind of a subject suggests, the best first.
  private func candidates(for subject: Subject) -> [String] {
    let tree = publication.tree
    switch subject {
    case .page(let page): return candidates(for: publication.type(of: subject), in: tree.pages[page].section)
    case .section(let section):
      let path = tree.sections[section].path
      if path.isEmpty { return ["home.html", "list.html"] }
      return below(path, publication.holdsProjects[section] ? "projects.html" : "list.html") + ["list.html"]
    case .term(let index, _):
      let special = ["series": "series.html", "authors": "author.html"][
        publication.assembly.indexes[index].name]
      return [special, "term.html", "list.html"].compactMap(\.self)
    case .terms: return ["terms.html", "list.html"]
    case .archive: return ["archive.html", "list.html"]
    case .inventory(.cluster, _): return ["cluster.html", "homelab.html", "page.html"]
    case .inventory: return ["homelab.html", "page.html"]
    case .notFound: return ["404.html", "page.html"]
    }
  }

  /// `post.html` of a section's own folder before that of all.
  private func below(_ path: String, _ name: String) -> [String] {
    Folders.chain(from: path).map { $0.isEmpty ? name : "\($0)/\(name)" }
  }

  /// The templates that the page or its section's settings name.
  private func named(by subject: Subject) -> [String] {
    let entry = publication.entry(of: subject)
    var named: [String] = []
    if let name = entry?.metadata.template ?? entry?.metadata.layout { named.append(name) }
    if case .page(let page) = subject, !publication.configuration.sections.rows.isEmpty {
      let section = publication.tree.sections[publication.tree.pages[page].section]
      if let template = publication.configuration.sections[section.path]?.template { named.append(template) }
    }
    return named.map(Self.file)
  }

  /// `post` and `post.html` are the same.
  static func file(of name: String) -> String { name.hasSuffix(".html") ? name : "\(name).html" }
}

extension Publication {
  /// What sort of page it is: the front matter's own word, else told by where it stands and whether it is dated.
  func type(of subject: Subject) -> String {
    switch subject {
    case .page(let page):
      let page = tree.pages[page]
      if let type = page.entry.metadata.type, TemplateChoice.pageTypes.contains(type) { return type }
      if holdsProjects[page.section] { return "project" }
      return page.entry.dates.date != nil && !tree.sections[page.section].path.isEmpty ? "post" : "page"
    case .section(let section): return holdsProjects[section] ? "projects" : "list"
    case .term, .archive: return "list"
    case .terms, .notFound, .inventory: return "page"
    }
  }

  /// The folders at the top whose pages are projects, whatever they say.
  private static let projectFolders: Set<String> = ["proyectos", "projects", "portfolio", "portafolio"]

  /// Whether each section, or one above it, holds projects.
  static func projectSections(of tree: ContentTree) -> [Bool] {
    let own = tree.sections.map { section in
      projectFolders.contains(section.path) || section.index?.metadata.type == "project"
    }
    return tree.sections.indices.map { section in
      var next: Int? = section
      while let number = next, !own[number] { next = tree.sections[number].parent }
      return next != nil
    }
  }
}
