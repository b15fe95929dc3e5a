import Markdown
import Templates

extension Viewpoint {
  /// Which part of a text is wanted.
  enum Part: Sendable { case body, excerpt }

  /// A text with its holes filled for the place where it is shown.
  func filled(_ file: LoadedFile, _ part: Part, _ reads: inout Reads) -> [UInt8] {
    guard part == .excerpt, let excerpt = file.article.excerpt else { return file.article.html }
    return Array(file.article.html[..<excerpt.end]) + excerpt.closing
  }
}
