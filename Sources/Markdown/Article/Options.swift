import Diagnostics
import Language

/// What the site's configuration says about Markdown.
public struct Options: Sendable, Hashable {
  /// What happens to HTML in the text.
  public enum RawHTML: String, Sendable, CaseIterable {
    case allow, filter, escape
  }

  public var rawHTML: RawHTML = .allow
  /// Whether quotes, dashes, dots and spaces are set as Spanish typography wants them.
  public var typographer = true
  /// The language of the titles that are written when the author gave none.
  public var tongue: Tongue = .spanish
  /// What is done about code that stands bare in a text pasted from a rendered page.
  public var unfenced = Guides.Mode.fence
  /// Whether the file is MDX: imports are dropped and components mapped.
  public var isMDX = false
  /// Whether the article notes in which line each of its blocks stands; only who looks for mistakes wants to know.
  public var notesLines = false
  /// Whether the article keeps its text without marks, which only a search index reads, and which is a third of its size.
  public var keepsText = true

  public init() {}
}
