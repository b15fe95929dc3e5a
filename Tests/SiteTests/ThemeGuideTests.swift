import Foundation
import Testing

@testable import Site

/// What `docs/theme.md` says that templates see, beside what they see.
@Suite("The guide to the theme")
struct ThemeGuideTests {
  @Test("names every member of what templates are given")
  func members() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/theme.md")
    let guide = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let members = [
      PageObject.Member.allCases.map(\.rawValue), SiteObject.Member.allCases.map(\.rawValue),
      PaginatorObject.Member.allCases.map(\.rawValue), YearObject.Member.allCases.map(\.rawValue),
      TaxonomyObject.Member.allCases.map(\.rawValue), HeadingObject.Member.allCases.map(\.rawValue),
    ]
    let missing = Set(members.joined()).filter { !guide.contains("`\($0)`") }
    #expect(missing.isEmpty)
  }
}
