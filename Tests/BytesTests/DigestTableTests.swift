import Testing

@testable import Bytes

@Suite("Digests as keys")
struct DigestTableTests {
  /// Keys that fall upon each other: their low bits are mostly equal. Zero is a key like any other.
  private static func keys(_ count: Int) -> [UInt64] {
    (0..<count).map { UInt64($0 / 7) << 40 | UInt64($0 % 7) }
  }

  @Test("a set knows what was put in, however much it grows")
  func membership() {
    var set = DigestSet()
    var known: Set<UInt64> = []
    for key in Self.keys(500) {
      #expect(!set.contains(key) || known.contains(max(1, key)))
      let (isNew, wasNew) = (set.insert(key), known.insert(max(1, key)).inserted)
      #expect(isNew == wasNew)
      let isNewAgain = set.insert(key)
      #expect(!isNewAgain)
      #expect(set.contains(key))
    }
    #expect(set.count == known.count)
    #expect(!set.contains(.max))
  }

  @Test("a table holds the last number of each key")
  func numbers() {
    var table = DigestTable(capacity: 10)
    var known: [UInt64: UInt64] = [:]
    for round in 0..<3 {
      for (number, key) in Self.keys(300).enumerated() where number % 3 >= round {
        table[key] = UInt64(number * 10 + round)
        known[max(1, key)] = UInt64(number * 10 + round)
      }
    }
    for (key, number) in known { #expect(table[key] == number) }
    #expect(table.keys.count == known.count)
    #expect(table[.max] == nil)
    table[5] = nil
    #expect(table[5] == known[5], "nothing is ever taken out")
  }

  @Test("an empty one holds nothing and takes no memory")
  func empty() {
    #expect(DigestTable()[7] == nil)
    #expect(!DigestSet().contains(0))
    #expect(DigestTable().values.isEmpty)
  }

  @Test("what was kept is taken as it lies; what cannot have been kept is empty")
  func kept() {
    var table = DigestTable()
    for key in Self.keys(40) { table[key] = key &+ 3 }
    let same = DigestTable(slots: table.keys.slots, values: table.values)
    for key in Self.keys(40) { #expect(same[key] == table[key]) }
    #expect(same.keys.count == table.keys.count)
    let full = [UInt64](repeating: 9, count: 16)
    for (slots, values) in [
      (full, full), (Array(table.keys.slots.dropLast()), Array(table.values.dropLast())),
      (table.keys.slots, [1]), ([], []), ([0, 1, 0, 0], [0, 1, 0, 0]),
    ] {
      let table = DigestTable(slots: slots, values: values)
      #expect(table.keys.count == 0 && table[9] == nil && table[1] == nil)
    }
  }

  @Test("tells what differs from another table")
  func changes() {
    var (old, new) = (DigestTable(), DigestTable())
    for key in 1...40 as ClosedRange<UInt64> { old[key] = key }
    for key in 3...50 as ClosedRange<UInt64> { new[key] = key == 7 ? 70 : key }
    var changed: [UInt64] = []
    new.addChanges(since: old, to: &changed)
    #expect(changed.sorted() == [1, 2, 7] + Array(41...50))
  }
}
