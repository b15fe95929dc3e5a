import Foundation
import TestSupport
import Testing
import TextRepair

@Suite("Hostile text")
struct HostileTextTests {
  @Test("of one long line is repaired in time")
  func longLine() {
    let damaged = String(repeating: "EspaÃ±a maÃ±ana camiÃ³n ", count: 2_000)
    let clean = String(repeating: "España mañana camión ", count: 2_000)
    #expect(String(decoding: repair(Array(damaged.utf8)).bytes, as: UTF8.self) == clean)
  }

  @Test("of leads, continuations and marks alone does no harm")
  func monotone() {
    for scalar in "Ã√├┬Â\u{F8FF}\u{AD}\u{81}\u{FFFD}\u{A0}`<┐" {
      let bytes = Array(String(repeating: scalar, count: 3_000).utf8)
      let once = repair(bytes).bytes
      #expect(repair(once).bytes == once)
    }
  }

  @Test("under many byte order marks comes to light at once")
  func marks() {
    let marked =
      Array(repeatElement([0xEF, 0xBB, 0xBF] as [UInt8], count: 3_000).joined()) + Array("{}\n".utf8)
    #expect(repair(marked).bytes == Array("{}\n".utf8))
  }

  @Test("of every pair of bytes is answered with UTF-8")
  func pairs() {
    for first in UInt8.min...UInt8.max {
      for second in stride(from: UInt8.min, through: 250, by: 7) {
        let repaired = repair([0x61, first, second, 0x62]).bytes
        #expect(String(validating: repaired, as: UTF8.self) != nil, "\(first) \(second)")
      }
    }
  }

  @Test("repaired twice is repaired once", arguments: [1, 2, 3])
  func idempotence(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let names = DamagedPostTests.names
    for round in 0..<120 {
      let name = names[Int(dice.next() % UInt64(names.count))]
      var bytes = try Samples.bytes("damaged/\(name)")
      let start = Int(dice.next() % UInt64(bytes.count - 200))
      bytes = Array(bytes[start..<min(bytes.count, start + 40 + Int(dice.next() % 500))])
      for _ in 0..<dice.next() % 12 { damage(&bytes, &dice) }
      let once = repair(bytes)
      #expect(String(validating: once.bytes, as: UTF8.self) != nil, "seed \(seed), round \(round), \(name)")
      #expect(repair(once.bytes).bytes == once.bytes, "seed \(seed), round \(round), \(name)")
    }
  }

  private func damage(_ bytes: inout [UInt8], _ dice: inout Dice) {
    let index = Int(dice.next() % UInt64(bytes.count))
    switch dice.next() % 3 {
    case 0: bytes[index] = UInt8(truncatingIfNeeded: dice.next())
    case 1 where bytes.count > 1: bytes.remove(at: index)
    default: bytes.insert(contentsOf: [0xC3, 0xE2, 0x88, 0x9A].prefix(Int(dice.next() % 4) + 1), at: index)
    }
  }
}
