import Diagnostics
import Disk
import Foundation
import Language
import Site
import TestSupport
import Testing

@Suite("A site in memory that is edited")
struct LivePropertyTests {
  /// How many sites are edited, and how often each: more in the slow lane.
  private static let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["SEED"].flatMap(UInt64.init) { return [seed] }
    let count = environment["SOAK"].flatMap(Int.init) ?? 1
    return (0..<UInt64(count)).map { $0 }
  }()

  @Test("answers as one that was read just now", arguments: seeds)
  func equalsFresh(seed: UInt64) throws {
    let folder = try EditedSite(seed: seed)
    let site = try LiveSite(folder.request)
    for step in 0..<20 {
      let fresh = try LiveSite(folder.request)
      guard !fresh.report.fails() else {
        try folder.edit()
        _ = try site.update(folder.touched, now: folder.request.now)
        continue
      }
      let story = { "seed \(seed), step \(step):\n\(folder.story.suffix(14).joined(separator: "\n"))" }
      #expect(site.places.map(\.url) == fresh.places.map(\.url), "\(story())")
      for place in fresh.places {
        let (mine, theirs) = (Self.text(site, place.url), Self.text(fresh, place.url))
        guard mine != theirs else { continue }
        Issue.record("\(place.url)\n\(Self.difference(mine, theirs))\n\(story())")
        return
      }
      #expect(site.report.told == fresh.report.told, "\(story())")
      try folder.edit()
      // Now and then nobody knows what changed.
      _ = try site.update(step % 7 == 6 ? nil : folder.touched, now: folder.request.now)
    }
  }

  private static func text(_ site: LiveSite, _ url: String) -> String {
    switch site.answer(at: url)?.body {
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .redirect(let target): "to \(target)"
    case .file(let path): "file \(path.text)"
    case .nothing: "mistake"
    case nil: "nothing"
    }
  }

  /// The first line in which two texts differ.
  static func difference(_ mine: String, _ theirs: String) -> String {
    let (mine, theirs) = (mine.split(separator: "\n"), theirs.split(separator: "\n"))
    let place = zip(mine, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(mine.count, theirs.count)
    return
      "is:     \(place < mine.count ? mine[place] : "")\nshould: \(place < theirs.count ? theirs[place] : "")"
  }
}
