import Workers

/// What an `include`, an `import` or an `extends` found the last time, so that the name of a partial is looked up once and not on
/// every page: nearly all of them name it in so many words.
final class Link: Sendable {
  private let found = LazyReference<Target>()

  /// The template of a name, and the key by which it is noted that it was asked for.
  final class Target: Sendable {
    let name: String
    let key: UInt64
    /// Kept by the environment; a template that includes itself must not keep itself.
    unowned let program: Program

    init(name: String, program: Program) {
      self.name = name
      self.program = program
      key = Template.key(of: name)
    }
  }

  /// The template of a name; nil when the first one found here was another. A name that `isFixed` is always the same.
  func target(named name: String, isFixed: Bool) -> Target? {
    guard let target = found.load(), isFixed || Value.same(target.name, name) else { return nil }
    return target
  }

  func keep(_ target: Target) { _ = found.storeIfNil(target) }
}
