/// What one of our own block nodes is, for the walk.
enum Block: Sendable {
  case callout(Callout)
  /// One tab of a set; `opensSet` forces a new set, `isSelected` shows it first.
  case tab(opensSet: Bool, isSelected: Bool)
  /// The title of a callout or the label of a tab: inline content.
  case title
  /// A definition list, a term of it, a definition.
  case definitions, term, definition
  case shortcode(Shortcode, source: Range<Int>)
  /// A component of MDX: a plain box with a class.
  case component(name: String)
  /// A line that was understood and writes nothing.
  case silent
}

/// When a block of ours goes on with the next line.
enum Continuation: Sendable {
  /// Lines indented this far belong to it.
  case indented(Int)
  /// Every line up to a closing one with as many colons.
  case colons(Int)
  /// Every line up to the closing tag of the component.
  case component(String)
  /// Definitions and what is indented below them.
  case definitions
  /// Every line up to this one, taken whole.
  case through(line: Int)
  /// Its own line only.
  case line
}
