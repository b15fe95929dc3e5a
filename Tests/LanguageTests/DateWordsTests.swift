import Language
import TestSupport
import Testing

@Suite("A date in words")
struct DateWordsTests {
  /// 2025-08-12 08:45:07.25 in Madrid.
  static let moment = ZonedMoment(
    Instant(seconds: 1_754_981_107, nanosecond: 250_000_000), offset: Offset(seconds: 7200) ?? .utc)

  @Test(
    "follows its pattern",
    arguments: [
      ("d 'de' MMMM 'de' y", "12 de agosto de 2025", "12 de August de 2025"),
      ("EEEE, d MMM yy", "martes, 12 ago 25", "Tuesday, 12 Aug 25"),
      ("EEE EEEEE MMMMM LLLL ccc", "mar M A agosto mar", "Tue T A August Tue"),
      ("dd/MM/yyyy HH:mm:ss.SSS", "12/08/2025 08:45:07.250", "12/08/2025 08:45:07.250"),
      ("h:mm a", "8:45 a.\u{A0}m.", "8:45 AM"),
      ("D 'W'ww Y", "224 W33 2025", "224 W33 2025"),
      ("Z x xx xxx X XXX", "+0200 +02 +0200 +02:00 +02 +02:00", "+0200 +02 +0200 +02:00 +02 +02:00"),
      ("H'h' m''", "8h 45'", "8h 45'"),
      ("'it''s' y", "it's 2025", "it's 2025"),
      ("«y» · ñ", "«2025» · ñ", "«2025» · ñ"),
      ("", "", ""),
    ])
  func pattern(pattern: String, spanish: String, english: String) throws {
    let pattern = try DatePattern(pattern)
    #expect(written { $0.append(Self.moment, as: pattern, in: .spanish) } == spanish)
    #expect(written { $0.append(Self.moment, as: pattern, in: .english) } == english)
  }

  @Test(
    "refuses what no letter means",
    arguments: [
      ("d de MMMM", DatePatternError.unknownLetter("e", offset: 3)),
      ("%Y-%m-%d", .percentLetter("Y", offset: 0)),
      ("y 'de", .unclosedText(offset: 2)),
      ("MMMMMM", .tooLong("M", count: 6, offset: 0)),
      ("y q", .unknownLetter("q", offset: 2)),
      ("ddd", .tooLong("d", count: 3, offset: 0)),
    ])
  func refuses(pattern: String, error: DatePatternError) {
    #expect(throws: error) { try DatePattern(pattern) }
  }

  @Test(
    "has named styles",
    arguments: [
      (DateStyle.full, "martes, 12 de agosto de 2025", "Tuesday, August 12, 2025"),
      (.long, "12 de agosto de 2025", "August 12, 2025"),
      (.short, "12 ago 2025", "Aug 12, 2025"),
      (.numeric, "12/8/2025", "8/12/2025"),
      (.rss, "Tue, 12 Aug 2025 08:45:07 +0200", "Tue, 12 Aug 2025 08:45:07 +0200"),
      (.iso, "2025-08-12T08:45:07.25+02:00", "2025-08-12T08:45:07.25+02:00"),
    ])
  func styles(style: DateStyle, spanish: String, english: String) {
    #expect(written { $0.append(Self.moment, style: style, in: .spanish) } == spanish)
    #expect(written { $0.append(Self.moment, style: style, in: .english) } == english)
  }

  @Test("tells a day alone as a day")
  func days() throws {
    let day = try #require(CivilDay(year: 2026, month: 2, day: 1))
    #expect(written { $0.append(day, style: .iso, in: .spanish) } == "2026-02-01")
    #expect(written { $0.append(day, style: .rss, in: .spanish) } == "Sun, 01 Feb 2026 00:00:00 +0000")
    #expect(written { $0.append(day, style: .long, in: .spanish) } == "1 de febrero de 2026")
  }

  @Test("keeps the instant exact where an offset has seconds")
  func localMeanTime() throws {
    let madrid = try #require(Zone.builtIn("Europe/Madrid"))
    let instant = Instant(seconds: -2_500_000_000)
    #expect(madrid.period(at: instant).offset.seconds == -884)
    #expect(written { $0.append(rfc3339: madrid.moment(at: instant)) } == "1890-10-11T19:19:20-00:14")
    #expect(written { $0.append(rfc3339: ZonedMoment(instant, offset: .utc)) } == "1890-10-11T19:33:20Z")
  }

  @Test(
    "tells ages coarsely",
    arguments: [
      (0, "ahora mismo", "just now"), (59, "ahora mismo", "just now"), (60, "hace 1 minuto", "1 minute ago"),
      (3599, "hace 59 minutos", "59 minutes ago"), (7200, "hace 2 horas", "2 hours ago"),
      (3 * 86_400, "hace 3 días", "3 days ago"), (14 * 86_400 - 1, "hace 13 días", "13 days ago"),
      (14 * 86_400, "hace 2 semanas", "2 weeks ago"), (30 * 86_400, "hace 4 semanas", "4 weeks ago"),
      (31 * 86_400, "hace 1 mes", "1 month ago"), (365 * 86_400, "hace 11 meses", "11 months ago"),
      (366 * 86_400, "hace 1 año", "1 year ago"), (800 * 86_400, "hace 2 años", "2 years ago"),
      (-30, "ahora mismo", "just now"), (-3600, "dentro de 1 hora", "in 1 hour"),
      (-3 * 86_400, "dentro de 3 días", "in 3 days"),
    ])
  func ages(seconds: Int, spanish: String, english: String) {
    let now = Instant(seconds: 1_790_000_000)
    let age = RelativeAge(of: now.adding(seconds: -seconds), at: now)
    #expect(age.words(in: .spanish) == spanish)
    #expect(age.words(in: .english) == english)
  }

  @Test("foretells the second at which an age changes its words")
  func changes() throws {
    let seed = Seed.current
    var random = Dice(seed: seed)
    for _ in 0..<3000 {
      let scale = [100, 10_000, 1_000_000, 100_000_000].randomElement(using: &random) ?? 1
      let now = Instant(
        seconds: 1_790_000_000, nanosecond: Int.random(in: 0..<1_000_000_000, using: &random))
      let instant = Instant(
        seconds: now.seconds + Int.random(in: -scale...scale, using: &random),
        nanosecond: Int.random(in: 0..<1_000_000_000, using: &random))
      let words = RelativeAge(of: instant, at: now).words(in: .spanish)
      let change = try #require(RelativeAge(of: instant, at: now).changes)
      #expect(change > now, "seed \(seed)")
      let before =
        change.nanosecond > 0
        ? Instant(seconds: change.seconds, nanosecond: change.nanosecond - 1)
        : Instant(seconds: change.seconds - 1, nanosecond: 999_999_999)
      #expect(RelativeAge(of: instant, at: change).words(in: .spanish) != words, "seed \(seed)")
      #expect(RelativeAge(of: instant, at: before).words(in: .spanish) == words, "seed \(seed)")
    }
  }
}

@Suite("A date by a pattern")
struct DatePatternTests {
  @Test("is written as a second implementation writes it")
  func reference() throws {
    for row in try rows(of: "dates.txt") {
      let instant = Instant(seconds: try #require(Int(row[0])))
      let moment = ZonedMoment(instant, offset: Int(row[1]).flatMap { Offset(seconds: $0) } ?? .utc)
      let pattern = try DatePattern(row[2])
      #expect(written { $0.append(moment, as: pattern, in: .spanish) } == row[3], "\(row)")
      #expect(written { $0.append(moment, as: pattern, in: .english) } == row[4], "\(row)")
    }
  }
}
