import Diagnostics
import Foundation
import Markdown

/// The time that rendering all texts in a file, separated by NULs, takes: as articles, or plain.
@main
struct MarkdownBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, ["articles", "plain"].contains(arguments[2]) else { exit(2) }
    let texts = [UInt8](try Data(contentsOf: URL(filePath: arguments[1]))).split(separator: 0)
    // Posts have front matter, and are told apart from pasted guides by it.
    let header = Array("---\n---\n".utf8)
    let sources = texts.map { Source(path: "entrada.md", bytes: header + $0) }
    var markdown = Markdown()
    var count = 0
    let start = clock()
    for source in sources {
      if arguments[2] == "plain" {
        var out: [UInt8] = []
        markdown.renderPlain(source.bytes.span.extracting(header.count..<source.bytes.count), into: &out)
        count += out.count
      } else {
        count += markdown.article(from: source, body: header.count).html.count
      }
    }
    print(Double(clock() - start) * 1e3 / Double(CLOCKS_PER_SEC), count)
  }
}
