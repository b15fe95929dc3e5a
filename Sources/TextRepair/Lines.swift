/// Cuts a valid text into its lines, and keeps those that hold something outside ASCII.
///
/// Only LF ends a line here. Fences are followed through all lines, because code is treated with more care.
enum Lines {
  /// With a list of places, in order, only the lines in which one of them stands.
  static func outsideASCII(of text: [UInt8], only places: [Int]? = nil) -> [Line] {
    // Pointers: each byte of a damaged file passes here.
    text.withUnsafeBufferPointer { bytes in
      var lines: [Line] = []
      var fence = Fence()
      var start = 0
      var number = 1
      var place = 0
      while start < bytes.count {
        var end = start
        var high: UInt8 = 0
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
          high |= bytes[end]
          end += 1
        }
        let isCode = fence.read(bytes, start..<end)
        let isWanted = places.map { place < $0.count && $0[place] < end } ?? true
        if high >= 0x80, isWanted {
          while let places, place < places.count, places[place] < end { place += 1 }
          let scalars = UTF8Reading.scalars(of: bytes, in: start..<end)
          lines.append(Line(number: number, range: start..<end, isCode: isCode, scalars: scalars))
        }
        start = end + 1
        number += 1
      }
      return lines
    }
  }

  /// The text with the lines as they are now; the same buffer if none was changed.
  static func text(_ text: [UInt8], with lines: [Line]) -> [UInt8] {
    guard lines.contains(where: { $0.steps > 0 }) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var copied = 0
    for index in lines.indices where lines[index].steps > 0 {
      output.append(contentsOf: text[copied..<lines[index].range.lowerBound])
      for scalar in lines[index].scalars { output.append(scalar: scalar) }
      copied = lines[index].range.upperBound
    }
    output.append(contentsOf: text[copied...])
    return output
  }
}

/// Follows the code blocks of Markdown from line to line.
struct Fence {
  private var mark: UInt8 = 0
  private var length = 0

  /// Takes the next line and tells whether it is code.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") {
      index += 1
    }
    let isIndented =
      index - line.lowerBound >= 4
      || line.lowerBound < line.upperBound && bytes[line.lowerBound] == UInt8(ascii: "\t")
    guard index < line.upperBound, bytes[index] == UInt8(ascii: "`") || bytes[index] == UInt8(ascii: "~")
    else {
      return length > 0 || isIndented
    }
    let opener = bytes[index]
    var end = index
    while end < line.upperBound, bytes[end] == opener { end += 1 }
    let run = end - index
    if length > 0 {
      while end < line.upperBound, bytes[end] <= UInt8(ascii: " ") { end += 1 }
      if opener == mark, run >= length, end == line.upperBound { length = 0 }
      return true
    }
    guard run >= 3 else { return isIndented }
    mark = opener
    length = run
    return true
  }
}
