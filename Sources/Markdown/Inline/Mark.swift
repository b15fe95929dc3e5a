/// What one of our own inline nodes is, for the walk.
enum Mark: Sendable {
  case deletion, insertion, highlight, sub, sup
  /// Keys to press together, as written between the pluses.
  case keys([UInt8])
  case attributes(Attributes, source: [UInt8])
  case shortcode(Shortcode, source: Range<Int>)
}
