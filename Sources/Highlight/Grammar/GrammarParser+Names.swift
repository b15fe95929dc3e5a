import Diagnostics

extension GrammarParser {
  /// Reads only what a language is called: the lines `language` and `names` that open its file.
  static func names(in source: Source) -> [String] {
    var names: [String] = []
    for line in source.bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      switch words.first {
      case "language", "names": names += words.dropFirst()
      case "state", "let", "words": return names
      default: continue
      }
    }
    return names
  }
}
