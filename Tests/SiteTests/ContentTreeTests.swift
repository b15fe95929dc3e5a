import Diagnostics
import Disk
import Language
import Site
import TestSupport
import Testing

@Suite("The content tree")
struct ContentTreeTests {
  @Test("puts every file into its place", arguments: Fixture.all(in: "tree"))
  func places(fixture: Fixture) throws {
    let sample = try SampleContent(fixture.input)
    try fixture.expect(sample.tree.dump + sample.told)
  }

  @Test("is the same in whatever order the files come")
  func shuffled() throws {
    let files = (1...40).map {
      "-- blog/\($0 % 7)/post-\($0).md --\n---\ntitle: P\($0)\ndate: 2025-01-\($0 % 3 + 1)\n---\n"
    }
    let straight = try SampleContent("\n" + files.joined()).tree.dump
    for seed in 1...5 {
      let shuffled = files.indices.sorted { ($0 * seed * 31) % 41 < ($1 * seed * 31) % 41 }.map { files[$0] }
      #expect(try SampleContent("\n" + shuffled.joined()).tree.dump == straight, "seed \(seed)")
    }
  }

  @Test("takes dates from the key, the file's name, the history, in this order")
  func dates() throws {
    let history = FileHistory(
      created: Instant(seconds: 1_700_000_000), modified: Instant(seconds: 1_750_000_000))
    let sample = try SampleContent(
      """

      -- 2025-01-02-a.md --
      ---
      date: 2025-03-04
      ---
      -- 2025-01-02-b.md --
      b
      -- c.md --
      c
      -- d.md --
      d
      """,
      history: ["2025-01-02-a.md": history, "c.md": history])
    let dates = sample.tree.pages.map(\.entry.dates)
    #expect(dates.map { $0.date?.dump } == ["2025-03-04", "2025-01-02", "2023-11-14T23:13:20+01:00", nil])
    #expect(
      dates.map { $0.modified?.dump } == [
        "2025-06-15T17:06:40+02:00", "2025-01-02", "2025-06-15T17:06:40+02:00", nil,
      ])
  }

  @Test("shows drafts and future posts when asked")
  func everything() throws {
    let text =
      "\n-- a.md --\n---\ndraft: true\n---\n-- b.md --\n---\ndate: 2027-01-01\n---\n-- c.md --\n---\nexpiryDate: 2020-01-01\n---\n"
    let now = Selection.sample.now
    func urls(_ selection: Selection) throws -> [String] {
      try SampleContent(text, selection: selection).tree.pages.map(\.url)
    }
    #expect(try urls(Selection(now: now)) == [])
    #expect(try urls(Selection(now: now, includesDrafts: true)) == ["/a/"])
    #expect(try urls(Selection(now: now, includesDrafts: true, includesFuture: true)) == ["/a/", "/b/"])
  }
}

@Suite("A glob")
struct GlobTests {
  @Test(
    "matches paths",
    arguments: [
      ("/blog/*", "/blog/a", true), ("/blog/*", "/blog/a/b", false), ("/blog/**", "/blog/a/b", true),
      ("**/2024/*", "/blog/2024/a", true), ("/{a,b}/?", "/b/x", true), ("/{a,b}/?", "/c/x", false),
      ("*a*b", "xaayb", true), ("*a*b", "xaay", false), ("", "", true), ("**", "", true),
      ("/a", "/ab", false),
    ])
  func glob(pattern: String, path: String, fits: Bool) { #expect(Glob(pattern).matches(path) == fits) }

  @Test("gives up on hostile patterns in bounded time")
  func hostile() {
    #expect(!Glob(String(repeating: "*a", count: 200) + "b").matches(String(repeating: "a", count: 5000)))
    #expect(!Glob(String(repeating: "{a,b}", count: 60)).matches("c"))
  }
}
