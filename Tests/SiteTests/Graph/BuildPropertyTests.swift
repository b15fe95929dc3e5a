import Diagnostics
import Disk
import Foundation
import Language
import Site
import TestSupport
import Testing

@Suite("A site that is built after each edit")
struct BuildPropertyTests {
  /// How many sites are edited: more in the slow lane.
  private static let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["SEED"].flatMap(UInt64.init) { return [seed] }
    // Those beyond the first once found something.
    guard let count = environment["SOAK"].flatMap(Int.init) else { return [0, 126, 130, 282, 430, 528] }
    return (0..<UInt64(count)).map { $0 }
  }()

  private static let steps = ProcessInfo.processInfo.environment["SOAK"] == nil ? 10 : 20

  @Test("has the output and the report of one that is built from nothing", arguments: seeds)
  func equalsClean(seed: UInt64) throws {
    let site = try EditedSite(seed: seed)
    for step in 0..<Self.steps {
      let story = "seed \(seed), step \(step):\n\(site.story.suffix(14).joined(separator: "\n"))"
      let outcome = try SiteBuild(site.request).run()
      let clean = try SiteBuild(Self.clean(site)).run()
      let told = Self.told(outcome, in: site)
      let expected = Self.told(clean, in: site)
      #expect(told == expected, "\(LivePropertyTests.difference(told, expected))\n\(story)")
      if clean.output != nil {
        let difference = try Self.difference(
          Self.tree(site.output), Self.tree(site.source.appending("../clean-\(site.root.lastPathComponent)")))
        if let difference {
          Issue.record("\(difference)\n\(story)")
          return
        }
        let again = try SiteBuild(site.request).run()
        #expect(again.rendered <= outcome.rendered, "\(story)")
        #expect(Self.told(again, in: site) == expected, "\(story)")
      }
      try site.edit()
    }
  }

  private static func clean(_ site: EditedSite) -> SiteBuild.Request {
    var request = site.request
    request.output = site.source.appending("../clean-\(site.root.lastPathComponent)")
    request.fresh = true
    return request
  }

  private static func told(_ outcome: SiteBuild.Outcome, in site: EditedSite) -> String {
    outcome.report.told + "\(outcome.output != nil) \(outcome.pages) \(outcome.copies)"
  }

  private static func tree(_ folder: Path) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in try Tree(walking: folder, taking: .whole).files {
      files[file.path.text] = try File.read(folder.appending(file.path.bytes))
    }
    return files
  }

  /// The first file in which two outputs differ.
  private static func difference(_ mine: [String: [UInt8]], _ clean: [String: [UInt8]]) -> String? {
    for path in Set(mine.keys).union(clean.keys).sorted() where mine[path] != clean[path] {
      guard let one = mine[path] else { return "\(path) is missing" }
      guard let other = clean[path] else { return "\(path) should not be there" }
      return path + "\n"
        + LivePropertyTests.difference(
          String(decoding: one, as: UTF8.self), String(decoding: other, as: UTF8.self))
    }
    return nil
  }
}
