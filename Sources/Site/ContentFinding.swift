import Diagnostics

/// What can be wrong with the content of a site as a whole, as facts.
public enum ContentFinding: Finding, Hashable {
  // The tree.
  case defaultsNotAMap
  case insideBundle(of: String)

  // Addresses.
  case noSlug(of: String)
  case noFolderSlug(of: String)
  case badURL(String)
  case badAlias(String)
  case reserved(String)
  case tooLong(part: String, length: Int)
  case taken(url: String, by: String)
  case fileOverFolder(file: String, folder: String, of: String)
  case aliasTaken(alias: String, by: String)
  case aliasOverPage(alias: String, page: String)

  // Terms.
  case emptyTerm(String, taxonomy: String)
  case unknownTerm(String, taxonomy: String, meant: String?)
  case unusedTerm(String, taxonomy: String)
  case aliasCycle([String], taxonomy: String)
  case unknownTaxonomy(String, meant: String?)

  // History.
  case shallowHistory
  case unreadableHistory(reason: String)

  public var severity: Severity {
    switch self {
    case .insideBundle, .shallowHistory, .unreadableHistory, .unusedTerm, .unknownTaxonomy: .warning
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .defaultsNotAMap: "content-defaults-not-a-map"
    case .insideBundle: "content-inside-bundle"
    case .noSlug: "content-no-slug"
    case .noFolderSlug: "content-no-folder-slug"
    case .badURL: "content-bad-url"
    case .badAlias: "content-bad-alias"
    case .reserved: "content-reserved-name"
    case .tooLong: "content-address-too-long"
    case .taken: "content-address-taken"
    case .fileOverFolder: "content-file-over-folder"
    case .aliasTaken: "content-alias-taken"
    case .aliasOverPage: "content-alias-over-page"
    case .emptyTerm: "content-empty-term"
    case .unknownTerm: "content-unknown-term"
    case .unusedTerm: "content-unused-term"
    case .aliasCycle: "content-alias-cycle"
    case .unknownTaxonomy: "content-unknown-taxonomy"
    case .shallowHistory: "history-shallow"
    case .unreadableHistory: "history-unreadable"
    }
  }
}
