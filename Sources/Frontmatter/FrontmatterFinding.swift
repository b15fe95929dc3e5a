import Diagnostics

/// What can be wrong with a front matter, as facts.
public enum FrontmatterFinding: Finding, Hashable {
  // The file.
  case emptyFile
  case noText

  // The bounds.
  case unclosed
  case unclosedObject
  case textAfterObject
  case toml
  case indented
  case afterBlankLine
  case notAMap(found: Shape)

  // The keys.
  case wrongCase(key: String, meant: String)
  case misspelt(key: String, meant: String)
  case repeated(key: String, first: String)

  // The values.
  case wrongType(key: String, expected: Expected, found: Shape)
  case notTruth(key: String, written: String)
  case looseTruth(key: String, written: String, meant: Bool)
  case notANumber(key: String, written: String)
  case emptyItem(key: String)

  // The dates.
  case badDate(key: String, written: String, fault: DateFault)
  case shortHour(key: String, written: String, meant: String)
  case dateInWords(key: String, written: String, meant: String)
  case dateWithSlashes(key: String, written: String, meant: String)
  case offsetOfOtherSeason(key: String, offset: String, expected: String)

  /// The shape of a value that was found.
  public enum Shape: Sendable, Hashable {
    case scalar, list, map
  }

  /// What a value should have been.
  public enum Expected: Sendable, Hashable {
    case text, texts, truth, number, date, picture, author, taxonomies, sitemap, search, params
  }

  public var severity: Severity {
    switch self {
    case .noText: .note
    case .emptyFile, .wrongCase, .misspelt, .repeated, .looseTruth, .emptyItem, .shortHour, .dateInWords,
      .dateWithSlashes,
      .offsetOfOtherSeason:
      .warning
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .emptyFile: "file-empty"
    case .noText: "file-without-text"
    case .unclosed: "frontmatter-unclosed"
    case .unclosedObject: "frontmatter-unclosed-object"
    case .textAfterObject: "frontmatter-text-after-object"
    case .toml: "frontmatter-toml"
    case .indented: "frontmatter-indented"
    case .afterBlankLine: "frontmatter-after-blank-line"
    case .notAMap: "frontmatter-not-a-map"
    case .wrongCase: "frontmatter-wrong-case"
    case .misspelt: "frontmatter-misspelt-key"
    case .repeated: "frontmatter-repeated-key"
    case .wrongType: "frontmatter-wrong-type"
    case .notTruth: "frontmatter-not-truth"
    case .looseTruth: "frontmatter-loose-truth"
    case .notANumber: "frontmatter-not-a-number"
    case .emptyItem: "frontmatter-empty-item"
    case .badDate: "date-unreadable"
    case .shortHour: "date-short-hour"
    case .dateInWords: "date-in-words"
    case .dateWithSlashes: "date-with-slashes"
    case .offsetOfOtherSeason: "date-offset-of-other-season"
    }
  }
}
