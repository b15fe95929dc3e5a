import Synchronization
import Testing
import Workers

@Suite("A lazy reference")
struct LazyReferenceTests {
  /// Something that tells when it is gone.
  private final class Thing: Sendable {
    let number: Int
    let gone: Tally

    init(_ number: Int, _ gone: Tally) {
      self.number = number
      self.gone = gone
    }

    deinit { gone.count.add(1, ordering: .relaxed) }
  }

  private final class Tally: Sendable {
    let count = Atomic<Int>(0)
  }

  @Test("holds nothing before something is kept")
  func empty() { #expect(LazyReference<Thing>().load() == nil) }

  @Test("keeps the first and lets go of all others")
  func first() {
    let gone = Tally()
    do {
      let place = LazyReference<Thing>()
      #expect(place.storeIfNil(Thing(1, gone)).number == 1)
      #expect(place.storeIfNil(Thing(2, gone)).number == 1)
      #expect(place.load()?.number == 1)
      #expect(gone.count.load(ordering: .relaxed) == 1)
    }
    #expect(gone.count.load(ordering: .relaxed) == 2)
  }

  @Test("gives the same to all threads that ask at once")
  func race() throws {
    let gone = Tally()
    for _ in 0..<50 {
      let place = LazyReference<Thing>()
      let answers = try Workers(count: 8).map(Array(0..<64)) { place.storeIfNil(Thing($0, gone)).number }
      #expect(Set(answers).count == 1)
    }
    #expect(gone.count.load(ordering: .relaxed) == 50 * 64)
  }

  @Test("lies in a row with others, each by itself", arguments: [0, 1, 63, 64, 65, 1_000])
  func row(count: Int) throws {
    let gone = Tally()
    do {
      let row = LazyReferences<Thing>(count: count)
      let places = Array(0..<count)
      let answers = try Workers(count: 8).map(places + places) { place in
        row.load(place)?.number ?? row.storeIfNil(Thing(place, gone), at: place).number
      }
      #expect(answers == places + places)
      #expect(places.allSatisfy { row.load($0)?.number == $0 })
    }
    #expect(gone.count.load(ordering: .relaxed) >= count)
  }

  @Test("is empty until something is kept, in a row too")
  func emptyRow() { #expect((0..<70).allSatisfy { LazyReferences<Thing>(count: 70).load($0) == nil }) }
}
