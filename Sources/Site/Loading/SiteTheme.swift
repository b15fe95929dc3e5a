import Diagnostics
import Disk
import Themes

/// What the pages of a site are made with, read: templates, strings, styles, scripts and icons.
public struct SiteTheme: Sendable {
  public let files: ThemeFiles
  public let strings: Strings
  public let mistakes: [Mistake]

  /// Lays what was read over the theme that is compiled into the program.
  init(site: ThemeLayer = .empty, theme: ThemeLayer = .empty, languages: [String], mistakes: [Mistake] = []) {
    files = ThemeFiles(site: site, theme: theme)
    strings = Strings(of: site, theme: theme, languages: languages)
    self.mistakes = mistakes + strings.mistakes
  }

  /// Reads the theme's files of a site: its own, and those of the theme that it names.
  public init(of root: Path, theme: String?, languages: [String]) {
    var mistakes: [Mistake] = []
    let site = Self.layer(in: root, prefix: "", mistakes: &mistakes)
    var named = ThemeLayer.empty
    if let theme {
      let prefix = "\(ThemeLayer.home)/\(theme)/"
      if File.exists(root.appending(prefix)) {
        named = Self.layer(in: root, prefix: prefix, mistakes: &mistakes)
      } else {
        let finding = ThemeFinding.unknownTheme(theme, among: Self.themes(in: root))
        mistakes.append(Mistake(finding, path: SiteFolder.configurationName, place: nil))
      }
    }
    self.init(site: site, theme: named, languages: languages, mistakes: mistakes)
  }

  private static func layer(in root: Path, prefix: String, mistakes: inout [Mistake]) -> ThemeLayer {
    var found: [Mistake] = []
    let names = ThemeLayer.folders.flatMap { folder in
      SiteListing.files(in: root.appending(prefix + folder), as: prefix + folder, mistakes: &found)
        .map { "\(folder)/\($0)" }
    }
    let layer = ThemeLayer(prefix: prefix, listing: names) { name in
      do throws(DiskFailure) {
        return try File.read(root.appending(prefix + name))
      } catch {
        found.append(Mistake(error.reason, path: prefix + name, place: nil))
        return nil
      }
    }
    mistakes += found
    return layer
  }

  /// The names of the folders under `themes/`.
  private static func themes(in root: Path) -> [String] {
    var mistakes: [Mistake] = []
    let files = SiteListing.files(
      in: root.appending(ThemeLayer.home), as: ThemeLayer.home, mistakes: &mistakes)
    let names = files.compactMap { file in
      file.split(separator: "/").count > 1 ? file.split(separator: "/").first.map(String.init) : nil
    }
    return Set(names).sorted()
  }
}
