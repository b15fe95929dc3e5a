import Inventory
import Language
import Themes

/// Why an output was rendered, or that it need not be, in words for a person.
public struct RenderingReasons: Sendable {
  /// The file of the output; nil when there is none at the address that was asked about.
  public let file: String?
  let reasons: [Reason]
  /// What the keys of the reasons stand for.
  let names: [UInt64: String]
  /// Whether everything was rendered, because nothing was known.
  let isFirst: Bool

  /// The lines that are told.
  public func lines(in tongue: Tongue) -> [String] {
    guard let file else {
      return [tongue.pick(en: "the site has no such output", es: "el sitio no tiene esa salida")]
    }
    if isFirst {
      return [
        tongue.pick(
          en: "\(file) is rendered: nothing was known from an earlier build",
          es: "\(file) se genera: no se sabía nada de una compilación anterior")
      ]
    }
    guard !reasons.isEmpty else {
      return [
        tongue.pick(
          en: "\(file) is kept: nothing that it has read changed",
          es: "\(file) se conserva: no cambió nada de lo que leyó")
      ]
    }
    let heading = tongue.pick(en: "\(file) is rendered:", es: "\(file) se genera:")
    return [heading] + reasons.map { "  \(line(for: $0, in: tongue))" }
  }

  private func line(for reason: Reason, in tongue: Tongue) -> String {
    switch reason {
    case .new: tongue.pick(en: "it is new", es: "es nuevo")
    case .frame:
      tongue.pick(
        en: "the address of the site, its languages, its environment or how texts are read changed",
        es: "cambió la dirección del sitio, sus idiomas, su entorno o cómo se leen los textos")
    case .showsOther: tongue.pick(en: "it shows something else now", es: "ahora muestra otra cosa")
    case .expired:
      tongue.pick(en: "what it told of the present has passed", es: "lo que decía del presente ha pasado")
    case .changed(let key):
      if let name = names[key] {
        tongue.pick(en: "changed: \(name)", es: "cambió: \(name)")
      } else {
        tongue.pick(
          en: "something that it had read is gone", es: "algo que había leído ya no está")
      }
    }
  }
}

extension BuildRun {
  /// Why an output was rendered, by its file or its address.
  func explanation(of asked: String) -> RenderingReasons {
    let bare = asked.hasPrefix("/") ? asked : "/\(asked)"
    let routes = publication.assembly.routes
    let route =
      routes.route(at: bare) ?? routes.route(at: bare.hasSuffix("/") ? bare : "\(bare)/")
    guard let route else { return RenderingReasons(file: nil, reasons: [], names: [:], isFirst: false) }
    guard let staleness, let state = kept.state else {
      return RenderingReasons(file: route.file, reasons: [], names: [:], isFirst: true)
    }
    let trace = state.outputs.trace(of: route.file)
    let reasons = staleness.reasons(for: trace, showing: publication.keys.digest(of: route.output))
    return RenderingReasons(file: route.file, reasons: reasons, names: names(besides: state), isFirst: false)
  }

  /// What keys stand for: only made when somebody asks.
  private func names(besides state: BuildState) -> [UInt64: String] {
    var names: [UInt64: String] = [:]
    func add(_ subject: UInt64, _ name: String) {
      for column in Column.allCases { names[column.key(of: subject)] = "\(name) (\(column))" }
    }
    for path in state.texts.paths { add(SubjectKeys.key(ofPage: path), "content/\(path)") }
    for page in publication.tree.pages {
      add(SubjectKeys.key(ofPage: page.entry.file.path), page.entry.file.shownPath)
    }
    for section in publication.tree.sections.indices {
      add(publication.keys.key(of: .section(section)), publication.url(of: .section(section)))
    }
    for (index, terms) in publication.assembly.indexes.enumerated() {
      add(publication.keys.key(of: .terms(index: index)), terms.url)
      for term in terms.terms.indices {
        add(publication.keys.key(of: .term(index: index, term: term)), terms.terms[term].url)
      }
    }
    for route in publication.assembly.routes.routes { names[FactKey.route(route.url)] = route.url }
    let theme = publication.setting.theme
    for name in theme.files.names where name.hasPrefix("templates/") {
      names[FactKey.template(String(name.dropFirst("templates/".count)))] = name
    }
    for language in publication.tree.languages {
      for (key, _) in theme.strings.digests(in: language) {
        names[FactKey.string(key, in: language)] = "strings/\(language).yaml: \(key)"
      }
      for member in SiteObject.Member.allCases {
        names[FactKey.site(member.rawValue, in: language)] = "site.\(member.rawValue)"
      }
    }
    names[HomelabView.key] = InventoryFolder.name
    for (subject, asked) in publication.homelabAnswers.questions.bySubject {
      for (key, question, _) in asked {
        names[key] = ([subject.spelling] + question.path).joined(separator: ".")
      }
    }
    names[FactKey.feeds] = "\(SiteFolder.configurationName): feeds"
    return names
  }
}
