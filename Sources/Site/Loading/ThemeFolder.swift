import Diagnostics
import Disk
import Themes

/// The templates of a site: its own `templates/` before `themes/NAME/templates/` before those built in.
public enum ThemeFolder {
  /// Reads all templates by their names; a site's own stands in for the theme's of the same name.
  public static func templates(
    of root: Path, theme: String?, mistakes: inout [Mistake]
  ) -> [String: [UInt8]] {
    var templates: [String: [UInt8]] = [:]
    for name in BuiltInTheme.names where name.hasPrefix("templates/") {
      templates[String(name.dropFirst("templates/".count))] = BuiltInTheme.file(named: name)
    }
    let folders = [theme.map { "themes/\($0)/templates" }, "templates"].compactMap(\.self)
    for folder in folders {
      for path in SiteListing.files(in: root.appending(folder), as: folder, mistakes: &mistakes)
      where path.hasSuffix(".html") {
        do throws(DiskFailure) {
          templates[path] = try File.read(root.appending("\(folder)/\(path)"))
        } catch {
          mistakes.append(Mistake(error.reason, path: "\(folder)/\(path)", place: nil))
        }
      }
    }
    return templates
  }
}
