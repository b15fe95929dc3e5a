import Bytes

/// Writes values as JSON that may stand inside HTML, keys sorted, as Jinja's `tojson` does.
struct JSONText {
  let indent: Int?
  var out: [UInt8] = []
  private var depth = 0

  init(indent: Int?) { self.indent = indent }

  mutating func append(_ value: Value, _ machine: inout Machine) throws(Fault) {
    switch value {
    case .none: out.append("null")
    case .bool(let truth): out.append(truth ? "true" : "false")
    case .int(let number): out.append(decimal: number)
    case .double(let number):
      out.append(
        text: number.isNaN
          ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : number.pythonText)
    case .text, .safe, .markup: append(string: value.string ?? "")
    case .map(let map): try append(map, &machine)
    case .list(let items), .tuple(let items): try append(items, &machine)
    case .object(let object):
      guard let map = object.entries(reads: &machine.reads) else { fallthrough }
      try append(map, &machine)
    default: throw Fault(.wrongSubject(.filter("tojson"), got: value.kindName))
    }
  }

  private mutating func append(_ items: [Value], _ machine: inout Machine) throws(Fault) {
    if items.isEmpty { return out.append("[]") }
    out.append("[")
    depth += 1
    for (index, item) in items.enumerated() {
      separate(index)
      try append(item, &machine)
    }
    close("]")
  }

  private mutating func append(_ map: Map, _ machine: inout Machine) throws(Fault) {
    if map.isEmpty { return out.append("{}") }
    out.append("{")
    depth += 1
    let sorted = map.entries.map { (key: $0.key.jsonKey, value: $0.value) }.sorted {
      Value.before($0.key, $1.key)
    }
    for (index, entry) in sorted.enumerated() {
      separate(index)
      append(string: entry.key)
      out.append(": ")
      try append(entry.value, &machine)
    }
    close("}")
  }

  private mutating func separate(_ index: Int) {
    if index > 0 { out.append(indent == nil ? ", " : ",") }
    newline()
  }

  private mutating func newline() {
    guard let indent else { return }
    out.append("\n")
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, min(indent, 16)) * depth))
  }

  private mutating func close(_ bracket: StaticString) {
    depth -= 1
    newline()
    out.append(bracket)
  }

  private mutating func append(string: String) {
    out.append("\"")
    for unit in string.utf16 {
      switch unit {
      case 0x22: out.append("\\\"")
      case 0x5C: out.append("\\\\")
      case 0x0A: out.append("\\n")
      case 0x0D: out.append("\\r")
      case 0x09: out.append("\\t")
      case 0x08: out.append("\\b")
      case 0x0C: out.append("\\f")
      case 0x3C, 0x3E, 0x26, 0x27, 0..<0x20, 0x7F...:
        if unit == 0x7F {
          out.append(0x7F)
        } else {
          out.append(text: "\\u" + Unicode.Scalar.hex(UInt32(unit), width: 4))
        }
      default: out.append(UInt8(truncatingIfNeeded: unit))
      }
    }
    out.append("\"")
  }
}

extension Value {
  fileprivate var jsonKey: String {
    switch self {
    case .none: "null"
    case .bool(let truth): truth ? "true" : "false"
    default: printed
    }
  }
}
