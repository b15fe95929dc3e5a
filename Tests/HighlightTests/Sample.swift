import Foundation
import Highlight

/// A sample of a language: code, a line with a single full stop, what is expected.
///
/// Expected is one line for each token that is not plain: its class, a blank, its text with line ends as `⏎`.
struct Sample: CustomStringConvertible {
  let language: String
  let code: String
  let expected: String

  var description: String { language }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static func all() throws -> [Sample] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "test" }
      .sorted { $0.path < $1.path }
      .map { file in
        let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n.\n")
        return Sample(
          language: file.deletingPathExtension().lastPathComponent, code: parts[0] + "\n", expected: parts[1])
      }
  }

  /// The colours of the code, in the notation of the fixtures.
  static func colours(of code: [UInt8], as language: LanguageID) -> String {
    var tokens: [Token] = []
    Highlighter().tokens(of: code.span, as: language, into: &tokens)
    var lines = ""
    var start = 0
    for token in tokens {
      let text = String(decoding: code[start..<token.end], as: UTF8.self)
      if token.style != .text {
        lines += "\(token.style.className) \(text.replacing("\n", with: "⏎"))\n"
      }
      start = token.end
    }
    return lines
  }
}
