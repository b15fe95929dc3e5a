import Synchronization
import Testing
import Workers

@Suite("A value that another thread works out")
struct LaterTests {
  private final class Tally: Sendable {
    let count = Mutex(0)
  }

  @Test("is there when it is asked for, and is worked out once")
  func once() {
    let tally = Tally()
    let later = Later {
      tally.count.withLock { $0 += 1 }
      return "made"
    }
    #expect(later.value == "made")
    #expect(later.value == "made")
    #expect(tally.count.withLock { $0 } == 1)
  }
}
