import Language
import TestSupport
import Testing

@Suite("A zone file")
struct ZoneFileTests {
  /// Standard time +1 until 1,000,000,000 and summer time +2 from then on.
  static let once = TZifBytes(
    transitions: [(1_000_000_000, 1)], types: [(3600, false, 0), (7200, true, 4)], texts: "AAA\0BBB\0")

  @Test("may be of the first version, without a rule", arguments: [1, 2, 3, 4] as [UInt8])
  func versions(version: UInt8) throws {
    var file = Self.once
    file.version = version
    let zone = try Zone(name: "x", tzif: file.bytes.span)
    #expect(abbreviation(of: zone, at: 999_999_999) == "AAA +3600")
    #expect(abbreviation(of: zone, at: 1_000_000_000) == "BBB +7200 summer")
    #expect(abbreviation(of: zone, at: 9_000_000_000) == "BBB +7200 summer")
  }

  @Test(
    "goes on by its rule",
    arguments: [
      // 2030-01-15, 2030-03-01 and 2030-07-15, all at noon UTC.
      ("EST5EDT,M3.2.0,M11.1.0", "EST -18000", "EST -18000", "EDT -14400 summer"),
      ("<-03>3", "-03 -10800", "-03 -10800", "-03 -10800"),
      ("<+0545>-5:45", "+0545 +20700", "+0545 +20700", "+0545 +20700"),
      ("AEST-10AEDT,M10.1.0,M4.1.0/3", "AEDT +39600 summer", "AEDT +39600 summer", "AEST +36000"),
      ("AAA0BBB,J60/0,J100/0", "AAA +0", "BBB +3600 summer", "AAA +0"),
      ("AAA0BBB,59/0,100/0", "AAA +0", "BBB +3600 summer", "AAA +0"),
      ("AAA0BBB,60/-25,100/0", "AAA +0", "BBB +3600 summer", "AAA +0"),
      ("XXX3EDT4,0/0,J365/23", "EDT -14400 summer", "EDT -14400 summer", "EDT -14400 summer"),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "-02 -7200", "-02 -7200", "-01 -3600 summer"),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "GMT +0 summer", "GMT +0 summer", "IST +3600"),
    ])
  func rules(rule: String, january: String, march: String, july: String) throws {
    let zone = try Zone(name: "x", tzif: TZifBytes(footer: "\n\(rule)\n").bytes.span)
    for (second, expected) in [
      (1_894_708_800, january), (1_898_596_800, march), (1_910_347_200, july),
    ] {
      #expect(abbreviation(of: zone, at: second) == expected)
    }
  }

  @Test("counts J days without the leap day and plain days with it")
  func leapYears() throws {
    // 2028 is a leap year: its day J60 is March 1, its day 59 is February 29.
    let julian = try Zone(name: "x", tzif: TZifBytes(footer: "\nAAA0BBB,J60/0,J100/0\n").bytes.span)
    let counted = try Zone(name: "x", tzif: TZifBytes(footer: "\nAAA0BBB,59/0,100/0\n").bytes.span)
    let leapDay = 1_835_438_400
    #expect(abbreviation(of: julian, at: leapDay) == "AAA +0")
    #expect(abbreviation(of: counted, at: leapDay) == "BBB +3600 summer")
  }

  @Test(
    "is refused with a bad rule",
    arguments: [
      "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
      "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J5", "CET-1CEST,366,5", "CE-1", "<CET-1", "CET-25", "CET-1,",
      "CET-1CEST,M3.5.0,M10.5.0 ", "CET-1CEST,M3.5.0/168,M10.5.0", "ñññ1",
    ])
  func badRules(rule: String) {
    #expect(throws: Zone.FileError.unknownRule(rule)) {
      try Zone(name: "x", tzif: TZifBytes(footer: "\n\(rule)\n").bytes.span)
    }
  }

  @Test("is refused when it contradicts itself")
  func inconsistent() {
    var noType = Self.once
    noType.types = []
    var wrongType = Self.once
    wrongType.transitions = [(0, 7)]
    var descending = Self.once
    descending.transitions = [(10, 0), (10, 1)]
    var wideOffset = Self.once
    wideOffset.types = [(86_400, false, 0), (0, false, 0)]
    var wrongText = Self.once
    wrongText.types = [(0, false, 9), (0, false, 0)]
    for file in [noType, wrongType, descending, wideOffset, wrongText] {
      #expect(throws: Zone.FileError.inconsistent) { try Zone(name: "x", tzif: file.bytes.span) }
    }
    var open = Self.once
    open.footer = "\nCET-1"
    #expect(throws: Zone.FileError.truncated) { try Zone(name: "x", tzif: open.bytes.span) }
    #expect(throws: Zone.FileError.notTZif) { try Zone(name: "x", tzif: [UInt8]().span) }
  }

  @Test("survives any damage")
  func fuzz() {
    let seed = Seed.current
    var random = Dice(seed: seed)
    var file = Self.once
    file.footer = "\nCET-1CEST,M3.5.0,M10.5.0/3\n"
    let bytes = file.bytes
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let zone = try? Zone(name: "x", tzif: damaged.span) else { continue }
      for second in [Int.min, 0, 1_000_000_000, 9_000_000_000, Int.max] {
        let instant = Instant(seconds: second)
        #expect(zone.moment(at: instant).instant == instant, "seed \(seed)")
        _ = zone.reading(of: instant.civil(at: .utc))
      }
    }
  }

  /// Such as `CEST +7200 summer`.
  private func abbreviation(of zone: Zone, at second: Int) -> String {
    let period = zone.period(at: Instant(seconds: second))
    let sign = period.offset.seconds < 0 ? "" : "+"
    return "\(period.abbreviation) \(sign)\(period.offset.seconds)\(period.isDaylight ? " summer" : "")"
  }
}
