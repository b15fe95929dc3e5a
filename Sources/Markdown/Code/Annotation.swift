/// A number at the end of a comment in code that refers to an item of the list that follows: `# (1)`.
struct Annotation: Equatable {
  let number: Int
  /// How much of the line is still written.
  let end: Int

  private static let comments: [String] = ["#", "//", "--", ";", "/*", "<!--", "%"]

  /// Reads the end of a line; `(1)!` takes its comment marks away too.
  init?(endOf line: ArraySlice<UInt8>) {
    var rest = trimmed(line)
    for close in ["*/", "-->"] where rest.suffix(close.utf8.count).elementsEqual(close.utf8) {
      rest = trimmed(rest.dropLast(close.utf8.count))
    }
    let takesMarks = rest.last == UInt8(ascii: "!")
    if takesMarks { rest.removeLast() }
    guard rest.popLast() == UInt8(ascii: ")") else { return nil }
    let digits = rest.suffix(while: { (48...57).contains($0) })
    guard !digits.isEmpty, digits.count < 4, let number = Int(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    rest.removeLast(digits.count)
    guard rest.popLast() == UInt8(ascii: "(") else { return nil }
    guard let mark = Self.lastComment(in: rest) else { return nil }
    self.number = number
    let kept = takesMarks ? line[line.startIndex..<mark] : rest
    end = line.startIndex + Self.length(of: kept, from: line.startIndex)
  }

  private static func lastComment(in bytes: ArraySlice<UInt8>) -> Int? {
    for index in bytes.indices.reversed() {
      guard index == bytes.startIndex || isSpace(bytes[index - 1]) else { continue }
      if comments.contains(where: { bytes[index...].starts(with: $0.utf8) }) { return index }
    }
    return nil
  }

  private static func length(of bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var end = bytes.endIndex
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return end - start
  }
}

extension ArraySlice<UInt8> {
  fileprivate func suffix(while accepts: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, accepts(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
