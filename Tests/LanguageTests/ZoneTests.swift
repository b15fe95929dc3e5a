import Foundation
import Language
import TestSupport
import Testing

@Suite("A time zone")
struct ZoneTests {
  @Test("reads clocks as a second implementation does")
  func clocks() throws {
    var zones: [String: Zone] = [:]
    let rows = try rows(of: "clocks.txt")
    #expect(rows.count > 100)
    for row in rows {
      guard Zone.contents(of: "\(Zone.systemDirectory)/\(row[0])") != nil || Zone.builtIn(row[0]) != nil
      else {
        continue
      }
      let zone = try zones[row[0]] ?? Zone(named: row[0])
      zones[row[0]] = zone
      let moment = try civil(row[1])
      let earlier = Instant(seconds: try #require(Int(row[2])))
      let later = Instant(seconds: try #require(Int(row[3])))
      #expect(zone.instant(of: moment) == earlier, "\(row)")
      #expect(zone.period(at: earlier).abbreviation == row[4], "\(row)")
      let expected: Zone.Reading =
        earlier == later
        ? .once(earlier) : earlier < later ? .twice(earlier: earlier, later: later) : .never(earlier)
      #expect(zone.reading(of: moment) == expected, "\(row)")
    }
  }

  @Test(
    "is the same from its file and from the built-in table", arguments: ["Europe/Madrid", "Atlantic/Canary"])
  func builtIn(name: String) throws {
    guard let bytes = Zone.contents(of: "\(Zone.systemDirectory)/\(name)") else { return }
    let file = try Zone(name: name, tzif: bytes.span)
    let table = try #require(Zone.builtIn(name))
    // Day by day from 1890 to 2110; where a day brings a change, its very second is sought.
    for day in -29_220..<51_134 {
      let second = day * Instant.secondsPerDay
      let change = change(of: file, from: second, to: second + Instant.secondsPerDay)
      for second in [second, change - 1, change] {
        let instant = Instant(seconds: second)
        guard file.period(at: instant) != table.period(at: instant) else { continue }
        Issue.record("differs at \(second)")
        return
      }
    }
  }

  @Test("needs no file for Madrid, the Canaries and UTC")
  func withoutFiles() throws {
    for name in ["Europe/Madrid", "Atlantic/Canary", "UTC"] {
      #expect(try Zone(named: name, read: { _ in nil }).name == name)
    }
    #expect(throws: Zone.FindError.unknown("Europe/Paris")) {
      try Zone(named: "Europe/Paris", read: { _ in nil })
    }
  }

  @Test(
    "asks the disk for no name that leads elsewhere",
    arguments: ["", "/etc/passwd", "../passwd", "Europe/../x", "Europe//Madrid", "Europe/", "a b", "ñ"])
  func names(name: String) {
    #expect(throws: Zone.FindError.unknown(name)) {
      try Zone(
        named: name,
        read: { path in
          Issue.record("asked for \(path)")
          return nil
        })
    }
  }

  @Test("tells a damaged file from a missing one")
  func damaged() throws {
    #expect(throws: Zone.FindError.damaged("Europe/Madrid", .notTZif)) {
      try Zone(named: "Europe/Madrid", read: { _ in Array("nothing".utf8) })
    }
    guard let bytes = Zone.contents(of: "\(Zone.systemDirectory)/Europe/Madrid") else { return }
    for count in 0..<bytes.count {
      #expect(throws: Zone.FileError.self) { try Zone(name: "x", tzif: Array(bytes[..<count]).span) }
    }
  }

  @Test("survives any damage to a file")
  func fuzz() throws {
    let seed = Seed.current
    var random = Dice(seed: seed)
    guard let bytes = Zone.contents(of: "\(Zone.systemDirectory)/America/Nuuk") else { return }
    for _ in 0..<2000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<damaged.count, using: &random)
        damaged[index] = UInt8.random(in: 0...255, using: &random)
      }
      // Whatever is accepted must answer for any time.
      let zone = try? Zone(name: "x", tzif: damaged.span)
      for second in [Int.min, -4_000_000_000, 0, 1_790_000_000, 9_000_000_000, Int.max] {
        let instant = Instant(seconds: second)
        guard let moment = zone?.moment(at: instant) else { continue }
        #expect(moment.instant == instant, "seed \(seed)")
      }
    }
  }

  /// The first second whose period is another than at the start; the end when there is none.
  private func change(of zone: Zone, from start: Int, to end: Int) -> Int {
    let period = zone.period(at: Instant(seconds: start))
    guard zone.period(at: Instant(seconds: end)) != period else { return end }
    var (same, other) = (start, end)
    while other - same > 1 {
      let middle = (same + other) / 2
      if zone.period(at: Instant(seconds: middle)) == period { same = middle } else { other = middle }
    }
    return other
  }

  private func civil(_ text: String) throws -> CivilMoment {
    let parts = text.split { "- :".contains($0) }.compactMap { Int($0) }
    return CivilMoment(
      try #require(CivilDay(year: parts[0], month: parts[1], day: parts[2])),
      try #require(CivilTime(hour: parts[3], minute: parts[4], second: parts[5])))
  }
}
