extension Workers {
  /// Does two things at once, the first of them on a thread of its own; one after the other for a single worker, or where
  /// the system has no thread.
  public func both<One: Sendable, Other>(
    _ one: @escaping @Sendable () -> One, _ other: () -> Other
  ) -> (One, Other) {
    let first = count > 1 ? Later(one) : nil
    let second = other()
    return (first?.value ?? one(), second)
  }
}
