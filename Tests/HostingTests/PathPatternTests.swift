import Testing

@testable import Hosting

@Suite("The path of a rule")
struct PathPatternTests {
  @Test(
    "is compared decoded, with stars and names",
    arguments: [
      ("/a%C3%B1o/", "/año/", [] as [String]?), ("/a/", "/a", nil), ("/*", "/", [""]),
      ("/:uno/:dos", "/1/2", ["1", "2"]), ("/:uno/", "//", nil), ("/x*y*z", "/xayayz", ["aya", ""]),
      ("/50%25/*", "/50%/a", ["a"]), ("/a:b", "/a:b", []), ("/%2A", "/*", []), ("/%2A", "/x", nil),
      ("https://otro.example/a", "/a", []), ("", "", []),
    ])
  func match(written: String, path: String, found: [String]?) {
    #expect(PathPattern(written).match(path) == found)
  }

  @Test("tells whether it is plain, and of which host")
  func kinds() {
    #expect(PathPattern("/a%20b").plain == "/a b")
    #expect(PathPattern("/a/*").plain == nil && PathPattern("/:a").plain == nil)
    #expect(PathPattern("https://:x.pages.example/*").host == ":x.pages.example")
    #expect(PathPattern("https://x.example").host == "x.example" && PathPattern("/a").host == nil)
  }

  @Test("is written as a regular expression, whose groups fill the destination")
  func expression() {
    let pattern = PathPattern("/a.b(c)/:year/*")
    #expect(pattern.expression == #"/a\.b\(c\)/([^/]+)/(.*)"#)
    #expect(
      pattern.filling("https://x:8080/:splat/:year/:yearly") { "$\($0)" } == "https://x:8080/$2/$1/:yearly")
  }
}
