import Diagnostics
import Testing

@testable import Inventory

/// Versions and conditions on them.
@Suite("Versions")
struct VersionTests {
  @Test("are ordered by their numbers, previews first")
  func order() throws {
    let texts = [
      "0.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "v1.9.1",
      "1.10", "v1.33.4+k3s1", "v1.34.2", "2025.7",
    ]
    let versions = try texts.map { try #require(Version($0)) }
    #expect(zip(versions, versions.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("are the same whatever built them")
  func sameness() {
    #expect(Version("v1.33.4+k3s1") == Version("1.33.4"))
    #expect(Version("1.30") == Version("1.30.0"))
    #expect(Version("latest") == nil)
    #expect(Version("RELEASE.2025-07-23T15-54-02Z") == nil)
    #expect(Version("1..2") == nil)
    #expect(Version("99999999999999999999") == nil)
  }

  @Test(
    "are set with the signs of mathematics where they are conditions, else as written",
    arguments: [
      (">=1.35", "≥\u{A0}1.35"), (">= 1.35, < 2", "≥\u{A0}1.35, < 2"), ("!=1.35.1", "≠\u{A0}1.35.1"),
      ("<=1.4 >=1.2", "≤\u{A0}1.4 ≥\u{A0}1.2"), ("v1.35+", "v1.35+"), ("1.30", "1.30"),
      ("built >= here", "built >= here"),
    ])
  func typeset(written: String, expected: String) {
    #expect(VersionText(written).typeset == expected)
  }

  @Test(
    "meet a condition, or do not",
    arguments: [
      (">=1.35", "v1.36.2", true), (">=1.35", "v1.34.2", false), (">=1.35", "v1.35.0-rc.1", false),
      (">= 1.35, < 2", "1.40.1", true), (">=1.35 <1.36", "1.36.0", false), ("v1.35+", "v1.36.2", true),
      ("1.35.x", "1.35.9", true), ("1.35.x", "1.36.0", false), ("~1.35.2", "1.35.9", true),
      ("~1.35.2", "1.35.1", false),
      ("^1.35", "1.99.0", true), ("^1.35", "2.0.0", false), ("!=1.35.1", "1.35.1", false),
      ("=1.35.1", "1.35.1", true),
      ("1.35", "v1.35.7+k3s1", true), ("1.35", "1.36.0", false), ("1.35.7", "1.35.8", false),
      ("1.30", "1.3.0", false),
      ("v1.33.4+k3s1", "v1.33.4", true), ("latest", "latest", true), ("latest", "1.0", false),
      (">=1.35", "latest", false),
      ("8.2.1-alpine", "8.2.1-alpine", true), ("1.35.0", "1.35", true),
    ])
  func conditions(wanted: String, found: String, isMet: Bool) {
    #expect(VersionText(wanted).admits(found) == isMet)
  }

  @Test("keep the author's characters")
  func text() throws {
    let (declared, report) = Sample.read(
      "clusters: {a: {version: 1.30}, b: {version: 1.10.0}, c: {version: 'v1.35+'}}")
    #expect(report.isEmpty)
    #expect(declared.clusters.compactMap(\.version?.text) == ["1.30", "1.10.0", "v1.35+"])
    #expect(declared.clusters.compactMap(\.version?.isConstraint) == [false, false, true])
  }
}
