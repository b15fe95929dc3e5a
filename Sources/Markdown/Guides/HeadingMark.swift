/// What makes a line that stands alone look like a heading.
enum HeadingMark: Equatable {
  /// An emoji leads it: `🧪 Laboratorio`.
  case sign
  /// A number leads it, `2.1 Red` being of depth 2.
  case number(depth: Int)
  /// A few words without the end of a sentence.
  case plain

  var isNumber: Bool { if case .number = self { true } else { false } }

  /// Longer lines are sentences.
  private static let mostWords = 12
  private static let mostPlainWords = 6

  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard let first = words.first, (1...Self.mostWords).contains(words.count), !Self.endsSentence(text) else {
      return nil
    }
    if let scalar = text.unicodeScalars.first, scalar.value > 0x2190, scalar.properties.isEmoji {
      guard words.count > 1 else { return nil }
      self = .sign
      return
    }
    if let depth = Self.depth(of: first) {
      guard words.count > 1 else { return nil }
      self = .number(depth: depth)
      return
    }
    let isName = first.contains(".") && words.count <= 3
    guard words.count <= Self.mostPlainWords, !text.contains(": "), isName || Self.opensWord(first) else {
      return nil
    }
    self = .plain
  }

  /// The first line of a guide is its title, even with a colon in it.
  static func isTitle(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = words.first, words.count <= 20, !endsSentence(text) else { return false }
    return opensWord(first) || (text.unicodeScalars.first?.value ?? 0) > 0x2190
  }

  /// `1.` and `1)` are of depth 1, `1.2` and `1.2.` of depth 2.
  private static func depth(of word: Substring) -> Int? {
    let parts = word.split { $0 == "." || $0 == ")" }
    guard word.contains(".") || word.hasSuffix(")"), !parts.isEmpty, parts.count <= 4 else { return nil }
    return parts.allSatisfy { $0.utf8.count <= 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      ? parts.count : nil
  }

  private static func opensWord(_ word: Substring) -> Bool {
    guard let scalar = word.unicodeScalars.first else { return false }
    if scalar == "¿" { return true }
    let known = ["macOS", "iOS", "iPadOS", "systemd", "etcd"]
    return scalar.properties.isUppercase || known.contains { word == $0 }
  }

  private static func endsSentence(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return true }
    if last == "?" { return !text.hasPrefix("¿") }
    return ".:;,!…|*_`".unicodeScalars.contains(last)
  }
}
