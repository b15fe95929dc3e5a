import Bytes
import Language

// JSON objects, member by member, without white space; what is nil or empty is left out.

extension OutputBuffer {
  /// Writes an object.
  mutating func object(_ members: (inout OutputBuffer) -> Void) {
    append("{")
    members(&self)
    append("}")
  }

  mutating func member(_ key: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    name(key)
    append(jsonString: text)
  }

  mutating func member(_ key: StaticString, utf8 text: [UInt8]) {
    guard !text.isEmpty else { return }
    name(key)
    append(jsonString: text.span)
  }

  mutating func member(_ key: StaticString, number: Int) {
    name(key)
    append(decimal: number)
  }

  /// Writes `2025-08-12T08:45:00+02:00`.
  mutating func member(_ key: StaticString, date: ZonedMoment?) {
    guard let date else { return }
    name(key)
    append("\"")
    append { $0.append(rfc3339: date) }
    append("\"")
  }

  mutating func member(_ key: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    name(key)
    append("[")
    for text in texts {
      comma()
      append(jsonString: text)
    }
    append("]")
  }

  /// Writes a list with one object for each item, even when there is none.
  mutating func member<Item>(
    _ key: StaticString, objects items: [Item], _ members: (Item, inout OutputBuffer) -> Void
  ) {
    name(key)
    append("[")
    for item in items { element { members(item, &$0) } }
    append("]")
  }

  /// Writes an object as the next element of a list.
  mutating func element(_ members: (inout OutputBuffer) -> Void) {
    comma()
    object(members)
  }
}

extension OutputBuffer {
  private mutating func name(_ key: StaticString) {
    comma()
    // Keys are ours, and plain.
    append("\"")
    append(key)
    append("\":")
  }

  /// Parts what comes from what stands before it, unless that is where a list or an object begins.
  private mutating func comma() {
    if last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { append(",") }
  }
}
