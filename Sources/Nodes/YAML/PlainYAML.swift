/// Reads what nearly all front matter is: keys at the start of their lines, each with a word, a text in quotes or a list
/// of these.
///
///     title: Un clúster en casa
///     tags:
///     - 'k3s'
///
/// It tells the very events that libyaml tells of such a text, a tenth as dearly, and nothing of any other text: whatever
/// may mean more than it shows (comments, blocks, brackets, anchors, rare characters) is left to libyaml. A fuzz test
/// compares the two.
struct PlainYAML {
  private var events: [YAMLEvent] = []
  /// Where the next line begins.
  private var index = 0
  /// Where the value of a key may still come as a list.
  private var emptyValue: Int?
  /// How far the items of the open list are indented.
  private var listIndent: Int?

  /// The events of a text; nil where it is anything but plain.
  static func events(of text: Span<UInt8>) -> [YAMLEvent]? {
    var reader = PlainYAML()
    return reader.read(text) ? reader.events : nil
  }
}

extension PlainYAML {
  /// The library takes no key that is much longer.
  private static let longestKey = 200

  private mutating func read(_ text: Span<UInt8>) -> Bool {
    events.reserveCapacity(text.count / 12 + 8)
    while index < text.count {
      if text[index] == UInt8(ascii: "\n") {
        index += 1
      } else if text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "-") {
        guard readItem(text) else { return false }
      } else {
        guard readKey(text) else { return false }
      }
    }
    guard !events.isEmpty else { return false }
    endValue(at: text.count)
    for kind in [.end(isMap: true), .documentEnd(isImplicit: true), .streamEnd] as [YAMLEvent.Kind] {
      add(kind, text.count..<text.count)
    }
    return true
  }

  private mutating func add(_ kind: YAMLEvent.Kind, _ range: Range<Int>) {
    events.append(YAMLEvent(kind: kind, range: range))
  }

  /// Ends the value of the last key, if it is a list or missing.
  private mutating func endValue(at place: Int) {
    if listIndent != nil { add(.end(isMap: false), place..<place) }
    if let empty = emptyValue { add(.scalar("", .plain), empty..<empty) }
    listIndent = nil
    emptyValue = nil
  }

  private mutating func readKey(_ text: Span<UInt8>) -> Bool {
    let start = index
    while index < text.count, Self.isOfKey(text[index]) { index += 1 }
    guard (1...Self.longestKey).contains(index - start), index < text.count, text[index] == UInt8(ascii: ":")
    else { return false }
    if events.isEmpty {
      add(.streamStart, 0..<0)
      add(.documentStart(isImplicit: true), start..<start)
      add(.mapStart(isFlow: false), start..<start)
    } else {
      endValue(at: start)
    }
    add(.scalar(Self.string(text, start..<index), .plain), start..<index)
    index += 1
    let colon = index
    skipSpaces(text)
    guard index < text.count, text[index] != UInt8(ascii: "\n") else {
      emptyValue = colon
      return true
    }
    return index > colon && readScalar(text)
  }

  private mutating func readItem(_ text: Span<UInt8>) -> Bool {
    let start = index
    skipSpaces(text)
    let indent = index - start
    guard index + 1 < text.count, text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: " "),
      listIndent.map({ $0 == indent }) ?? (emptyValue != nil)
    else { return false }
    if listIndent == nil {
      emptyValue = nil
      listIndent = indent
      // A list that is not indented begins with its first dash, any other before it.
      add(.listStart(isFlow: false), index..<(indent == 0 ? index + 1 : index))
    }
    index += 1
    skipSpaces(text)
    return readScalar(text)
  }

  private mutating func skipSpaces(_ text: Span<UInt8>) {
    while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
  }

  @inline(__always)
  private static func isOfKey(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  private static func string(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    text.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension PlainYAML {
  /// Reads the one scalar that a line goes on with, to its end.
  private mutating func readScalar(_ text: Span<UInt8>) -> Bool {
    guard index < text.count else { return false }
    switch text[index] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return readQuoted(text, text[index])
    case let byte where Self.beginsPlain(byte): return readPlain(text)
    default: return false
    }
  }

  /// Whether a scalar without quotes may begin with a byte: no sign of YAML, that is.
  private static func beginsPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"): false
    case UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "."), 0x80...: true
    default: isOfKey(byte)
    }
  }

  private mutating func readPlain(_ text: Span<UInt8>) -> Bool {
    let start = index
    var end = start
    while index < text.count, text[index] != UInt8(ascii: "\n") {
      let byte = text[index]
      guard let next = Self.next(text, index) else { return false }
      switch byte {
      case UInt8(ascii: " "): break
      case UInt8(ascii: ":") where next == text.count || text[next] <= UInt8(ascii: " "): return false
      case UInt8(ascii: "#") where end < index: return false
      default: end = next
      }
      index = next
    }
    add(.scalar(Self.string(text, start..<end), .plain), start..<end)
    return true
  }

  private mutating func readQuoted(_ text: Span<UInt8>, _ quote: UInt8) -> Bool {
    let start = index
    let style: YAMLEvent.Style = quote == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted
    var isDoubled = false
    index += 1
    while index < text.count {
      if text[index] == quote {
        let isEnd = quote == UInt8(ascii: "\"") || index + 1 == text.count || text[index + 1] != quote
        if isEnd { break }
        isDoubled = true
        index += 1
      }
      guard text[index] != UInt8(ascii: "\\") || style == .singleQuoted, let next = Self.next(text, index)
      else {
        return false
      }
      index = next
    }
    guard index < text.count else { return false }
    let inner = start + 1..<index
    index += 1
    let range = start..<index
    skipSpaces(text)
    guard index == text.count || text[index] == UInt8(ascii: "\n") else { return false }
    add(.scalar(isDoubled ? Self.halved(text, inner) : Self.string(text, inner), style), range)
    return true
  }

  /// The text with one quote for two.
  private static func halved(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      bytes.append(text[index])
      index += text[index] == UInt8(ascii: "'") ? 2 : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where the character after this one begins; nil for one that is not plain: others than those of ASCII and of
  /// Western Europe, and what ends lines.
  @inline(__always)
  private static func next(_ text: Span<UInt8>, _ index: Int) -> Int? {
    let byte = text[index]
    if byte &- 0x20 < 0x5F { return index + 1 }
    guard index + 1 < text.count else { return nil }
    let second = text[index + 1]
    switch byte {
    case 0xC2 where (0xA0...0xBF).contains(second), 0xC3 where (0x80...0xBF).contains(second):
      return index + 2
    // Dashes, quotes, dots.
    case 0xE2 where second == 0x80 && index + 2 < text.count && (0x90...0xA6).contains(text[index + 2]):
      return index + 3
    default: return nil
    }
  }
}
