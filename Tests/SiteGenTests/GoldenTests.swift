import Foundation
import TestSupport
import Testing

@Suite("Golden sites")
struct GoldenTests {
  @Test("come out byte for byte", arguments: Golden.all)
  func golden(site: Golden) throws {
    let scratch = try TemporaryFolder()
    let source = scratch.url.appending(path: "site")
    let output = scratch.url.appending(path: "out")
    try site.copy(into: source)
    let arguments = ["build", "--source", "site", "--output", "out"] + (try site.arguments)
    var report = ""
    for tongue in ["en", "es"] {
      let run = try Program.run(arguments: arguments + ["--lang", tongue], in: scratch.url)
      #expect(run.status == (site.mustFail ? 1 : 0), "\(run.errors)")
      report += Self.mistakes(in: run.errors)
    }
    let files = Files.withoutLook(try Files.of(output))
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try site.record(files, report: report)
      Issue.record("recorded \(site.name)")
      return
    }
    let differences = Files.differences(files, from: try site.output)
    #expect(differences == [])
    #expect(report == (try site.report))
    #expect(!site.mustFail || files.isEmpty, "a build that fails writes nothing")
  }

  /// The report without the summary, which tells how long the build took.
  private static func mistakes(in errors: String) -> String {
    errors.replacing(/[^\n]* (in|en) [0-9]+[.,][0-9]+ s: [^\n]*\n/, with: "")
  }
}
