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

  @Test("is worked out by who asks for it, where nobody else is to")
  func whenAsked() {
    let tally = Tally()
    let later = Workers(count: 1).later {
      tally.count.withLock { $0 += 1 }
      return "made"
    }
    #expect(later.begun == nil)
    #expect(tally.count.withLock { $0 } == 0)
    #expect(later.value == "made")
    #expect(later.begun == "made")
    #expect(tally.count.withLock { $0 } == 1)
  }

  @Test("is waited for by who wants to know whether it was begun")
  func begun() {
    #expect(Workers(count: 2).later { "made" }.begun == "made")
  }
}
