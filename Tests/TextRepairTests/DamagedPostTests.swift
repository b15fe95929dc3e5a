import TestSupport
import Testing
import TextRepair

@Suite("A damaged post")
struct DamagedPostTests {
  /// What `Tools/damage-text` made of one post: each name tells how.
  static let names = Samples.names(in: "damaged", suffix: ".txt")

  @Test("is the post again", arguments: names)
  func whole(_ name: String) throws {
    let clean = name.replacing(".txt", with: ".clean")
    let expected = try Samples.bytes(
      Samples.names(in: "damaged", suffix: ".clean").contains(clean) ? "damaged/\(clean)" : "post.md")
    let repaired = repair(try Samples.bytes("damaged/\(name)"))
    #expect(String(decoding: repaired.bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    #expect(repaired.bytes == expected)
    #expect(repaired.unresolved.isEmpty)
    #expect(!repaired.isUnchanged)
    #expect(repair(repaired.bytes).isUnchanged)
  }

  @Test("comes in every kind")
  func number() {
    #expect(Self.names.count == 56)
  }

  @Test("tells its encoding and its codecs")
  func account() throws {
    #expect(repair(try Samples.bytes("damaged/bytes-cp850.txt")).encoding == .codec(.dos850))
    #expect(repair(try Samples.bytes("damaged/wide-utf-16-be.txt")).encoding == .utf16(isBigEndian: true))
    #expect(
      repair(try Samples.bytes("damaged/wide-mark-utf-32-le.txt")).encoding == .utf32(isBigEndian: false))
    let crossed = repair(try Samples.bytes("damaged/crossed-mac_roman-cp1252.txt"))
    #expect(Set(crossed.repairs.map(\.chain)) == [["cp1252", "mac_roman"]])
    #expect(crossed.repairs.allSatisfy { $0.grade == .lossless && $0.level == 2 })
    let torn = repair(try Samples.bytes("damaged/shy-cp1252.txt"))
    #expect(torn.repairs.contains { $0.grade == .restored && $0.after == "í" })
  }

  @Test("has each letter and sign of Spanish back", arguments: Fixture.all(in: "sequences"))
  func sequences(_ fixture: Fixture) throws {
    try fixture.expect(String(decoding: repair(Array(fixture.input.utf8)).bytes, as: UTF8.self))
  }
}
