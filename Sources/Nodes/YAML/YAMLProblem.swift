/// What libyaml says when it gives up, before it is told in an author's words.
struct YAMLProblem: Error, Equatable {
  var problem: String
  var context: String
  /// Where it gave up, in bytes.
  var offset: Int
  /// Where the construct that it was reading begins.
  var contextOffset: Int?
  /// The offending byte or character, when the text itself is damaged.
  var byte: Int32?
}
