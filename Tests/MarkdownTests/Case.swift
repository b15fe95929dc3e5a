import Foundation
import Testing

/// One case of a file that holds several: a name after `=== `, the input, a line with a single `.`, the output.
struct Case: CustomTestStringConvertible, Sendable {
  let name: String
  let input: String
  let expected: String

  var testDescription: String { name }

  /// All cases of a folder's files, in order.
  static func all(in folder: String, besides file: String = #filePath) -> [Case] {
    files(in: folder, besides: file).flatMap { read($0) }
  }

  static func files(in folder: String, besides file: String = #filePath) -> [URL] {
    let root = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures/\(folder)")
    let urls = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
    return urls.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }

  static func read(_ url: URL) -> [Case] {
    guard let data = try? Data(contentsOf: url) else { preconditionFailure("unreadable: \(url.path)") }
    let text = String(decoding: data, as: UTF8.self)
    return text.components(separatedBy: "\n======== ").dropFirst().map { part in
      let name = String(part.prefix { $0 != "\n" })
      let body = String(part.dropFirst(name.count + 1))
      let halves = body.components(separatedBy: "\n.\n")
      return Case(
        name: "\(url.deletingPathExtension().lastPathComponent): \(name)", input: halves[0] + "\n",
        expected: halves.dropFirst().joined(separator: "\n.\n"))
    }
  }
}
