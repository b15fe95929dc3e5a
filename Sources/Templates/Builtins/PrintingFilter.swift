import Bytes

// Filters whose answer goes straight into the output, where a string in between would only be copied and dropped.

/// The filters that can write what they answer.
enum PrintingFilter: String, Sendable {
  case safe, lower, upper, trim, replace, join
}

extension Machine {
  /// Writes what `{{ value | filter }}` prints, or nothing and false when the filter itself must be asked.
  mutating func write(_ value: Value, through filter: PrintingFilter, _ arguments: [Value]) throws(Fault)
    -> Bool
  {
    if filter == .join { return try write(joining: value, arguments) }
    guard case .text(let text) = value else { return false }
    switch filter {
    case .safe: out.append(text: text)
    case .lower: return write(text, turning: UInt8(ascii: "A")...UInt8(ascii: "Z"))
    case .upper: return write(text, turning: UInt8(ascii: "a")...UInt8(ascii: "z"))
    case .trim: return arguments.allSatisfy(\.isMissing) && write(trimming: text)
    case .replace:
      guard arguments.count == 3, case .text(let old) = arguments[0], case .text(let new) = arguments[1],
        arguments[2].isMissing, !old.isEmpty
      else { return false }
      write(text, replacing: old, by: new)
    case .join: return false
    }
    return true
  }

  private mutating func write(joining value: Value, _ arguments: [Value]) throws(Fault) -> Bool {
    guard case .list(let items) = value, arguments.count == 2, arguments[1].isMissing else { return false }
    for item in items { try check(item) }
    for (index, item) in items.enumerated() {
      if index > 0, !arguments[0].isMissing { try write(arguments[0]) }
      try write(item)
    }
    return true
  }
}

extension Machine {
  @inline(__always)
  mutating func append(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
      var text = text
      text.withUTF8 { append($0) }
    }
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if escapes { out.append(markupEscaping: bytes) } else { out.append(contentsOf: bytes) }
  }

  /// Writes plain text with the letters of one case turned into the other, if it holds but ASCII and Latin-1.
  fileprivate mutating func write(_ text: String, turning letters: ClosedRange<UInt8>) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { turned in
        var before: UInt8 = 0
        for index in bytes.indices {
          var byte = bytes[index]
          if before == 0xC3 {
            // `À` to `Þ` and `à` to `þ` lie as far apart as `A` and `a`; `ß` and `ÿ` go elsewhere.
            if byte & 0x1F == 0x1F { return false }
            if byte & 0x1F != 0x17, (byte < 0xA0) == letters.contains(UInt8(ascii: "A")) { byte ^= 0x20 }
          } else if byte >= 0x80 {
            guard byte == 0xC3 || byte == 0xC2 || (before == 0xC2 && byte != 0xB5) else { return false }
          } else if letters.contains(byte) {
            byte ^= 0x20
          }
          turned.initializeElement(at: index, to: byte)
          before = bytes[index]
        }
        append(UnsafeBufferPointer(turned))
        return true
      }
    }
  }

  fileprivate mutating func write(trimming text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.firstIndex(where: { !$0.isTrimmed }),
        let last = bytes.lastIndex(where: { !$0.isTrimmed })
      else { return true }
      guard bytes[first] < 0x80, bytes[last] < 0x80 else { return false }
      append(UnsafeBufferPointer(rebasing: bytes[first...last]))
      return true
    }
  }

  /// Escaping piece by piece is escaping the whole, since it looks at one letter at a time.
  fileprivate mutating func write(_ text: String, replacing old: String, by new: String) {
    var (text, old, new) = (text, old, new)
    text.withUTF8 { bytes in
      old.withUTF8 { old in
        new.withUTF8 { new in
          var start = 0
          while let place = bytes.find(old, from: start) {
            append(UnsafeBufferPointer(rebasing: bytes[start..<place]))
            append(new)
            start = place + old.count
          }
          append(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
      }
    }
  }
}
