/// The shortcodes `ref` and `relref` where a link wants its destination: the library would see spaces and no link.
///
///     [K3s]({{< ref "blog/k3s.md" >}})      as the author wrote it
///     [K3s](@ref::::::::blog/k3s.md)        as the library reads it, as long as before
enum ReferenceTags {
  /// What such a destination begins with; a language may stand behind it, then colons, then the path.
  static let mark = "@ref"

  /// The text with those tags replaced; every byte keeps its place.
  static func replaced(in text: [UInt8], _ tags: ShortcodeTags) -> [UInt8] {
    var out = text
    for use in tags.uses where isReference(use.tag.shortcode) && isDestination(use.range, in: text) {
      if let destination = destination(of: use.tag.shortcode, length: use.range.count) {
        out.replaceSubrange(use.range, with: destination)
      }
    }
    return out
  }

  private static func isReference(_ shortcode: Shortcode) -> Bool {
    shortcode.name == "ref" || shortcode.name == "relref"
  }

  /// Whether what stands before is `](`, `]:`, or the beginning of an attribute.
  private static func isDestination(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    var index = range.lowerBound - 1
    guard index > 0 else { return false }
    let isQuote = text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'")
    if isQuote { return text[index - 1] == UInt8(ascii: "=") }
    if text[index] == UInt8(ascii: "<") { index -= 1 }
    while index > 0, text[index] == UInt8(ascii: " ") { index -= 1 }
    guard index > 0 else { return false }
    return (text[index] == UInt8(ascii: "(") || text[index] == UInt8(ascii: ":"))
      && text[index - 1] == UInt8(ascii: "]")
  }

  /// A destination of the same length; nil where the path holds what none may hold, or is none.
  private static func destination(of shortcode: Shortcode, length: Int) -> [UInt8]? {
    let path = Array((shortcode["path"] ?? shortcode.positional.first ?? "").utf8)
    let language = shortcode["lang"].map { Array($0.utf8) } ?? []
    let colons = length - mark.utf8.count - language.count - path.count
    guard !path.isEmpty, colons > 0,
      (path + language).allSatisfy({ $0 > 0x20 && !"()<>\"'".utf8.contains($0) })
    else { return nil }
    return Array(mark.utf8) + language + [UInt8](repeating: UInt8(ascii: ":"), count: colons) + path
  }
}
