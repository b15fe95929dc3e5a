import Language
import Testing

/// Instants and days as machines write them.
@Suite("RFC 3339")
struct RFC3339Tests {
  @Test(
    "is read",
    arguments: [
      ("2026-11-20T03:05:06Z", 1_795_143_906, 0),
      ("2026-11-20t04:05:06+01:00", 1_795_143_906, 0),
      ("2026-11-19T22:05:06.25-05:00", 1_795_143_906, 250_000_000),
      ("2026-11-20T03:05:06.1234567891z", 1_795_143_906, 123_456_789),
      ("2016-12-31T23:59:60Z", 1_483_228_799, 0),
    ])
  func reads(text: String, seconds: Int, nanosecond: Int) {
    #expect(Instant(rfc3339: text) == Instant(seconds: seconds, nanosecond: nanosecond))
  }

  @Test(
    "is refused where it is anything else",
    arguments: [
      "", "2026-11-20", "2026-11-20T03:05:06", "2026-11-20 03:05:06Z", "2026-02-30T03:05:06Z",
      "2026-11-20T24:05:06Z", "2026-11-20T03:05:61Z", "2026-11-20T03:05:06.Z", "2026-11-20T03:05:06+1:00",
      "2026-11-20T03:05:06+24:00", "2026-11-20T03:05:06Zz", "+026-11-20T03:05:06Z", "2026-11-20T-3:05:06Z",
      "2026-11-20T03:05:06+01:0ñ",
    ])
  func refuses(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test("comes back as it was written")
  func roundTrip() {
    #expect(Instant(rfc3339: "2026-11-20T03:05:06Z")?.rfc3339 == "2026-11-20T03:05:06Z")
    #expect(CivilDay(rfc3339: "2026-11-20")?.rfc3339 == "2026-11-20")
    #expect(CivilDay(rfc3339: "2026-11-31") == nil)
    #expect(CivilDay(rfc3339: "2026-1-31") == nil)
  }
}
