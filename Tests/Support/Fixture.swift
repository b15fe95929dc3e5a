import Diagnostics
import Foundation
import Testing

/// A readable case on disk: the input, a line with a single `.`, the expected output.
public struct Fixture: CustomTestStringConvertible, Sendable {
  /// The file's name without its ending; cases that must fail begin with `err_`.
  public let name: String
  public let input: String
  public let expected: String
  private let url: URL

  public var testDescription: String { name }

  /// All cases of a folder under the `Fixtures` beside the test file, by name.
  public static func all(in folder: String, besides file: String = #filePath) -> [Fixture] {
    let root = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures/\(folder)")
    guard let urls = try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
    else {
      preconditionFailure("no fixtures in \(root.path)")
    }
    return urls.sorted { $0.path < $1.path }.map(Fixture.init)
  }

  private init(_ url: URL) {
    guard let data = try? Data(contentsOf: url) else { preconditionFailure("unreadable: \(url.path)") }
    let halves = String(decoding: data, as: UTF8.self).components(separatedBy: "\n.\n")
    self.url = url
    name = url.deletingPathExtension().lastPathComponent
    input = halves[0] + "\n"
    expected = halves.dropFirst().joined(separator: "\n.\n")
  }

  /// Compares; with RECORD_FIXTURES set it rewrites the expectation, and fails so that nobody forgets it set.
  public func expect(_ actual: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data((input.dropLast() + "\n.\n" + actual).utf8).write(to: url)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    } else {
      #expect(actual == expected, sourceLocation: sourceLocation)
    }
    #expect(
      name.hasPrefix("err_") == actual.contains(": error"), "only err_ cases fail",
      sourceLocation: sourceLocation)
  }
}
