extension Workers {
  /// A value that is worked out while this thread goes on; by a single worker when it is asked for.
  public func later<Value: Sendable>(_ make: @escaping @Sendable () -> Value) -> Later<Value> {
    Later(atOnce: count > 1, make)
  }

  /// Does two things at once, the first of them on a thread of its own; one after the other for a single worker, or where
  /// the system has no thread.
  public func both<One: Sendable, Other>(
    _ one: @escaping @Sendable () -> One, _ other: () -> Other
  ) -> (One, Other) {
    let first = later(one)
    let second = other()
    return (first.value, second)
  }
}
