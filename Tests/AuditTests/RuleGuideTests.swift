import Audit
import Diagnostics
import Foundation
import Testing

/// The page that explains each rule.
@Suite("The guide of rules")
struct RuleGuideTests {
  private static let guide = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/check.md")

  @Test("has every rule, with how grave it is, and no rule that there is not")
  func complete() throws {
    let rows = try String(contentsOf: Self.guide, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") && !$0.hasPrefix("| `--") }
    let named = rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(Rule.allCases.map(\.rawValue).filter { !named.contains($0) } == [])
    #expect(named.filter { Rule(rawValue: $0) == nil && !BuildRules.names.contains($0) } == [])
    #expect(BuildRules.names.filter { !named.contains($0) } == [])
    for row in rows where row.contains("| error |") {
      let name = String(row.split(separator: "`")[1])
      #expect(Rule(rawValue: name)?.severity == .error)
    }
    #expect(Set(named).count == named.count)
  }
}
