import Foundation
import Synchronization
import Testing
import Workers

@Suite("Workers")
struct WorkersTests {
  private struct Refusal: Error, Equatable {
    let item: Int
  }

  /// Which items were taken, in which order.
  private final class Tally: Sendable {
    let taken = Mutex<[Int]>([])
  }

  @Test("give results in the order of the items, whoever worked on them", arguments: [1, 2, 8, 100])
  func order(count: Int) throws {
    let items = Array(0..<1_000)
    #expect(try Workers(count: count).map(items) { $0 * $0 } == items.map { $0 * $0 })
    #expect(try Workers(count: count, shuffleSeed: 7).map(items) { $0 * $0 } == items.map { $0 * $0 })
  }

  @Test("begin at the end where that is asked for, with the results in the items' order", arguments: [1, 3])
  func fromEnd(count: Int) throws {
    let items = Array(0..<1000)
    let first = Mutex<Int?>(nil)
    let results = try Workers(count: count).map(items, fromEnd: true, keeping: {}) {
      (_: inout Void, item: Int) in
      first.withLock { $0 = $0 ?? item }
      return item * 2
    }
    #expect(results == items.map { $0 * 2 })
    let begun = first.withLock { $0 }
    #expect(try #require(begun) > 900)
  }

  @Test("have nothing to do with an empty list")
  func empty() throws {
    #expect(try Workers(count: 4).map([Int]()) { $0 }.isEmpty)
  }

  @Test("take each item once")
  func once() throws {
    let tally = Tally()
    _ = try Workers(count: 4, shuffleSeed: 1).map(Array(0..<500)) { item in
      tally.taken.withLock { $0.append(item) }
    }
    #expect(tally.taken.withLock { $0.sorted() } == Array(0..<500))
  }

  @Test("shuffle by the seed")
  func shuffled() throws {
    func order(_ seed: UInt64) throws -> [Int] {
      let tally = Tally()
      _ = try Workers(count: 1, shuffleSeed: seed).map(Array(0..<50)) { item in
        tally.taken.withLock { $0.append(item) }
      }
      return tally.taken.withLock { $0 }
    }
    #expect(try order(1) == order(1))
    #expect(try order(1) != order(2))
  }

  @Test("let each thread keep something that it makes once", arguments: [1, 3])
  func keeping(count: Int) throws {
    let made = Mutex(0)
    let results = try Workers(count: count).map(Array(0..<100)) {
      made.withLock { $0 += 1 }
      return [Int]()
    } _: { kept, item in
      kept.append(item)
      return kept.count
    }
    #expect(made.withLock { $0 } == count)
    // What one thread sees is counted on, so that all results together are as many as there are items.
    #expect(results.count == 100)
    #expect(results.max() ?? 0 <= 100)
  }

  @Test("stop at the first error and throw it")
  func failing() throws {
    let tally = Tally()
    let error = #expect(throws: Refusal.self) {
      try Workers(count: 1).map(Array(0..<1_000)) { item in
        tally.taken.withLock { $0.append(item) }
        if item >= 10 { throw Refusal(item: item) }
      }
    }
    #expect(error == Refusal(item: 10))
    #expect(tally.taken.withLock { $0.count } == 11)
  }

  private final class Arrived: Sendable {
    let count = Atomic<Int>(0)
  }

  @Test("work at the same time, even when each only waits")
  func together() throws {
    let arrived = Arrived()
    // Nobody goes on before all are there: one after the other, the first would wait in vain.
    let met = try Workers(count: 8).map(Array(0..<8)) { _ in
      arrived.count.add(1, ordering: .relaxed)
      for _ in 0..<30_000 where arrived.count.load(ordering: .relaxed) < 8 { usleep(1_000) }
      return arrived.count.load(ordering: .relaxed)
    }
    #expect(met == Array(repeating: 8, count: 8))
  }
}
