import Bytes

/// Where the lines of a text start.
struct Lines: Sendable {
  private let starts: [Int]
  private let end: Int

  /// Finds the lines; LF, CRLF and a lone CR end one.
  init(of text: [UInt8]) {
    var starts = [0]
    starts.reserveCapacity(text.count / 40 + 1)
    text.withUnsafeBufferPointer { bytes in
      guard bytes.next(UInt8(ascii: "\r")) != nil else {
        var index = 0
        while let end = bytes.next(UInt8(ascii: "\n"), from: index) {
          index = end + 1
          starts.append(index)
        }
        return
      }
      for index in bytes.indices where bytes[index] <= UInt8(ascii: "\r") {
        if bytes[index] == UInt8(ascii: "\n") {
          starts.append(index + 1)
        } else if bytes[index] == UInt8(ascii: "\r"),
          index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
        {
          starts.append(index + 1)
        }
      }
    }
    self.starts = starts
    end = text.count
  }

  var count: Int { starts.count }

  /// The offset a line starts at; lines are counted from 1.
  func start(of line: Int) -> Int {
    line < 1 ? 0 : line > starts.count ? end : starts[line - 1]
  }

  /// The bytes of a line, with what ends it.
  func range(of line: Int) -> Range<Int> {
    let start = start(of: line)
    return start..<max(start, self.start(of: line + 1))
  }

  /// The line that holds an offset.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
