import Diagnostics
import Language
import Templates

/// The templates of the site and its theme, compiled once for each language.
struct TemplateCatalogue: Sendable {
  let names: [String]
  private let known: Set<String>
  private let environments: [(language: String, environment: Templates.Environment)]

  init(_ setting: PublicationSetting, languages: [String]) {
    names = setting.templates.keys.sorted()
    known = Set(names)
    let templates = setting.templates
    environments = languages.map { language in
      var options = Templates.Environment.Options()
      options.tongue = Tongue(of: language)
      options.zone = setting.zone
      options.now = setting.now
      options.globals = HostFunctions.globals
      options.filters = HostFunctions.filters
      return (language, Templates.Environment(options) { templates[$0] })
    }
  }

  func has(_ name: String) -> Bool { known.contains(name) }

  /// A template for pages of a language.
  func template(_ name: String, in language: String) throws(Mistake) -> Template {
    let found = environments.first { $0.language == language } ?? environments[0]
    return try found.environment.template(named: name)
  }
}

/// What templates can call.
enum HostFunctions {
  static let globals: [String: Value] = [:]
  static let filters: [String: @Sendable (inout HostCall) throws(HostRefusal) -> Value] = [:]
}
