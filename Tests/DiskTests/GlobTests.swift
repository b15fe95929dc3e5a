import Disk
import Testing

@Suite("Patterns for paths")
struct GlobTests {
  @Test(
    "match whole paths",
    arguments: [
      ("*.yaml", "a.yaml", true), ("*.yaml", "m/a.yaml", false), ("**.yaml", "m/a.yaml", true),
      ("m/**/*.yaml", "m/a.yaml", true), ("m/**/*.yaml", "m/n/o/a.yaml", true),
      ("m/**/*.yaml", "mn/a.yaml", false),
      ("m/**/n/**/a", "m/n/a", true), ("{a,b}/**/c", "b/c", true), ("a?c", "abc", true),
      ("a?c", "a/c", false),
    ])
  func matches(pattern: String, path: String, expected: Bool) {
    #expect(Glob(pattern).matches(path) == expected)
  }
}
