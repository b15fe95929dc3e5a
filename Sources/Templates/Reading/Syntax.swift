/// How templates are written, where Jinja leaves a choice.
public struct Syntax: Sendable, Hashable {
  /// Whether the line end after a block tag is dropped (`trim_blocks`).
  public var trimsBlocks = false
  /// Whether the blanks before a block tag on a line of its own are dropped (`lstrip_blocks`).
  public var stripsIndentation = false
  /// Whether the last line end of a template stays (`keep_trailing_newline`).
  public var keepsTrailingNewline = false
  /// What begins a line that is a statement as a whole, such as `#`.
  public var lineStatement: String?
  /// What begins a comment that lasts to the end of the line, such as `##`.
  public var lineComment: String?

  public init() {}
}
