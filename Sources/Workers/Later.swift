import Synchronization

/// A value that another thread works out while this one goes on.
///
///     let facts = Later { Facts(of: publication) }      // begins at once
///     …
///     write(facts.value)                                // waits, if it is not there yet
///
/// Where the system refuses a thread, it is worked out when it is asked for. `Workers.later` asks for none where a single
/// worker is to do everything.
public final class Later<Value: Sendable>: Sendable {
  private enum State {
    /// With the thread that works it out, if there is one.
    case waiting(Companion?)
    case made(Value)
  }

  private let make: @Sendable () -> Value
  private let found: Found
  private let state: Mutex<State>

  /// Begins to work the value out, or waits with that until it is asked for.
  public init(atOnce: Bool = true, _ make: @escaping @Sendable () -> Value) {
    let found = Found()
    self.make = make
    self.found = found
    do throws(Companion.Refused) {
      state = Mutex(.waiting(atOnce ? try Companion { found.keep(make()) } : nil))
    } catch {
      state = Mutex(.waiting(nil))
    }
  }

  /// The value, as soon as it is there.
  public var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .waiting(let companion):
        companion?.join()
        let value = found.value ?? make()
        state = .made(value)
        return value
      }
    }
  }

  /// The value if anybody has begun with it; it is waited for.
  public var begun: Value? {
    let isBegun = state.withLock { state in
      if case .waiting(nil) = state { false } else { true }
    }
    return isBegun ? value : nil
  }

  /// Where the other thread leaves the value.
  private final class Found: Sendable {
    private let kept = Mutex<Value?>(nil)

    var value: Value? { kept.withLock { $0 } }

    func keep(_ value: Value) { kept.withLock { $0 = value } }
  }
}
