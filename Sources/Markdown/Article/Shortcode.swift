/// One use of a shortcode, as the author wrote it.
public struct Shortcode: Sendable {
  /// Which brackets it was written with.
  public enum Form: Sendable, Hashable {
    /// `{{< >}}`: the output stands as it is.
    case literal
    /// `{{% %}}`: the output was meant to be Markdown.
    case markdown
  }

  public let name: String
  public let form: Form
  /// Arguments without names, in order.
  public internal(set) var positional: [String] = []
  /// Arguments with names, in the author's order.
  public internal(set) var named: [(name: String, value: String)] = []
  /// The text between its tags, with the indentation of its container taken away; nil without a closing tag.
  public internal(set) var inner: String?
  /// That text rendered.
  public internal(set) var article: Article?

  init(name: String, form: Form) {
    self.name = name
    self.form = form
  }

  /// The value of a named argument.
  public subscript(name: String) -> String? {
    named.last { $0.name == name }?.value
  }
}
extension Shortcode {
  /// How deep shortcodes may stand in each other; deeper ones are an accident.
  static let depthLimit = 20
}
