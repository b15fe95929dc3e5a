// What a value is and holds, asked in many places.

extension Value {
  /// Whether `if` takes the value for true, as Python does.
  var isTrue: Bool {
    switch self {
    case .missing, .undefined, .none: false
    case .bool(let truth): truth
    case .int(let number): number != 0
    case .double(let number): number != 0
    case .text(let text), .safe(let text): !text.isEmpty
    case .markup(let bytes): !bytes.isEmpty
    case .list(let items), .tuple(let items): !items.isEmpty
    case .range(let range): range.count > 0
    case .map(let map): !map.isEmpty
    case .object, .callable, .live: true
    }
  }

  /// The letters of a string of any kind.
  var string: String? {
    switch self {
    case .text(let text), .safe(let text): text
    case .markup(let bytes): String(decoding: bytes, as: UTF8.self)
    default: nil
    }
  }

  /// Whether templates take the value for a dict.
  var isMapping: Bool {
    switch self {
    case .map: true
    case .object(let object): object.isMapping
    default: false
    }
  }

  var isSafe: Bool {
    switch self {
    case .safe, .markup: true
    default: false
    }
  }

  var isUndefined: Bool {
    switch self {
    case .undefined, .missing: true
    default: false
    }
  }

  /// Whether the value is one of ours that is an argument not given.
  var isMissing: Bool { if case .missing = self { true } else { false } }

  /// The value as a whole number, where Python's arithmetic takes it for one.
  var integer: Int? {
    switch self {
    case .int(let number): number
    case .bool(let truth): truth ? 1 : 0
    default: nil
    }
  }

  /// The value as a number with a fraction, where arithmetic takes it for a number.
  var number: Double? {
    if case .double(let number) = self { return number }
    return integer.map(Double.init)
  }

  /// What the value is called in messages, in the words of Jinja.
  var kindName: String {
    switch self {
    case .missing, .undefined: "undefined"
    case .none: "none"
    case .bool: "boolean"
    case .int: "integer"
    case .double: "float"
    case .text, .safe, .markup: "string"
    case .list: "list"
    case .tuple: "tuple"
    case .range: "range"
    case .map: "dict"
    case .object: "object"
    case .callable: "function"
    case .live(let live): live.kindName
    }
  }
}

extension Live {
  var kindName: String {
    switch kind {
    case .loop: "loop"
    case .namespace: "namespace"
    case .cycler: "cycler"
    case .joiner: "joiner"
    case .module: "module"
    case .macro: "macro"
    case .selfBlocks: "self"
    case .superBlock: "super"
    }
  }
}
