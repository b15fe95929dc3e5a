/// The texts of elements in the flat answers of object stores, whose form is fixed; no reader of XML at large.
enum XMLText {
  /// The text of the first element of a name.
  static func first(_ name: String, in text: some StringProtocol) -> String? {
    all(name, in: text, limit: 1).first.map(unescaped)
  }

  /// What stands inside each element of a name.
  static func all(_ name: String, in text: some StringProtocol, limit: Int = .max) -> [String] {
    var found: [String] = []
    for part in text.split(separator: "<\(name)>", omittingEmptySubsequences: false).dropFirst() {
      guard found.count < limit else { break }
      let inside = part.split(separator: "</\(name)>", maxSplits: 1, omittingEmptySubsequences: false)
      guard inside.count == 2 else { continue }
      found.append(String(inside[0]))
    }
    return found
  }

  /// The five entities that XML knows by itself.
  static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#34;", "\""), ("&amp;", "&"),
    ]
    return entities.reduce(text) { text, entity in
      text.split(separator: entity.0, omittingEmptySubsequences: false).joined(separator: entity.1)
    }
  }
}
