import Foundation
import TestSupport
import Testing

/// The real program at real servers: killed, cut off, or not alone.
@Suite("A deploy that is interrupted", .serialized)
struct InterruptionTests {
  private static let isSlow = BuiltProgram.isTriedAtLength

  @Test(
    "may be killed at any instant: no visitor meets a broken page, and the next run finishes",
    arguments: Stand.Kind.here)
  func killing(kind: Stand.Kind) throws {
    let stand = try Stand(kind)
    try stand.write(0)
    let start = ContinuousClock.now
    let first = try stand.deploy()
    #expect(first.status == 0, "\(first.complaint)")
    let usual = start.duration(to: .now) / .microseconds(1)
    let visitor = kind == .git ? nil : Visitor(at: stand, pages: ["index.html", "p/3/index.html"])
    var dice = Dice(seed: Seed.current)
    for round in 1...(Self.isSlow ? 100 : 4) {
      try stand.write(round)
      let process = try stand.start()
      usleep(UInt32(Double.random(in: 0...usual * 1.1, using: &dice)))
      // Half of the time what it has started dies with it, as when a machine loses its power.
      process.kill(wholeGroup: Bool.random(using: &dice))
      process.wait()
      try expectWholePages(stand, "round \(round) of seed \(Seed.current)")
      guard round.isMultiple(of: 4) else { continue }
      try expectFinish(stand, round)
    }
    let seen = visitor?.stop()
    #expect(seen?.broken ?? [] == [])
  }

  @Test(
    "may lose its line at any byte: no page is left broken, and the next run finishes",
    arguments: [Stand.Kind.ssh, .module, .git])
  func cutting(kind: Stand.Kind) throws {
    let stand = try Stand(kind, cuttingLines: true)
    try stand.write(0)
    #expect(try stand.deploy().status == 0)
    try stand.write(1)
    try stand.order("heal")
    #expect(try stand.deploy().status == 0)
    let bytes = try #require(Int(stand.order("bytes")))
    let cuts = Self.isSlow ? 40 : 4
    for cut in 0..<cuts {
      let edition = cut + 2
      try stand.write(edition)
      try stand.order("cut/\(bytes * cut / (cuts - 1) * 99 / 100)")
      let what: Comment = "cut \(cut) of \(cuts) at \(kind)"
      #expect(try stand.deploy().status == 3, what)
      try expectWholePages(stand, what)
      try stand.order("heal")
      try expectFinish(stand, edition)
    }
  }

  @Test("lets no other in, of this machine or another", arguments: Stand.Kind.here, ["uno", "dos"])
  func twoAtOnce(kind: Stand.Kind, second: String) throws {
    // A server of modules has no lock to offer to two machines.
    guard kind != .module || second == "uno" else { return }
    let stand = try Stand(kind)
    try stand.write(0)
    #expect(try stand.deploy().status == 0)
    for round in 1...(Self.isSlow ? 20 : 2) {
      try stand.write(round * 2)
      let one = try stand.start()
      if second == "dos" { try stand.write(round * 2 + 1, in: "dos") }
      let other = try stand.start(in: second)
      let statuses = [one.wait(), other.wait()]
      #expect(statuses.contains(0) && statuses.allSatisfy { $0 == 0 || $0 == 3 }, "\(kind): \(statuses)")
      try expectWholePages(stand, "round \(round) at \(kind)")
      try expectFinish(stand, round * 2)
    }
  }

  private func expectWholePages(_ stand: Stand, _ what: Comment) throws {
    let broken = try stand.brokenPages()
    // What is looked at file by file may change meanwhile: what a stopped deploy had asked for is still being done.
    guard !broken.isEmpty else { return }
    usleep(300_000)
    #expect(try stand.brokenPages() == [], what)
  }

  private func expectFinish(_ stand: Stand, _ edition: Int) throws {
    let run = try stand.deploy()
    #expect(run.status == 0, "\(stand.kind), edition \(edition): \(run.complaint)")
    #expect(try stand.differences(from: edition) == [], "\(stand.kind), edition \(edition)")
  }
}
