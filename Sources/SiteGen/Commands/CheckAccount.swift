import Language

/// What an audit tells at its end: how much was looked at, what was found, and what the baseline kept back.
struct CheckAccount {
  let pages: Int
  var errors = 0
  var warnings = 0
  var hidden = 0
  var stale = 0

  init(pages: Int) { self.pages = pages }

  /// One line for people.
  func human(in tongue: Tongue) -> String {
    var parts: [String] = []
    if errors > 0 {
      parts.append(
        tongue.pick(en: counted(errors, "error", "errors"), es: counted(errors, "error", "errores")))
    }
    if warnings > 0 {
      parts.append(
        tongue.pick(en: counted(warnings, "warning", "warnings"), es: counted(warnings, "aviso", "avisos")))
    }
    if parts.isEmpty { parts = [tongue.pick(en: "nothing found", es: "nada que objetar")] }
    if hidden > 0 {
      parts.append(
        tongue.pick(en: "\(hidden) known", es: hidden == 1 ? "1 conocido" : "\(hidden) conocidos"))
    }
    if stale > 0 {
      parts.append(
        tongue.pick(
          en: "\(stale) of the known ones gone",
          es: stale == 1 ? "1 conocido ya no está" : "\(stale) conocidos ya no están"))
    }
    let looked = tongue.pick(
      en: pages == 1 ? "1 page" : "\(pages) pages", es: pages == 1 ? "1 página" : "\(pages) páginas")
    return "\(looked): \(parts.joined(separator: ", "))"
  }

  /// The same for programs.
  func json() -> [UInt8] {
    Array(
      "{\"pages\":\(pages),\"errors\":\(errors),\"warnings\":\(warnings),\"known\":\(hidden),\"stale\":\(stale)}\n"
        .utf8)
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
