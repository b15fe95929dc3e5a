import Diagnostics
import Foundation
import Language
import Nodes
import Testing

@testable import Templates

@Suite("The guide for theme authors")
struct GuideTests {
  /// The guide, cut into what it shows.
  struct Guide {
    var data = Value.none
    var files: [String: String] = [:]
    /// Templates with what they print.
    var pairs: [(template: String, printed: String)] = []
    /// The names in the first cell of the tables that have an example.
    var names: Set<String> = []
    let text: String

    init() throws {
      let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../docs/templates.md")
      text = try String(contentsOf: path.standardized, encoding: .utf8)
      try readFences()
      for line in text.components(separatedBy: "\n") where line.hasPrefix("| `") { readRow(line) }
    }

    private mutating func readFences() throws {
      let parts = text.components(separatedBy: "\n```")
      var waiting: String?
      for part in stride(from: 1, to: parts.count, by: 2).map({ parts[$0] }) {
        let cut = try #require(part.firstIndex(of: "\n"))
        let kind = part[..<cut].split(separator: " ")
        let body = String(part[part.index(after: cut)...])
        switch kind.first {
        case "json": data = Value(try JSON.read(Source(path: "data", bytes: Array(body.utf8))))
        case "jinja" where kind.count == 2: files[String(kind[1])] = body
        case "jinja": waiting = body
        default:
          pairs.append((try #require(waiting), body))
          waiting = nil
        }
      }
      #expect(waiting == nil)
    }

    private mutating func readRow(_ line: String) {
      let cells = line.replacingOccurrences(of: "\\|", with: "\u{1}").components(separatedBy: "|")
        .map { $0.replacingOccurrences(of: "\u{1}", with: "|").trimmingCharacters(in: [" "]) }
      guard cells.count == 5, cells[2].hasPrefix("`"), cells[3].hasPrefix("`") else { return }
      names.formUnion(cells[1].components(separatedBy: " ").map { $0.trimmingCharacters(in: ["`"]) })
      pairs.append(("{{ \(cells[2].dropFirst().dropLast()) }}", String(cells[3].dropFirst().dropLast())))
    }
  }

  @Test("shows templates that print what it says")
  func examples() throws {
    let guide = try Guide()
    var options = Environment.Options()
    options.zone = try Zone(named: "Europe/Madrid")
    options.now = Instant(CivilMoment(try #require(CivilDay(year: 2026, month: 2, day: 13))), offset: .utc)
    let files = guide.files
    let environment = Environment(options) { files[$0].map { Array($0.utf8) } }
    #expect(guide.pairs.count > 100)
    for (template, printed) in guide.pairs {
      var out: [UInt8] = []
      do {
        try environment.template(Array(template.utf8), named: "guide").render(guide.data, into: &out)
      } catch {
        Issue.record("\(template): \(error.finding.sentence(in: .english).message)")
      }
      #expect(String(decoding: out, as: UTF8.self) == printed, "\(template)")
    }
  }

  @Test("has an example of every filter, test and function, and names every method")
  func whole() throws {
    let guide = try Guide()
    let known =
      Array(Vocabulary.builtIn.filters.keys) + Array(Vocabulary.builtIn.tests.keys)
      + Functions.all.entries.map(\.key.printed)
    #expect(Set(known).subtracting(guide.names).sorted() == [])
    for value in ["", [1], ["a": 1]] as [Value] {
      #expect(Methods.names(of: value).filter { !guide.text.contains("`\($0)`") } == [])
    }
  }
}
