/// One step through a YAML text, as libyaml tells it, with byte offsets instead of its character counts.
struct YAMLEvent: Equatable {
  enum Kind: Equatable {
    case streamStart
    case streamEnd
    case documentStart(isImplicit: Bool)
    case documentEnd(isImplicit: Bool)
    case alias(String)
    case scalar(String, Style)
    case listStart(isFlow: Bool)
    case mapStart(isFlow: Bool)
    /// The end of a list or of a map.
    case end(isMap: Bool)
  }

  /// How a scalar is written.
  enum Style: Equatable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  var kind: Kind
  var anchor: String?
  var tag: String?
  /// Byte offsets in the text given to the parser.
  var range: Range<Int>
  /// Whether it ends in a later line than it begins.
  var spansLines = false
}
