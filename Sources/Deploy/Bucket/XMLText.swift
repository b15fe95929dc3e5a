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

  /// A text in which `%C3%BA` stands for bytes, as stores write keys when they are asked to.
  static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
