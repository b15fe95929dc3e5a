import Foundation
import TestSupport
import Testing

@Suite("The site of this repository")
struct OwnSiteTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What the site is made of; the rest of the repository is the program.
  private static let parts = ["site.yaml", "content", "data", "inventory", "static", "templates"]

  private static func copy(into folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for part in parts {
      try FileManager.default.copyItem(
        at: repository.appending(path: part), to: folder.appending(path: part))
    }
  }

  private static let present = ["--now", "2026-06-01T10:00:00Z"]

  @Test("builds without a word, and so does a new one")
  func silence() throws {
    let scratch = try TemporaryFolder()
    try Self.copy(into: scratch.url.appending(path: "own"))
    #expect(
      try Program.run(arguments: ["init", "new"] + Self.present, in: scratch.url).status == 0)
    for site in ["own", "new"] {
      let run = try Program.run(
        arguments: ["build", "--source", site, "--output", "\(site).out", "--strict", "--format", "json"]
          + Self.present,
        in: scratch.url)
      #expect(run.status == 0)
      #expect(run.errors == "", "\(site)")
      #expect(try Files.of(scratch.url.appending(path: "\(site).out"))["index.html"] != nil)
    }
  }

  /// A day on which all that the site holds has appeared.
  private static let later = ["--now", "2026-12-01T10:00:00Z"]

  @Test("has nothing that the check would find, and neither has a new one")
  func cleanness() throws {
    let scratch = try TemporaryFolder()
    try Self.copy(into: scratch.url.appending(path: "own"))
    #expect(try Program.run(arguments: ["init", "new"] + Self.later, in: scratch.url).status == 0)
    for site in ["own", "new"] {
      let run = try Program.run(
        arguments: ["check", "--source", site, "--strict"] + Self.later, in: scratch.url)
      #expect(run.output == "", "\(site)")
      #expect(run.status == 0 && run.errors.hasSuffix(" pages: nothing found\n"), "\(run.errors)")
    }
  }

  @Test(
    "comes out the same whatever the jobs, the path, the zone and the locale",
    arguments: [
      (["--jobs", "8"], [:]), (["--jobs", "1"], ["TZ": "Asia/Tokyo"]),
      (["--jobs", "3"], ["LC_ALL": "C", "LANG": "es_ES.UTF-8"]),
    ] as [([String], [String: String])])
  func determinism(options: [String], environment: [String: String]) throws {
    let scratch = try TemporaryFolder()
    let other = scratch.url.appending(path: "otra carpeta/más honda")
    try Self.copy(into: scratch.url.appending(path: "site"))
    try Self.copy(into: other)
    let first = try Program.run(
      arguments: ["build", "--source", "site", "--output", "one", "--jobs", "1"] + Self.present,
      in: scratch.url)
    #expect(first.status == 0, "\(first.errors)")
    let second = try Program.run(
      arguments: ["build", "--output", "../two"] + options + Self.present,
      environment: environment, in: other)
    #expect(second.status == 0, "\(second.errors)")
    let one = try Files.of(scratch.url.appending(path: "one"))
    let two = try Files.of(scratch.url.appending(path: "otra carpeta/two"))
    #expect(one.count > 40)
    #expect(Files.differences(two, from: one) == [])
  }
}
