import Synchronization
import Testing

@testable import Workers

@Suite("A companion")
struct CompanionTests {
  @Test("has done its work when it was waited for, by however many")
  func joins() throws {
    let count = Count()
    let companion = try Companion { count.value.add(1, ordering: .relaxed) }
    _ = try Workers(count: 3).map(Array(0..<6)) { _ in
      companion.join()
      #expect(count.value.load(ordering: .relaxed) == 1)
    }
    companion.join()
    #expect(count.value.load(ordering: .relaxed) == 1)
  }

  private final class Count: Sendable {
    let value = Atomic<Int>(0)
  }
}
