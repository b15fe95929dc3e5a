import Diagnostics

/// What can be wrong with a YAML text.
public enum YAMLFinding: Finding, Equatable {
  // What the text is made of.
  case tooLarge(limit: Int)
  case invalidUTF8
  case controlCharacter(UInt32)

  // How it is written.
  case colonInValue(key: String)
  case noSpaceAfterColon(key: String)
  case tabIndentation
  case wrongIndentation
  case listInKeyLine
  case misplacedListItem
  case keyAmongItems
  case swallowedItem
  case unclosedQuote(Character)
  case textAfterQuote(Character)
  case unknownEscape(String)
  case unclosedList
  case unclosedMap
  case missingComma(isMap: Bool)
  case reservedStart(Character)
  case markedStart(Character)
  case lineWithoutKey
  case blockHeader
  case directive
  case textAfterDocument
  /// What libyaml said, where none of the classic mistakes explains it.
  case unreadable(String)

  // What it says.
  case severalDocuments
  case duplicateKey(String, firstLine: Int)
  case keyNotText
  case unknownAnchor(String)
  case unknownTag(String)
  case tagMismatch(tag: String)
  case mergeOfNoMap
  case tooDeep(limit: Int)
  case tooManyAliases(limit: Int)

  public var severity: Severity { .error }

  public var code: String {
    switch self {
    case .tooLarge: "yaml-too-large"
    case .invalidUTF8: "yaml-invalid-utf8"
    case .controlCharacter: "yaml-control-character"
    case .colonInValue: "yaml-colon-in-value"
    case .noSpaceAfterColon: "yaml-no-space-after-colon"
    case .tabIndentation: "yaml-tab-indentation"
    case .wrongIndentation: "yaml-wrong-indentation"
    case .listInKeyLine: "yaml-list-in-key-line"
    case .misplacedListItem: "yaml-misplaced-list-item"
    case .keyAmongItems: "yaml-key-among-items"
    case .swallowedItem: "yaml-swallowed-item"
    case .unclosedQuote: "yaml-unclosed-quote"
    case .textAfterQuote: "yaml-text-after-quote"
    case .unknownEscape: "yaml-unknown-escape"
    case .unclosedList: "yaml-unclosed-list"
    case .unclosedMap: "yaml-unclosed-map"
    case .missingComma: "yaml-missing-comma"
    case .reservedStart: "yaml-reserved-start"
    case .markedStart: "yaml-marked-start"
    case .lineWithoutKey: "yaml-line-without-key"
    case .blockHeader: "yaml-block-header"
    case .directive: "yaml-directive"
    case .textAfterDocument: "yaml-text-after-document"
    case .unreadable: "yaml-unreadable"
    case .severalDocuments: "yaml-several-documents"
    case .duplicateKey: "yaml-duplicate-key"
    case .keyNotText: "yaml-key-not-text"
    case .unknownAnchor: "yaml-unknown-anchor"
    case .unknownTag: "yaml-unknown-tag"
    case .tagMismatch: "yaml-tag-mismatch"
    case .mergeOfNoMap: "yaml-merge-of-no-map"
    case .tooDeep: "yaml-too-deep"
    case .tooManyAliases: "yaml-too-many-aliases"
    }
  }
}
