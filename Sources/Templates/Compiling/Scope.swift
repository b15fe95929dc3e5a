/// The names of one scope and where their values lie, found before the scope is compiled.
///
/// Jinja decides this per scope as a whole: `{{ x }}{% set x = 1 %}` reads the context first and the same slot is then
/// written, while a name only ever written here starts as the outer scope's value, if there is one.
final class Scope {
  enum Start { case parameter, context, alias(SlotReference), unset }

  let parent: Scope?
  let routine: RoutineBuilder
  private(set) var slots: [String: Int] = [:]
  private(set) var starts: [String: Start] = [:]
  private(set) var stores: Set<String> = []

  init(parent: Scope?, routine: RoutineBuilder) {
    self.parent = parent
    self.routine = routine
  }

  func find(_ name: String) -> SlotReference? {
    var scope: Scope? = self
    while let here = scope {
      if let slot = here.slots[name] {
        return SlotReference(distance: routine.distance(to: here.routine), slot: slot)
      }
      scope = here.parent
    }
    return nil
  }

  /// Whether an unset slot of that name is looked up in the context.
  func isContext(_ name: String) -> Bool {
    var scope: Scope? = self
    while let here = scope {
      if here.slots[name] != nil, let start = here.starts[name] {
        if case .context = start { return true }
        return false
      }
      scope = here.parent
    }
    return false
  }

  func declare(_ name: String) {
    stores.insert(name)
    define(name, .parameter)
  }

  func store(_ name: String) {
    stores.insert(name)
    guard slots[name] == nil else { return }
    define(name, parent?.find(name).map { .alias(relative($0)) } ?? .unset)
  }

  func load(_ name: String) {
    if find(name) == nil { define(name, .context) }
  }

  /// Names that only some branches set keep what they had on the others.
  func merge(branches: [Scope]) {
    var counts: [String: Int] = [:]
    for branch in branches {
      for name in branch.stores where !stores.contains(name) { counts[name, default: 0] += 1 }
    }
    for branch in branches { absorb(branch) }
    for (name, count) in counts where count < branches.count {
      starts[name] = parent?.find(name).map { .alias(relative($0)) } ?? .context
    }
  }

  func copy() -> Scope {
    let scope = Scope(parent: parent, routine: routine)
    scope.absorb(self)
    return scope
  }

  /// The names set here and around, as an include or a scoped block sees them.
  var visibleStores: [(name: String, slot: SlotReference)] {
    var seen: Set<String> = []
    var found: [(name: String, slot: SlotReference)] = []
    var scope: Scope? = self
    while let here = scope {
      for name in here.stores.sorted() where seen.insert(name).inserted {
        if let slot = find(name) { found.append((name, slot)) }
      }
      scope = here.parent
    }
    return found
  }

  private func absorb(_ other: Scope) {
    slots.merge(other.slots) { _, new in new }
    starts.merge(other.starts) { _, new in new }
    stores.formUnion(other.stores)
  }

  private func define(_ name: String, _ start: Start) {
    slots[name] = routine.slot(for: name)
    starts[name] = start
  }

  /// The reference of an outer scope's find, seen from this scope's routine.
  private func relative(_ reference: SlotReference) -> SlotReference {
    guard let parent else { return reference }
    return SlotReference(
      distance: reference.distance + routine.distance(to: parent.routine), slot: reference.slot)
  }
}
