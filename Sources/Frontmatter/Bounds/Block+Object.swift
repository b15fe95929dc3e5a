// A JSON front matter is an object that opens the file; text such as `{{< figure >}}` or `{#id}` is not one.

extension Block {
  /// Finds the object that begins at a brace.
  init(objectAt start: Int, in bytes: Span<UInt8>) {
    guard Self.opensObject(at: start, in: bytes) else {
      self.init(absentFrom: start)
      return
    }
    let mark = start..<start + 1
    guard let end = Self.endOfObject(from: start, in: bytes) else {
      self.init(absentFrom: start, fault: .unclosedObject(mark))
      return
    }
    var lines = Lines(from: end)
    _ = lines.advance(in: bytes)
    let rest = end < bytes.count ? bytes.trimmed(end..<lines.line.upperBound) : end..<end
    self.init(
      object: start..<end, body: end < bytes.count ? lines.next : end,
      fault: rest.isEmpty ? nil : .textAfterObject(rest))
  }

  /// After the brace comes a quoted key, or the closing brace of an empty object.
  private static func opensObject(at start: Int, in bytes: Span<UInt8>) -> Bool {
    var index = start + 1
    while index < bytes.count, bytes[index].isSpace { index += 1 }
    guard index < bytes.count else { return false }
    return bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "}")
  }

  /// Finds the byte after the brace that closes the object; braces inside strings do not count.
  private static func endOfObject(from start: Int, in bytes: Span<UInt8>) -> Int? {
    var depth = 0
    var isString = false
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isString: index += 1
      case UInt8(ascii: "\""): isString.toggle()
      case UInt8(ascii: "{") where !isString: depth += 1
      case UInt8(ascii: "}") where !isString:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }
}
