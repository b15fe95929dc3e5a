import Deploy
import Diagnostics
import Disk
import Foundation
import HTTP
import Programs
import TestSupport
import Testing

@Suite("What a deploy says")
struct SentenceTests {
  private static let findings: [DeployFinding] = [
    .noSite, .emptySite, .noIndex, .sameButForCase("blog/A.html", "blog/a.html"), .noThreads, .noTargets,
    .unknownTarget("prudcion", nearest: "produccion", known: ["produccion", "pruebas"]),
    .unknownTarget("x", nearest: nil, known: ["produccion", "pruebas"]),
    .severalTargets(["produccion", "pruebas"]), .missingVariable("AWS_ACCESS_KEY_ID"),
    .tooManyDeletes(300, limit: 256), .tooGreatAShare(21, of: 100, percent: 20),
    .foreignFiles(1, first: "boda/fotos.zip"), .foreignFiles(7, first: "boda/fotos.zip"),
    .cannotRollBack("s3"), .noSuchRelease("r9", known: ["r1", "r2"]), .noSuchRelease("r9", known: []),
    .noEarlierRelease,
    .wrongAfterwards(url: "https://x.example/", why: .status(404)),
    .wrongAfterwards(url: "https://x.example/", why: .content),
    .wrongAfterwards(url: "https://x.example/a.css", why: .contentType("text/plain")),
    .wrongAfterwards(url: "https://x.example/", why: .unreachable(.unreachable)), .nothingToVerify,
    .redirectsNotRead(2, host: "GitHub Pages"), .headersNotRead(host: "GitHub Pages"),
    .tooManyRules(101, limit: 100, host: "Cloudflare Pages"),
    .tooLongRule(1008, limit: 1000, host: "Cloudflare Pages"),
  ]

  private static let failures: [DeployFailure] = [
    .disk(DiskFailure(.system(doing: .write, reason: "No space left on device"), at: Path("/srv/blog"))),
    .changedMeanwhile("index.html"), .locked(by: ".deploy/lock"), .program(.absent("rsync")),
    .program(.refused("rsync", reason: "Permission denied")),
    .program(.tookTooLong("git", limit: .seconds(60))), .program(.wroteTooMuch("git", limit: 1000)),
    .refused(command: "git push", said: "stale info"), .refused(command: "rsync", said: ""),
    .http(.unreachable, host: "s3.example.org"),
    .answered(status: 404, code: "NoSuchBucket", key: ""),
    .answered(status: 403, code: "AccessDenied", key: "index.html"),
    .answered(status: 403, code: "SignatureDoesNotMatch", key: ""),
    .answered(status: 500, code: "", key: "index.html"), .noThreads,
    .noLibrary("libbrotlienc", reason: "not found"), .purge(host: "cdn.example", status: 403, said: "no"),
    .purge(host: "cdn.example", status: 500, said: ""), .notServed([.nothingToVerify]),
    .notServed([.nothingToVerify, .nothingToVerify]),
    .unanswered(.unknownHost, at: "https://x.example"), .objection(.noEarlierRelease),
    .damagedRecord(".deploy/manifest.json"),
  ]

  /// With RECORD_FIXTURES set the sentences are written down anew, and the test fails so that nobody forgets it set.
  @Test("is the same word for word, in two tongues")
  func sentences() throws {
    let mistakes =
      Self.findings.map { Mistake($0, path: "produccion", place: nil) }
      + Self.failures.map { Mistake($0, path: "produccion", place: nil) }
    let told = mistakes.map { "\(Report([$0]).told)\n" }.joined()
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/sentences.txt")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data(told.utf8).write(to: file)
      Issue.record("recorded")
    }
    let wanted = try String(contentsOf: file, encoding: .utf8)
    for (mine, theirs) in zip(told.components(separatedBy: "\n"), wanted.components(separatedBy: "\n")) {
      #expect(mine == theirs)
    }
    #expect(told.utf8.count == wanted.utf8.count)
  }
}
