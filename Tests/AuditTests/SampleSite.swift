import Audit
import Diagnostics
import Disk
import Foundation
import Language
import Site
import TestSupport
import Testing
import Workers

/// A site of the fixtures, copied to where no history of files is known.
///
///     NAME/           the site
///     NAME.report     what `check` tells of it, in English and in Spanish
struct SampleSite: CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  init(_ name: String) { self.name = name }

  /// The site in a folder of its own; `change` writes what is different in it.
  func outcome(jobs: Int = 2, _ change: (String) throws -> Void = { _ in }) throws -> Audit.Outcome {
    let folder = try TemporaryFolder()
    let place = folder.path + "/site"
    try FileManager.default.copyItem(at: Self.root.appending(path: name), to: URL(filePath: place))
    try change(place)
    return try Self.outcome(of: place, jobs: jobs)
  }

  /// What is told of a site that lies somewhere; `change` makes the request another.
  static func outcome(
    of folder: String, jobs: Int = 2, _ change: (inout SiteBuild.Request) -> Void = { _ in }
  ) throws -> Audit.Outcome {
    var request = try request(of: folder, jobs: jobs)
    change(&request)
    return try Audit(request).run()
  }

  /// What is asked of a site that lies somewhere.
  static func request(of folder: String, jobs: Int = 2) throws -> SiteBuild.Request {
    let present = try #require(Instant(rfc3339: "2026-06-01T10:00:00Z"))
    return SiteBuild.Request(
      source: Path(folder), output: Path(folder + "/public"), workers: Workers(count: jobs), now: present)
  }

  /// What must be told; with RECORD_FIXTURES set it is rewritten, and the test fails so that nobody forgets it set.
  func expect(_ report: Report, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Self.root.appending(path: "\(name).report")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data(report.told.utf8).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let (told, wanted) = (report.told.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    for (mine, theirs) in zip(told, wanted) where mine != theirs {
      Issue.record("told «\(mine)», not «\(theirs)»", sourceLocation: sourceLocation)
      return
    }
    #expect(told.count == wanted.count, sourceLocation: sourceLocation)
  }
}

/// Writes a small site and tells what is found in it: path, line, column and name of each finding.
func findings(in files: [String: String]) throws -> [String] {
  let folder = try TemporaryFolder()
  for (name, text) in files { try folder.write(text, to: name) }
  return try SampleSite.outcome(of: folder.path).report.sorted.map(\.short)
}

extension Mistake {
  /// `content/blog/talos.md:3:14 link-broken`.
  var short: String {
    place.map { "\(path):\($0.line):\($0.column) \(finding.code)" } ?? "\(path) \(finding.code)"
  }
}
