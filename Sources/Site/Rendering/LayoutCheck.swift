import Diagnostics
import Frontmatter
import Nodes
import Themes

/// Looks for templates that pages and settings name and that are not there.
struct LayoutCheck {
  let tree: ContentTree
  let configuration: Configuration
  let files: ThemeFiles

  var faults: [Fault] {
    let entries = tree.pages.map(\.entry) + tree.sections.compactMap(\.index) + tree.termEntries.values
    return entries.compactMap(fault) + sectionFaults
  }

  private func fault(of entry: Entry) -> Fault? {
    let (field, named): (Field, String?) =
      entry.metadata.template == nil ? (.layout, entry.metadata.layout) : (.template, entry.metadata.template)
    guard let named, !Self.isForeign(named), let finding = finding(named) else { return nil }
    return Fault(telling: finding, in: entry, at: field)
  }

  private var sectionFaults: [Fault] {
    configuration.sections.rows.compactMap { row in
      row.value.template.flatMap(finding).map { Fault(telling: $0, path: SiteFolder.configurationName) }
    }
  }

  private func finding(_ named: String) -> PublicationFinding? {
    let name = TemplateChoice.file(of: named)
    guard files.template(name) == nil else { return nil }
    let known = TemplateCatalogue.layouts(among: files)
    return .unknownLayout(name, meant: nearest(to: name, among: known), known: known)
  }

  /// Astro's pages name the file of a component, which means nothing here.
  static func isForeign(_ name: String) -> Bool { name.hasPrefix("../") || name.hasSuffix(".astro") }
}
