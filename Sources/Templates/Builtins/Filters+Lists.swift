import Bytes

// Filters about lists as wholes.

extension Filters {
  static func addLists(to table: inout FilterTable) {
    table.add("length", "count") { (machine, call) throws(Fault) in .int(try count(call.subject, &machine)) }
    table.add("first") { (machine, call) throws(Fault) in
      try machine.elements(of: call.subject).first ?? .undefined(.first)
    }
    table.add("last") { (machine, call) throws(Fault) in
      try machine.elements(of: call.subject).last ?? .undefined(.last)
    }
    table.add("list") { (machine, call) throws(Fault) in .list(try machine.elements(of: call.subject)) }
    table.add("join", parameters: ["d", "attribute"], join)
    table.add("batch", parameters: ["linecount", "fill_with"], batch)
    table.add("slice", parameters: ["slices", "fill_with"], slice)
    table.add("items") { (_, call) throws(Fault) in
      if call.subject.isUndefined { return .list([]) }
      guard case .map(let map) = call.subject else {
        throw Fault(.wrongSubject(call.called, got: call.subject.kindName))
      }
      return .list(map.entries.map { .tuple([$0.key, $0.value]) })
    }
    table.add("default", "d", parameters: ["default_value", "boolean"], undefined: true) { (_, call) in
      let isAbsent = call.subject.isUndefined || (call.bool(1, false) && !call.subject.isTrue)
      return isAbsent ? (call.has(0) ? call[0] : .text("")) : call.subject
    }
    table.add("attr", parameters: ["name"]) { (machine, call) throws(Fault) in
      if case .map = call.subject {
        return .undefined(.member(try call.text(0, "name", ""), of: call.subject))
      }
      return try machine.member(call.subject, Name(call.text(0, "name", "")))
    }
    table.add("sum", parameters: ["attribute", "start"], sum)
  }

  static func count(_ value: Value, _ machine: inout Machine) throws(Fault) -> Int {
    switch value {
    case .range(let range): range.count
    case .map(let map): map.count
    case .live(let live) where live.kind == .loop: machine.loops[Int(live.index)].count
    case .list(let items), .tuple(let items): items.count
    case .text(let text), .safe(let text): text.unicodeScalars.count
    default: try machine.elements(of: value).count
    }
  }

  private static let join: Filter.Body = { (machine, call) throws(Fault) in
    let sign: Value = call.has(0) ? call[0] : .text("")
    var items = try machine.elements(of: call.subject)
    if call.has(1) { items = try Attribute(call[1]).values(of: items, &machine) }
    for item in items { try machine.check(item) }
    let isSafe = machine.escapes && (sign.isSafe || items.contains { $0.isSafe })
    let between =
      isSafe && !sign.isSafe
      ? (sign.string ?? machine.printed(sign)).markupEscaped : sign.string ?? machine.printed(sign)
    var text = ""
    for (index, item) in items.enumerated() {
      if index > 0 { text += between }
      let piece = item.string ?? machine.printed(item)
      text += isSafe && !item.isSafe ? piece.markupEscaped : piece
      try machine.checkLength(text.utf8.count)
    }
    return isSafe ? .safe(text) : .text(text)
  }

  private static let batch: Filter.Body = { (machine, call) throws(Fault) in
    let size = try call.int(0, "linecount", 0)
    guard size > 0 else { throw Fault(.missingArgument("batch", "linecount")) }
    let items = try machine.elements(of: call.subject)
    var rows: [Value] = []
    for start in stride(from: 0, to: items.count, by: size) {
      var row = Array(items[start..<min(start + size, items.count)])
      if row.count < size, call.has(1), !call[1].isNone {
        try machine.checkLength(size)
        row += Array(repeating: call[1], count: size - row.count)
      }
      rows.append(.list(row))
    }
    return .list(rows)
  }

  private static let slice: Filter.Body = { (machine, call) throws(Fault) in
    let count = try call.int(0, "slices", 0)
    guard count > 0 else { throw Fault(.missingArgument("slice", "slices")) }
    try machine.checkLength(count)
    let items = try machine.elements(of: call.subject)
    var columns: [Value] = []
    var start = 0
    for index in 0..<count {
      let size = items.count / count + (index < items.count % count ? 1 : 0)
      var column = Array(items[start..<start + size])
      if call.has(1), !call[1].isNone, index >= items.count % count { column.append(call[1]) }
      columns.append(.list(column))
      start += size
    }
    return .list(columns)
  }

  private static let sum: Filter.Body = { (machine, call) throws(Fault) in
    var items = try machine.elements(of: call.subject)
    if call.has(0), !call[0].isNone { items = try Attribute(call[0]).values(of: items, &machine) }
    var total = call.has(1) ? call[1] : .int(0)
    for item in items { total = try machine.binary(total, .add, item) }
    return total
  }
}

extension Value {
  var isNone: Bool { if case .none = self { true } else { false } }
}

/// A path of members, such as `author.name` or `0`, by which filters look into the items of a list.
struct Attribute {
  private let path: [Value]

  init(_ value: Value) {
    path =
      value.string.map { $0.cut(at: ".").map { part in Int(part).map(Value.int) ?? .text(part) } } ?? [value]
  }

  func value(of item: Value, _ machine: inout Machine, fallback: Value = .missing) throws(Fault) -> Value {
    var value = item
    for key in path {
      value = try machine.item(value, key)
      if value.isUndefined, !fallback.isMissing { return fallback }
    }
    return value
  }

  func values(of items: [Value], _ machine: inout Machine) throws(Fault) -> [Value] {
    var values: [Value] = []
    for item in items { values.append(try value(of: item, &machine)) }
    return values
  }
}
