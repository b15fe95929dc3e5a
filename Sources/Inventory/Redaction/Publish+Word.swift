extension Publish {
  /// What is said of one fact.
  enum Word: Equatable {
    case denied
    case allowed
    case nothing
  }

  /// Looks up a fact, such as `host:nas.serial`; denials win, and an exception without its reason is none.
  func word(on path: String) -> Word {
    if deny.contains(where: { Wildcard($0).matches(path) }) { return .denied }
    let isAllowed = allow.contains { $0.path == path && $0.hasReason }
    return isAllowed ? .allowed : .nothing
  }
}
