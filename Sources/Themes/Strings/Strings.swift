import Bytes
import Diagnostics
import Language

/// What the interface says in each language of the site: `strings/es.yaml`, `strings/en.yaml`.
///
///     more: Seguir leyendo
///     posts: {one: "{count} entrada", other: "{count} entradas"}
///     list: {page: "Página {number} de {total}"}
///
///     try strings.text("posts", in: "es", count: 1200)      // 1.200 entradas
///
/// A language that lacks a string gets the Spanish one.
public struct Strings: Sendable {
  /// What is wrong with the files, and what the site's languages lack.
  public let mistakes: [Mistake]
  private let tables: [String: StringTable]

  /// The language that every string is there in.
  public static let fallback = "es"
  private static let folder = "strings"

  /// Reads the strings of a site's languages, from all places that have some.
  public init(
    of site: ThemeLayer = .empty, theme: ThemeLayer = .empty, builtIn: ThemeLayer = .builtIn,
    languages: [String]
  ) {
    var report = Report()
    var tables: [String: StringTable] = [:]
    for language in Set(languages.flatMap(Self.chain)).sorted() {
      let name = "\(Self.folder)/\(language).yaml"
      for layer in [builtIn, theme, site] {
        guard let bytes = layer.files[name] else { continue }
        tables[language, default: StringTable()].add(
          Source(path: layer.prefix + name, bytes: bytes), report: &report)
      }
    }
    self.tables = tables
    mistakes = report.sorted + Self.gaps(in: tables, of: languages)
  }

  /// A text of the interface; `count` chooses the plural's form and stands for `{count}`, `value` fills other gaps.
  ///
  /// Strings of groups have points in their keys: `list.page`.
  public func text(
    _ key: String, in language: String, count: Int? = nil, _ value: (String) -> String? = { _ in nil }
  ) throws(ThemeFinding) -> String {
    try wordings(in: language).text(key, count: count, value)
  }

  /// All wordings of a language, those that it lacks taken from Spanish: for whoever asks for many.
  public func wordings(in language: String) -> LanguageStrings {
    var wordings: [String: LanguageStrings.Entry] = [:]
    for candidate in Self.chain(language).reversed() {
      let tongue = Self.tongue(of: candidate)
      for (key, wording) in tables[candidate]?.wordings ?? [:] {
        wordings[key] = LanguageStrings.Entry(wording: wording, tongue: tongue)
      }
    }
    return LanguageStrings(entries: wordings)
  }

  /// All keys of a language, its fallbacks included.
  public func keys(in language: String) -> [String] {
    Set(Self.chain(language).flatMap { tables[$0]?.wordings.keys.map { $0 } ?? [] }).sorted()
  }
}

extension Strings {
  /// The strings of a language, each with a digest of all its forms.
  public func digests(in language: String) -> [(key: String, digest: UInt64)] {
    keys(in: language).compactMap { key in
      for candidate in Self.chain(language) {
        guard let wording = tables[candidate]?.wordings[key] else { continue }
        return (key, Digest(of: Array("\(candidate) \(wording.written)".utf8).span).value)
      }
      return nil
    }
  }

  /// Where a language's strings are looked for: `es-MX`, then `es`; `fr`, then `es`.
  private static func chain(_ language: String) -> [String] {
    var chain = [language]
    let bare = String(language.prefix { $0 != "-" })
    for next in [bare, fallback] where !chain.contains(next) { chain.append(next) }
    return chain
  }

  private static func tongue(of language: String) -> Tongue {
    language.prefix { $0 != "-" } == fallback ? .spanish : .english
  }

  /// What the languages lack that Spanish has.
  private static func gaps(in tables: [String: StringTable], of languages: [String]) -> [Mistake] {
    let spanish = tables[fallback]?.wordings.keys.sorted() ?? []
    return languages.flatMap { language -> [Mistake] in
      let isSpanish = tongue(of: language) == .spanish
      let own = chain(language).dropLast(isSpanish ? 0 : 1).compactMap { tables[$0] }
      let path = "\(folder)/\(language).yaml"
      guard !own.isEmpty else {
        return [Mistake(ThemeFinding.noStrings(language: language), path: path, place: nil)]
      }
      return spanish.filter { key in !own.contains { $0.wordings[key] != nil } }
        .map { Mistake(ThemeFinding.missingString(key: $0, language: language), path: path, place: nil) }
    }
  }
}
