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
}
