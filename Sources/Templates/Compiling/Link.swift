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
    let program: Lasting<Program>

    init(name: String, program: Program) {
      self.name = name
      self.program = Lasting(program)
      key = Template.key(of: name)
    }
  }

  /// What was found here; nil when nothing was yet.
  @inline(__always)
  var known: (program: Lasting<Program>, key: UInt64)? {
    guard let target = found.lent()?.takeUnretainedValue() else { return nil }
    return (target.program, target.key)
  }

  /// The same where the name is computed; nil when the first one found here was another.
  func known(_ name: String) -> (program: Lasting<Program>, key: UInt64)? {
    guard let target = found.load(), Value.same(target.name, name) else { return nil }
    return (target.program, target.key)
  }

  func keep(_ target: Target) { _ = found.storeIfNil(target) }
}
