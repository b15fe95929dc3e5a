import Testing

@testable import Site

@Suite("What was asked for last")
struct RecentTests {
  @Test("stays as far as it fits, the oldest goes first, and the last stays whatever its size")
  func order() {
    var recent = Recent<String>(limit: 10)
    #expect(recent.put("a", size: 4) == [])
    #expect(recent.put("b", size: 6) == [])
    #expect(recent.put("c", size: 1) == ["a"])
    #expect(recent.put("d", size: 100) == ["b", "c"])
    #expect(recent.put("e", size: 1) == ["d"])
    #expect(recent.put("f", size: 9) == [])
    #expect(recent.put("g", size: 1) == ["e"])
  }

  @Test("forgets what is taken out of it, with the room that it took")
  func filtering() {
    var recent = Recent<Int>(limit: 10)
    for number in 1...4 { _ = recent.put(number, size: 3) }
    var rest = recent.filter { $0 != 3 }
    #expect(rest.put(5, size: 4) == [])
    #expect(rest.put(6, size: 1) == [2])
  }
}
