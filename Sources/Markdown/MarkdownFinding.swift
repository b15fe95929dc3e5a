import Diagnostics

/// What can be wrong in a text, as facts.
enum MarkdownFinding: Finding, Hashable {
  case unclosedFence
  case unclosedContainer(String)
  case unclosedShortcode(String)
  case strayShortcodeEnd(String)
  case crossedShortcode(String, with: String)
  case splitShortcode(String)
  case inlineShortcode(String)
  case mixedArguments(String)
  case malformedShortcode
  case deepShortcodes
  case undefinedFootnote(String)
  case repeatedFootnote(String)
  case unusedFootnote(String)
  case unknownLanguage(String)
  case unknownComponent(String)
  case tooManyOpeners(String, limit: Int)
  case wideTable(columns: Int, limit: Int)
  /// A character that no page may hold, and how many more.
  case controlCharacter(UInt32, more: Int)

  var code: String {
    switch self {
    case .unclosedFence: "markdown-unclosed-fence"
    case .unclosedContainer: "markdown-unclosed-container"
    case .unclosedShortcode: "shortcode-unclosed"
    case .strayShortcodeEnd: "shortcode-stray-end"
    case .crossedShortcode: "shortcode-crossed"
    case .splitShortcode: "shortcode-split"
    case .inlineShortcode: "shortcode-inline"
    case .mixedArguments: "shortcode-mixed-arguments"
    case .malformedShortcode: "shortcode-malformed"
    case .deepShortcodes: "shortcode-too-deep"
    case .undefinedFootnote: "footnote-undefined"
    case .repeatedFootnote: "footnote-repeated"
    case .unusedFootnote: "footnote-unused"
    case .unknownLanguage: "code-unknown-language"
    case .unknownComponent: "mdx-unknown-component"
    case .tooManyOpeners: "markdown-too-many-openers"
    case .wideTable: "markdown-wide-table"
    case .controlCharacter: "markdown-control-character"
    }
  }

  var severity: Severity {
    switch self {
    case .undefinedFootnote, .repeatedFootnote, .unusedFootnote, .unknownLanguage,
      .unclosedFence, .unclosedContainer, .controlCharacter:
      .warning
    default: .error
    }
  }
}
