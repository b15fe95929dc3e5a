import Bytes

extension Renderer {
  /// Reports footnotes that are used but not defined, defined twice, or defined and not used.
  ///
  /// The library leaves no trace of the last two in its tree, so the source's lines are read; only in texts that
  /// hold `[^` at all.
  mutating func reportFootnotes() {
    let text = origin.text
    guard session.depth == 0, Self.holds(text) else { return }
    let found = FootnoteScan(text, origin.lines)
    var defined: [[UInt8]: Range<Int>] = [:]
    for (label, range) in found.definitions {
      if defined.updateValue(range, forKey: label) != nil {
        report(.repeatedFootnote(String(decoding: label, as: UTF8.self)), at: range)
      }
    }
    for (label, range) in found.references where defined[label] == nil {
      report(.undefinedFootnote(String(decoding: label, as: UTF8.self)), at: range)
    }
    let used = Set(found.references.map(\.label))
    for (label, range) in defined where !used.contains(label) {
      report(.unusedFootnote(String(decoding: label, as: UTF8.self)), at: range)
    }
  }

  private static func holds(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var index = 1
      while let caret = bytes.next(UInt8(ascii: "^"), from: index) {
        if bytes[caret - 1] == UInt8(ascii: "[") { return true }
        index = caret + 1
      }
      return false
    }
  }
}

/// The labels of footnotes in a text, outside code.
struct FootnoteScan {
  private(set) var definitions: [(label: [UInt8], range: Range<Int>)] = []
  private(set) var references: [(label: [UInt8], range: Range<Int>)] = []

  init(_ text: [UInt8], _ lines: Lines) {
    var fence: UInt8?
    for number in 1...lines.count {
      let range = lines.range(of: number)
      let line = trimmed(text[range].drop { isSpace($0) || $0 == UInt8(ascii: ">") })
      if let byte = line.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~"),
        line.prefix(3).count == 3,
        line.prefix(3).allSatisfy({ $0 == byte }), fence == nil || fence == byte
      {
        fence = fence == nil ? byte : nil
      } else if fence == nil {
        read(text, range)
      }
    }
  }

  private mutating func read(_ text: [UInt8], _ line: Range<Int>) {
    var index = line.lowerBound
    var isFirst = true
    var isCode = false
    while index + 2 < line.upperBound {
      if text[index] == UInt8(ascii: "`") { isCode.toggle() }
      guard !isCode, text[index] == UInt8(ascii: "["), text[index + 1] == UInt8(ascii: "^"),
        let close = text[index + 2..<line.upperBound].firstIndex(of: UInt8(ascii: "]")), close > index + 2,
        index == line.lowerBound || text[index - 1] != UInt8(ascii: "\\")
      else {
        if !isSpace(text[index]), text[index] != UInt8(ascii: ">") { isFirst = false }
        index += 1
        continue
      }
      let label = Array(text[index + 2..<close])
      if isFirst, close + 1 < line.upperBound, text[close + 1] == UInt8(ascii: ":") {
        definitions.append((label, index..<close + 1))
      } else if !label.contains(where: isSpace) {
        references.append((label, index..<close + 1))
      }
      isFirst = false
      index = close + 1
    }
  }
}
