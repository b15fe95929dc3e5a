import Diagnostics
import Language
import Templates
import Themes

/// The templates of the site and its theme, compiled once for each language.
struct TemplateCatalogue: Sendable {
  private let files: ThemeFiles
  private let environments: [(language: String, environment: Templates.Environment)]

  init(_ setting: PublicationSetting, functions: [HostFunctions]) {
    let files = setting.theme.files
    self.files = files
    environments = functions.map { functions in
      var options = Templates.Environment.Options()
      options.tongue = Tongue(of: functions.language)
      options.zone = setting.zone
      options.now = setting.now
      // A statement alone on its line leaves no line behind, so that templates may be laid out as HTML is.
      options.syntax.trimsBlocks = true
      options.syntax.stripsIndentation = true
      options.globals = functions.globals
      options.filters = functions.filters
      return (
        functions.language,
        Templates.Environment(options, names: { files.templateNames }) { files.template($0)?.bytes }
      )
    }
  }

  /// The templates that a page may name as its layout: not those that are parts of others.
  static func layouts(among files: ThemeFiles) -> [String] {
    files.templateNames.filter { name in !parts.contains { name.hasPrefix($0) } }.sorted()
  }

  private static let parts = ["partials/", "shortcodes/", "macros.html", "base.html"]

  func has(_ name: String) -> Bool { files.template(name) != nil }

  /// What templates of a language know.
  func environment(for language: String) -> Templates.Environment {
    (environments.first { $0.language == language } ?? environments[0]).environment
  }

  /// A template for pages of a language.
  func template(_ name: String, in language: String) throws(Mistake) -> Template {
    try environment(for: language).template(named: name)
  }

  /// A mistake in a template, with the path of its file.
  func located(_ mistake: Mistake) -> Mistake {
    guard let file = files.template(mistake.path) else { return mistake }
    return mistake.finding.mistake(path: file.path, place: mistake.place)
  }
}
