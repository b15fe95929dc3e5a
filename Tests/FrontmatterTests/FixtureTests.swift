import Bytes
import Diagnostics
import Foundation
import Language
import Testing

@testable import Frontmatter

/// A case of a fixture file: a name, the path of the file it pretends to be, its text, and what must come out.
///
///     === title_from_key
///     ---
///     title: Talos
///     ---
///     .
///     none
///     title: Talos [title:2]
///     body: 4
///
/// `=== name | content/blog/2025-08-12-talos.md` gives the file another path. A `\r` at the end of a line is a
/// carriage return, `\uFEFF` a byte order mark, `\t` a tab, and `␠` a space.
struct FixtureCase: CustomTestStringConvertible, Sendable {
  let file: URL
  /// The line after `=== `, and the lines before the dot as they stand in the file.
  let head: String
  let raw: String
  let expected: String

  var name: String { head.components(separatedBy: " | ")[0] }
  var path: String { head.contains(" | ") ? head.components(separatedBy: " | ")[1] : "entrada.md" }
  var input: String {
    raw.replacingOccurrences(of: "\\r\n", with: "\r\n").replacingOccurrences(of: "\\uFEFF", with: "\u{FEFF}")
      .replacingOccurrences(of: "\\t", with: "\t").replacingOccurrences(of: "␠", with: " ")
  }

  var testDescription: String { name }

  static let all: [FixtureCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.flatMap(cases)
  }()

  private static func cases(in file: URL) -> [FixtureCase] {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return ("\n" + text).components(separatedBy: "\n=== ").dropFirst().map { part in
      var lines = part.components(separatedBy: "\n")
      let head = lines.removeFirst()
      let dot = lines.firstIndex(of: ".") ?? lines.count
      let raw = lines[..<dot].joined(separator: "\n") + (dot == 0 ? "" : "\n")
      let output = lines[min(dot + 1, lines.count)...].joined(separator: "\n")
      return FixtureCase(
        file: file, head: head, raw: raw, expected: output.trimmingCharacters(in: .newlines))
    }
  }
}

@Suite("Front matter")
struct FixtureTests {
  @Test("reads as its fixture says", arguments: FixtureCase.all)
  func reads(_ fixture: FixtureCase) {
    let dump = dump(of: fixture)
    let message = "\(fixture.name) gives\n\(dump)"
    #expect(dump == fixture.expected, Comment(rawValue: message))
    #expect(fixture.name.hasPrefix("err_") == dump.contains(": error: "), "err_ marks the cases that fail")
  }

  @Test("records what comes out, when asked, and then fails")
  func records() throws {
    guard ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil else { return }
    for (file, cases) in Dictionary(grouping: FixtureCase.all, by: \.file) {
      let parts = cases.map { "=== \($0.head)\n\($0.raw).\n\(dump(of: $0))\n" }
      try parts.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    Issue.record("recorded; read the difference before it is committed")
  }

  @Test("has enough cases")
  func count() {
    #expect(FixtureCase.all.count >= 150)
    #expect(FixtureCase.all.filter { $0.name.hasPrefix("err_") }.count >= 55)
    #expect(Set(FixtureCase.all.map(\.name)).count == FixtureCase.all.count, "no name twice")
  }

  private func dump(of fixture: FixtureCase) -> String {
    let source = Source(path: fixture.path, bytes: Array(fixture.input.utf8))
    let header = Header(of: source, zone: .madrid)
    var out = MetadataDump.text(of: header, in: source)
    if !header.report.isEmpty {
      var bytes: [UInt8] = []
      for mistake in header.report.sorted { mistake.write(in: .english, ink: .none, into: &bytes) }
      out += String(decoding: bytes, as: UTF8.self)
    }
    return out.trimmingCharacters(in: .newlines)
  }
}
