// Members, items and slices.

extension Machine {
  /// `value.name`; of a dict, its entry.
  mutating func member(_ value: Value, _ name: Name) throws(Fault) -> Value {
    switch value {
    case .map(let map): if let found = map[name] { return found }
    case .object(let object): if let found = object.member(name, reads: &reads) { return found }
    case .live(let live): if let found = try member(live, name) { return found }
    case .callable(let callable): if name.text == "name" { return .text(callable.name) }
    case .undefined(let undefined): throw self.undefined(undefined.absence)
    case .tuple: if let found = value.groupPart(name.text) { return found }
    default: break
    }
    return .undefined(.member(name.text, of: value))
  }

  private mutating func member(_ live: Live, _ name: Name) throws(Fault) -> Value? {
    let index = Int(live.index)
    switch live.kind {
    case .loop: return index < loops.count ? loopField(name, index) : nil
    case .namespace: return namespaces[index][name]
    case .module:
      return contexts[index].variables.exported(name)
    case .macro: return name.text == "name" ? .text(macros[index].shape.object.name) : nil
    case .cycler: return name.text == "current" ? cyclers[index].items[cyclers[index].position] : nil
    default: return nil
    }
  }

  mutating func item(_ step: Instruction, _ activation: Activation) throws(Fault) {
    if step.b == 1 {
      let value = pop()
      return try stack.push(member(value, activation.program.names[Int(step.a)]))
    }
    let key = pop()
    let value = pop()
    stack.push(try item(value, key))
  }

  /// `value[key]`.
  mutating func item(_ value: Value, _ key: Value) throws(Fault) -> Value {
    try check(key)
    switch value {
    case .undefined(let undefined): throw self.undefined(undefined.absence)
    case .map(let map): if let found = map[key] { return found }
    case .list(let items), .tuple(let items):
      if let index = key.integer, let place = index.place(in: items.count) { return items[place] }
      if let name = key.string, let found = value.groupPart(name) { return found }
    case .object(let object):
      if let name = key.string { return try member(value, Name(name)) }
      if let index = key.integer, let items = object.elements(reads: &reads),
        let place = index.place(in: items.count)
      {
        return items[place]
      }
    case .range(let range):
      if let index = key.integer, let place = index.place(in: range.count) { return range.element(place) }
    case .text, .safe, .markup:
      if let index = key.integer {
        let scalars = Array((value.string ?? "").unicodeScalars)
        if let place = index.place(in: scalars.count) { return .text(String(Character(scalars[place]))) }
      }
    default: if let name = key.string { return try member(value, Name(name)) }
    }
    return .undefined(.element(key, of: value))
  }

  mutating func slice() throws(Fault) {
    let parts = take(3)
    let value = pop()
    let bounds = try Slice(parts)
    switch value {
    case .list(let items): stack.push(.list(bounds.indices(of: items.count).map { items[$0] }))
    case .tuple(let items): stack.push(.tuple(bounds.indices(of: items.count).map { items[$0] }))
    case .text, .safe, .markup:
      let scalars = Array((value.string ?? "").unicodeScalars)
      var view = String.UnicodeScalarView()
      for index in bounds.indices(of: scalars.count) { view.append(scalars[index]) }
      stack.push(value.isSafe ? .safe(String(view)) : .text(String(view)))
    case .undefined(let undefined): throw self.undefined(undefined.absence)
    default:
      let items = try elements(of: value)
      stack.push(.list(bounds.indices(of: items.count).map { items[$0] }))
    }
  }

  mutating func setAttribute(_ name: Name) throws(Fault) {
    let owner = pop()
    let value = pop()
    guard case .live(let live) = owner, live.kind == .namespace else {
      throw Fault(.notANamespace(owner.kindName))
    }
    namespaces[Int(live.index)][name] = value
  }

  /// What a loop over the value walks through.
  mutating func elements(of value: Value) throws(Fault) -> [Value] {
    switch value {
    case .list(let items), .tuple(let items): return items
    case .map(let map): return map.entries.map(\.key)
    case .range(let range):
      guard range.count <= limits.rounds else { throw Fault(.tooManyRounds(limits.rounds)) }
      return (0..<range.count).map(range.element)
    case .text, .safe, .markup:
      return (value.string ?? "").unicodeScalars.map { .text(String(Character($0))) }
    case .object(let object):
      if let items = object.elements(reads: &reads) { return items }
      if let map = object.entries(reads: &reads) { return map.entries.map(\.key) }
    case .undefined(let undefined):
      if strict { throw self.undefined(undefined.absence) }
      return []
    default: break
    }
    throw Fault(.notIterable(value.kindName))
  }
}

extension Machine {
  /// The dict that a value is; nil when it is none.
  mutating func map(_ value: Value) -> Map? {
    switch value {
    case .map(let map): map
    case .object(let object): object.entries(reads: &reads)
    default: nil
    }
  }

  /// The value with all that it holds at hand: an object that is a dict becomes one.
  mutating func unfolded(_ value: Value) -> Value {
    guard case .object(let object) = value, object.isMapping else { return value }
    return object.entries(reads: &reads).map(Value.map) ?? value
  }
}

/// The bounds of `[start:stop:step]`, with Python's meaning of negative and missing ones.
struct Slice {
  private let start: Int?
  private let stop: Int?
  private let step: Int

  init(_ parts: [Value]) throws(Fault) {
    for part in parts where part.integer == nil {
      guard case .none = part else { throw Fault(.sliceBound(part.kindName)) }
    }
    start = parts[0].integer
    stop = parts[1].integer
    step = parts[2].integer ?? 1
    if step == 0 { throw Fault(.sliceStep) }
  }

  func indices(of count: Int) -> [Int] {
    let low = step > 0 ? 0 : -1
    let high = step > 0 ? count : count - 1
    func clamp(_ bound: Int?, _ fallback: Int) -> Int {
      guard let bound else { return fallback }
      return min(max(bound < 0 ? bound + count : bound, low), high)
    }
    let first = clamp(start, step > 0 ? 0 : count - 1)
    let last = clamp(stop, step > 0 ? count : -1)
    guard step > 0 ? first < last : first > last else { return [] }
    if abs(step) >= count { return [first] }
    return Array(stride(from: first, to: last, by: step))
  }
}

extension Int {
  /// The index that a Python index, perhaps negative, means.
  func place(in count: Int) -> Int? {
    let index = self < 0 ? self + count : self
    return index >= 0 && index < count ? index : nil
  }
}

extension Value {
  /// The two names by which `groupby` speaks of its pairs.
  fileprivate func groupPart(_ name: String) -> Value? {
    guard case .tuple(let parts) = self, parts.count == 2, case .list = parts[1] else { return nil }
    return name == "grouper" ? parts[0] : name == "list" ? parts[1] : nil
  }
}
