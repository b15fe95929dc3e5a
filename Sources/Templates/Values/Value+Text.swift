import Bytes

// How values print: as Python's str() and repr() do.

extension Value {
  /// The value as `{{ value }}` shows it.
  var printed: String {
    switch self {
    case .text(let text), .safe(let text): return text
    case .missing, .undefined: return ""
    default:
      var out: [UInt8] = []
      appendRepr(to: &out)
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// Appends the value as Python shows it inside a list.
  func appendRepr(to out: inout [UInt8]) {
    switch self {
    case .missing, .undefined: out.append("Undefined")
    case .none: out.append("None")
    case .bool(let truth): out.append(truth ? "True" : "False")
    case .int(let number): out.append(decimal: number)
    case .double(let number): out.append(text: number.pythonText)
    case .text(let text): Value.append(quoted: text, to: &out)
    case .safe, .markup:
      out.append("Markup(")
      Value.append(quoted: string ?? "", to: &out)
      out.append(")")
    case .list(let items): Value.append(items, between: "[", and: "]", to: &out)
    case .tuple(let items): Value.append(items, between: "(", and: items.count == 1 ? ",)" : ")", to: &out)
    case .map(let map): Value.append(map, to: &out)
    case .range(let range): out.append(text: range.text)
    case .object, .callable, .live: out.append(text: "<\(kindName)>")
    }
  }

  private static func append(
    _ items: [Value], between open: StaticString, and close: StaticString, to out: inout [UInt8]
  ) {
    out.append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(", ") }
      item.appendRepr(to: &out)
    }
    out.append(close)
  }

  private static func append(_ map: Map, to out: inout [UInt8]) {
    out.append("{")
    for (index, entry) in map.entries.enumerated() {
      if index > 0 { out.append(", ") }
      entry.key.appendRepr(to: &out)
      out.append(": ")
      entry.value.appendRepr(to: &out)
    }
    out.append("}")
  }

  private static func append(quoted text: String, to out: inout [UInt8]) {
    let quote: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String.UnicodeScalarView()
    result.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote, "\\": result.append(contentsOf: ["\\", scalar])
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      default:
        if scalar.isPrintable {
          result.append(scalar)
        } else {
          result.append(contentsOf: scalar.escape.unicodeScalars)
        }
      }
    }
    result.append(quote)
    out.append(text: String(result))
  }
}

extension NumberRange {
  var text: String { step == 1 ? "range(\(start), \(stop))" : "range(\(start), \(stop), \(step))" }
}

extension Unicode.Scalar {
  /// Whether Python shows the scalar as itself.
  fileprivate var isPrintable: Bool {
    if self == " " { return true }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      return false
    default: return true
    }
  }

  fileprivate var escape: String {
    switch value {
    case 0..<0x100: "\\x" + Unicode.Scalar.hex(value, width: 2)
    case 0..<0x10000: "\\u" + Unicode.Scalar.hex(value, width: 4)
    default: "\\U" + Unicode.Scalar.hex(value, width: 8)
    }
  }

  static func hex(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
