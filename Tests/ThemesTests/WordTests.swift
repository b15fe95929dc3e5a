import Foundation
import Testing
import Themes

@Suite("The words of the default theme")
struct WordTests {
  private let strings = Strings(languages: ["es", "en"])
  private let templates = BuiltInTheme.names.filter { $0.hasPrefix("templates/") }
    .compactMap { BuiltInTheme.file(named: $0) }.map { String(decoding: $0, as: UTF8.self) }.joined()

  @Test("are there in Spanish and in English, the same keys in both")
  func bothLanguages() throws {
    #expect(strings.mistakes.isEmpty)
    #expect(try keys("es") == keys("en"))
  }

  @Test("are there for every key that a template names")
  func named() {
    let keys = Set(templates.matches(of: /\bt\("([\w.-]+)"[,)]/).map { String($0.1) })
    #expect(keys.count > 50)
    let missing = keys.subtracting(strings.keys(in: "es"))
    #expect(missing.isEmpty)
  }

  @Test("are all used")
  func unused() {
    let keys = Set(templates.matches(of: /\bt\("([\w.-]+)"[,)]/).map { String($0.1) })
    let groups = Set(templates.matches(of: /\bt\("([\w.-]+\.)" ~/).map { String($0.1) })
    let idle = strings.keys(in: "es").filter { key in
      !keys.contains(key) && !groups.contains { key.hasPrefix($0) }
    }
    #expect(idle.isEmpty)
  }

  @Test("stand beside icons that are there, and all of those are used")
  func icons() {
    let asked = Set(templates.matches(of: /\bicon\("([\w-]+)"\)/).map { "icons/\($0.1).svg" })
    #expect(asked == Set(BuiltInTheme.names.filter { $0.hasPrefix("icons/") }))
  }

  /// The keys and holes of one language's file alone.
  private func keys(_ language: String) throws -> [String] {
    let text = String(
      decoding: try #require(BuiltInTheme.file(named: "strings/\(language).yaml")), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      String(line.prefix { $0 != ":" }) + line.matches(of: /\{\w+\}/).map { String($0.output) }.joined()
    }
  }
}
