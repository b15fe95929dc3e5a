// Filters that order, group and thin out.

extension Filters {
  static func addGrouping(to table: inout FilterTable) {
    table.add("sort", parameters: ["reverse", "case_sensitive", "attribute"], sort)
    table.add("dictsort", parameters: ["case_sensitive", "by", "reverse"], dictsort)
    table.add("unique", parameters: ["case_sensitive", "attribute"], unique)
    table.add("min", parameters: ["case_sensitive", "attribute"]) { (machine, call) throws(Fault) in
      try extreme(call, &machine) { (a, b) throws(Fault) in try a.precedes(b) }
    }
    table.add("max", parameters: ["case_sensitive", "attribute"]) { (machine, call) throws(Fault) in
      try extreme(call, &machine) { (a, b) throws(Fault) in try b.precedes(a) }
    }
    table.add("groupby", parameters: ["attribute", "default", "case_sensitive"], groupby)
  }

  private static func folded(_ value: Value, _ caseSensitive: Bool) -> Value {
    guard !caseSensitive, let text = value.string else { return value }
    return .text(text.lowercased())
  }

  /// A stable merge sort, whose comparison may refuse.
  static func sorted(_ items: [([Value], Value)], descending: Bool) throws(Fault) -> [([Value], Value)] {
    guard items.count > 1 else { return items }
    let middle = items.count / 2
    let left = try sorted(Array(items[..<middle]), descending: descending)
    let right = try sorted(Array(items[middle...]), descending: descending)
    var merged: [([Value], Value)] = []
    merged.reserveCapacity(items.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let a = Value.list(left[i].0)
      let b = Value.list(right[j].0)
      if try descending ? a.precedes(b) : b.precedes(a) {
        merged.append(right[j])
        j += 1
      } else {
        merged.append(left[i])
        i += 1
      }
    }
    return merged + left[i...] + right[j...]
  }

  private static let sort: Filter.Body = { (machine, call) throws(Fault) in
    let sensitive = call.bool(1, false)
    let paths: [Attribute]? =
      call.has(2) && !call[2].isNone
      ? (call[2].string.map { $0.cut(at: ",").map { Attribute(.text($0)) } } ?? [Attribute(call[2])]) : nil
    var keyed: [([Value], Value)] = []
    for item in try machine.elements(of: call.subject) {
      var keys: [Value] = []
      for path in paths ?? [] { keys.append(folded(try path.value(of: item, &machine), sensitive)) }
      for key in keys { try machine.check(key) }
      keyed.append((paths == nil ? [folded(item, sensitive)] : keys, item))
    }
    return .list(try sorted(keyed, descending: call.bool(0, false)).map(\.1))
  }

  private static let dictsort: Filter.Body = { (_, call) throws(Fault) in
    guard case .map(let map) = call.subject else {
      throw Fault(.wrongSubject(call.called, got: call.subject.kindName))
    }
    let sensitive = call.bool(0, false)
    let by = try call.text(1, "by", "key")
    let keyed = map.entries.map { entry -> ([Value], Value) in
      ([folded(by == "value" ? entry.value : entry.key, sensitive)], .tuple([entry.key, entry.value]))
    }
    return .list(try sorted(keyed, descending: call.bool(2, false)).map(\.1))
  }

  private static let unique: Filter.Body = { (machine, call) throws(Fault) in
    let sensitive = call.bool(0, false)
    let path = call.has(1) && !call[1].isNone ? Attribute(call[1]) : nil
    var seen: Set<UInt64> = []
    var result: [Value] = []
    for item in try machine.elements(of: call.subject) {
      let key = folded(try path?.value(of: item, &machine) ?? item, sensitive)
      guard let digest = key.keyDigest else { throw Fault(.notAKey(key.kindName)) }
      if seen.insert(digest).inserted { result.append(item) }
    }
    return .list(result)
  }

  private static func extreme(
    _ call: Arguments, _ machine: inout Machine, _ wins: (Value, Value) throws(Fault) -> Bool
  ) throws(Fault) -> Value {
    let sensitive = call.bool(0, false)
    let path = call.has(1) && !call[1].isNone ? Attribute(call[1]) : nil
    var best: (key: Value, item: Value)?
    for item in try machine.elements(of: call.subject) {
      let key = folded(try path?.value(of: item, &machine) ?? item, sensitive)
      if let current = best, try !wins(key, current.key) { continue }
      best = (key, item)
    }
    return best?.item ?? .undefined(.first)
  }

  private static let groupby: Filter.Body = { (machine, call) throws(Fault) in
    let path = Attribute(try call.required(0, "attribute"))
    let sensitive = call.bool(2, false)
    var keyed: [([Value], Value)] = []
    for item in try machine.elements(of: call.subject) {
      let key = try path.value(of: item, &machine, fallback: call[1])
      try machine.check(key)
      keyed.append(([folded(key, sensitive)], item))
    }
    var groups: [(key: Value, items: [Value])] = []
    for (key, item) in try sorted(keyed, descending: false) {
      if let last = groups.last, last.key.equals(key[0]) {
        groups[groups.count - 1].items.append(item)
      } else {
        groups.append((key[0], [item]))
      }
    }
    var result: [Value] = []
    for group in groups {
      let key = sensitive ? group.key : try path.value(of: group.items[0], &machine, fallback: call[1])
      result.append(.tuple([key, .list(group.items)]))
    }
    return .list(result)
  }
}
