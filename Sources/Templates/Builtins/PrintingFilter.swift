import Bytes
import Language

// Filters whose answer goes straight into the output, where a string in between would only be copied and dropped.

/// The filters that can write what they answer.
enum PrintingFilter: String, Sendable {
  case safe, lower, upper, trim, replace, join, date
}

extension Machine {
  /// Writes what a call prints of the value on the stack, or nothing and false when the filter itself must be asked.
  mutating func write(_ call: FilterCall, through filter: PrintingFilter) throws(Fault) -> Bool {
    let place = stack.count - 1 - call.shape.count
    let value = stack.lend(place)
    var isWritten = false
    if let ready = call.ready {
      isWritten = try write(value, through: filter, ready)
    } else if filter == .date, call.shape.count == 1, call.shape.positional == 1, case .text(let text) = value
    {
      isWritten = write(date: text, in: stack[place + 1])
    }
    stack.giveBack(value, to: place)
    if isWritten { stack.cut(to: place) }
    return isWritten
  }

  private mutating func write(_ value: Value, through filter: PrintingFilter, _ arguments: [Value])
    throws(Fault)
    -> Bool
  {
    if filter == .join { return try write(joining: value, arguments) }
    guard case .text(let text) = value else { return false }
    if filter == .date { return arguments.count == 1 && write(date: text, in: arguments[0]) }
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
    case .join, .date: return false
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
  /// Writes a date in a named style or by a pattern.
  private mutating func write(date text: String, in form: Value) -> Bool {
    guard case .text(let name) = form, let date = date(written: text) else { return false }
    let tongue = environment.tongue
    if let style = DateStyle(named: name) {
      // A day without anything around it is written as machines read it already.
      if style == .iso, case .day = date, text.utf8.count == CivilDay.isoLength {
        out.append(text: text)
        return true
      }
      // No style has signs that HTML would escape.
      out.append { date.append(in: style, tongue, to: &$0) }
      return true
    }
    guard name != "ago", let pattern = pattern(written: name) else { return false }
    var written: [UInt8] = []
    date.append(by: pattern, tongue, to: &written)
    written.withUnsafeBufferPointer { append($0) }
    return true
  }

  /// Most dates of pages are calendar days.
  private mutating func date(written text: String) -> WrittenDate? {
    if let day = CivilDay(plain: text) { return .day(day) }
    return WrittenDate(.none, text: text, zone: environment.zone)
  }

  /// The pattern of a text; nil when it is none, of which the filter itself tells.
  private mutating func pattern(written text: String) -> DatePattern? {
    if let pattern, Value.same(pattern.text, text) { return pattern }
    do throws(DatePatternError) { pattern = try DatePattern(text) } catch { return nil }
    return pattern
  }
}

extension DateStyle {
  /// The style of a name: a few short words, which a switch over strings would compare one by one as texts.
  fileprivate init?(named name: String) {
    let style: DateStyle
    switch (name.utf8.count, name.utf8.first) {
    case (3, UInt8(ascii: "i")): style = .iso
    case (3, UInt8(ascii: "r")): style = .rss
    case (4, UInt8(ascii: "f")): style = .full
    case (4, UInt8(ascii: "l")): style = .long
    case (5, UInt8(ascii: "s")): style = .short
    case (7, UInt8(ascii: "n")): style = .numeric
    default: return nil
    }
    guard style.rawValue == name else { return nil }
    self = style
  }
}

extension CivilDay {
  /// The bytes of `2026-02-10`.
  fileprivate static let isoLength = 10

  /// Reads `2026-02-10` and nothing else, without a copy of the text.
  fileprivate init?(plain text: String) {
    var text = text
    let digits = text.withUTF8 { bytes -> Int? in
      guard bytes.count == Self.isoLength, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
        return nil
      }
      var digits = 0
      for index in bytes.indices where index != 4 && index != 7 {
        let digit = bytes[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        digits = digits * 10 + Int(digit)
      }
      return digits
    }
    guard let digits else { return nil }
    self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }
}

extension Machine {
  @inline(__always)
  mutating func append(_ text: String) { out.append(text: text, escaping: escapes) }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if escapes { out.append(escaping: bytes) } else { out.append(bytes) }
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
