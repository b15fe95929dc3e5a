import Testing

@testable import Preview

@Suite("A part of a file")
struct ByteRangeTests {
  @Test(
    "is cut as asked",
    arguments: [
      ("bytes=0-9", ByteRange.part(0..<10)), ("bytes=90-", .part(90..<100)), ("bytes=-5", .part(95..<100)),
      ("bytes=95-200", .part(95..<100)), ("bytes=-500", .part(0..<100)), ("bytes=100-", .none),
      ("bytes=-0", .none),
      ("bytes=0-0,5-6", .whole), ("bytes=9-3", .whole), ("lines=1-2", .whole), ("bytes=a-b", .whole),
      ("bytes=-", .whole),
      ("bytes=99999999999999999999-", .none), ("bytes=0-99999999999999999999", .part(0..<100)),
    ])
  func cuts(header: String, range: ByteRange) { #expect(ByteRange(header, of: 100) == range) }

  @Test("of nothing is nothing")
  func empty() {
    #expect(ByteRange("bytes=0-", of: 0) == .none)
    #expect(ByteRange(nil, of: 0) == .whole)
  }
}

@Suite("What a browser has already")
struct EntityTagTests {
  @Test("is known by its tag in any list")
  func isAmong() {
    let tag = EntityTag("ab1")
    for list in ["\"ab1\"", "W/\"ab1\"", "\"x\", \"ab1\"", "*"] { #expect(tag.isAmong(list)) }
    for list in ["", "ab1", "\"ab\"", "\"ab1-gz\""] { #expect(!tag.isAmong(list)) }
  }

  @Test(
    "may be packed",
    arguments: [
      ("gzip, deflate, br", true), ("*", true), ("gzip;q=0", false), ("br", false), ("gzip;q=0.5", true),
    ])
  func encodings(header: String, takes: Bool) { #expect(AcceptedEncodings.takesGzip(header) == takes) }
}
