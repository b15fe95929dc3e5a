import Diagnostics
import Nodes
import Site
import Themes

/// Judges the colour that a site chooses, by the contrast that WCAG 2.2 asks of text.
///
/// The theme darkens an accent that cannot be read on light pages, and lightens it for dark ones. What is told is that
/// light pages, where the colour is meant to be seen as it was chosen, show another.
struct Looks {
  private let site: AuditedSite

  init(_ site: AuditedSite) { self.site = site }

  var mistakes: [Mistake] {
    guard let accent = site.publication.setting.configuration.theme.accent?.text, let judged = Accent(accent),
      let contrast = Accent.contrast(of: accent), contrast.light < Accent.leastContrast
    else { return [] }
    let finding = AuditFinding.lowContrast(
      accent, light: Int(contrast.light * 10), dark: Int(contrast.dark * 10), shown: judged.light)
    let source = site.draft.folder.source
    return [source.mistake(finding, at: Self.place(in: source))]
  }

  private static func place(in source: Source) -> Range<Int> {
    do throws(Report) {
      return try YAML.read(source)["theme"]?["accent"]?.range ?? source.firstLine
    } catch {
      // What cannot be read was told when the site was read.
      return source.firstLine
    }
  }
}
