import Diagnostics

/// What can be wrong with the folder that the site is written to, as facts.
public enum OutputFinding: Finding, Hashable {
  // The folder.
  case isFile
  case isRoot
  case isHome
  case holdsSources
  case insideSources(folder: String)
  case foreignFolder(holds: String)
  case busy
  case unfinished(by: String)
  case noState(reason: String)

  // What is in it.
  case foreignFile
  case inTheWay(of: String)
  case writtenTwice
  case badName

  public var severity: Severity {
    if case .noState = self { .warning } else { .error }
  }

  public var code: String {
    switch self {
    case .isFile: "output-is-file"
    case .isRoot, .isHome: "output-not-ours-to-clear"
    case .holdsSources: "output-holds-sources"
    case .insideSources: "output-inside-sources"
    case .foreignFolder: "output-foreign-folder"
    case .busy: "output-busy"
    case .unfinished: "output-unfinished"
    case .noState: "output-no-state"
    case .foreignFile: "output-foreign-file"
    case .inTheWay: "output-in-the-way"
    case .writtenTwice: "output-written-twice"
    case .badName: "output-bad-name"
    }
  }
}
