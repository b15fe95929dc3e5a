import Synchronization

/// A value that another thread works out while this one goes on.
///
///     let facts = Later { Facts(of: publication) }      // begins at once
///     …
///     write(facts.value)                                // waits, if it is not there yet
///
/// Where the system refuses a thread, it is worked out when it is asked for.
public final class Later<Value: Sendable>: Sendable {
  private enum State {
    case begun(Companion?)
    case made(Value)
  }

  private let make: @Sendable () -> Value
  private let found: Found
  private let state: Mutex<State>

  /// Begins to work the value out.
  public init(_ make: @escaping @Sendable () -> Value) {
    let found = Found()
    self.make = make
    self.found = found
    do throws(Companion.Refused) {
      state = Mutex(.begun(try Companion { found.keep(make()) }))
    } catch {
      state = Mutex(.begun(nil))
    }
  }

  /// The value, as soon as it is there.
  public var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .begun(let companion):
        companion?.join()
        let value = found.value ?? make()
        state = .made(value)
        return value
      }
    }
  }

  /// Where the other thread leaves the value.
  private final class Found: Sendable {
    private let kept = Mutex<Value?>(nil)

    var value: Value? { kept.withLock { $0 } }

    func keep(_ value: Value) { kept.withLock { $0 = value } }
  }
}
