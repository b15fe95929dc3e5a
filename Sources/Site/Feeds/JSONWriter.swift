import Bytes
import Language

/// Writes a JSON object, member by member, without white space; what is nil or empty is left out.
struct JSONWriter {
  private(set) var out: [UInt8]
  private var needsComma = false

  /// Takes a buffer and goes on where it ends; its owner gets it back with `out`.
  init(taking buffer: inout [UInt8]) {
    out = []
    swap(&out, &buffer)
  }

  /// Writes an object.
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    begin("{")
    members(&self)
    end("}")
  }

  mutating func member(_ key: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    name(key)
    out.append(jsonString: text)
  }

  mutating func member(_ key: StaticString, number: Int) {
    name(key)
    out.append(decimal: number)
  }

  /// Writes `2025-08-12T08:45:00+02:00`.
  mutating func member(_ key: StaticString, date: ZonedMoment?) {
    guard let date else { return }
    name(key)
    out.append(UInt8(ascii: "\""))
    out.append(rfc3339: date)
    out.append(UInt8(ascii: "\""))
  }

  mutating func member(_ key: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    name(key)
    begin("[")
    for text in texts {
      comma()
      out.append(jsonString: text)
    }
    end("]")
  }

  mutating func member(_ key: StaticString, object members: (inout JSONWriter) -> Void) {
    name(key)
    needsComma = false
    object(members)
  }

  /// Writes a list with one object for each item, even when there is none.
  mutating func member<Item>(
    _ key: StaticString, objects items: [Item], _ members: (Item, inout JSONWriter) -> Void
  ) {
    name(key)
    begin("[")
    for item in items {
      comma()
      needsComma = false
      object { members(item, &$0) }
    }
    end("]")
  }
}

extension JSONWriter {
  private mutating func name(_ key: StaticString) {
    comma()
    // Keys are ours, and plain.
    out.append(UInt8(ascii: "\""))
    out.append(key)
    out.append("\":")
  }

  private mutating func comma() {
    if needsComma { out.append(",") }
    needsComma = true
  }

  private mutating func begin(_ bracket: StaticString) {
    out.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: StaticString) {
    out.append(bracket)
    needsComma = true
  }
}
