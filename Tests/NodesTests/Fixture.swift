import Diagnostics
import Foundation
import Language
import Nodes
import Testing

/// A readable case on disk: the input, a line with a single `.`, the expected output.
struct Fixture: CustomTestStringConvertible {
  let name: String
  let input: String
  let expected: String
  private let url: URL

  var testDescription: String { name }

  /// All cases of a folder under Fixtures, by name.
  static func all(in folder: String) -> [Fixture] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(folder)")
    let urls = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
    return urls.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.compactMap(Fixture.init)
  }

  private init?(_ url: URL) {
    guard let data = try? Data(contentsOf: url) else { return nil }
    let text = String(decoding: data, as: UTF8.self)
    self.url = url
    name = url.deletingPathExtension().lastPathComponent
    let halves = text.components(separatedBy: "\n.\n")
    input = halves[0] + "\n"
    expected = halves.dropFirst().joined(separator: "\n.\n")
  }

  /// Compares; with RECORD_FIXTURES set it rewrites the expectation, and fails so that nobody forgets it set.
  func expect(_ actual: String) throws {
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data((input.dropLast() + "\n.\n" + actual).utf8).write(to: url)
      Issue.record("recorded \(name)")
    } else {
      #expect(actual == expected)
    }
    #expect(name.hasPrefix("err_") == actual.contains(": error"), "only err_ cases fail")
  }
}

extension Report {
  /// What the author sees, in English and then in Spanish.
  var told: String {
    var out: [UInt8] = []
    write(as: .human, in: .english, ink: .none, into: &out)
    write(as: .human, in: .spanish, ink: .none, into: &out)
    return String(decoding: out, as: UTF8.self)
  }
}

extension Node {
  /// The tree with kinds and places: `title 1:1: text "Hola" 1:8`.
  func dump(of source: Source, indent: String = "") -> String {
    let end = " " + place(of: range, in: source) + "\n"
    switch content {
    case .scalar(let text, _): return "\(kind.rawValue) \(text.debugDescription)" + end
    case .list(let items):
      return "list" + end
        + items.map { "\(indent)  - " + $0.dump(of: source, indent: indent + "  ") }.joined()
    case .map(let entries):
      return "map" + end
        + entries.map {
          "\(indent)  \($0.key) \(place(of: $0.keyRange, in: source)): "
            + $0.value.dump(of: source, indent: indent + "  ")
        }.joined()
    }
  }

  private func place(of range: Range<Int>, in source: Source) -> String {
    let place = Place(of: range, in: source.bytes.span)
    let end = Place(of: range.upperBound..<range.upperBound, in: source.bytes.span)
    return range.isEmpty
      ? "\(place.line):\(place.column)"
      : place.line == end.line
        ? "\(place.line):\(place.column)-\(end.column)"
        : "\(place.line):\(place.column)-\(end.line):\(end.column)"
  }
}
