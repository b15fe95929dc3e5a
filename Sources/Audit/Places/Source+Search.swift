import Diagnostics

extension Source {
  /// Where a text first stands, from a place on.
  func firstRange(of text: String, from start: Int, to end: Int = .max) -> Range<Int>? {
    let needle = Array(text.utf8)
    let end = min(end, bytes.count)
    guard let first = needle.first, start + needle.count <= end else { return nil }
    var index = max(start, 0)
    while index + needle.count <= end {
      guard let next = bytes[index..<end].firstIndex(of: first), next + needle.count <= end else {
        return nil
      }
      if bytes[next..<next + needle.count].elementsEqual(needle) { return next..<next + needle.count }
      index = next + 1
    }
    return nil
  }
}

/// Where the lines of a text begin.
struct LineStarts {
  private let starts: [Int]
  private let count: Int

  init(_ bytes: [UInt8]) {
    var starts = [0]
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\n")
        || bytes[index] == UInt8(ascii: "\r")
          && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      {
        starts.append(index + 1)
      }
    }
    self.starts = starts
    count = bytes.count
  }

  /// The bytes of some lines, counted from 1.
  func range(of lines: Range<Int>) -> Range<Int> {
    let lower = min(max(lines.lowerBound - 1, 0), starts.count - 1)
    let upper = lines.upperBound - 1 < starts.count ? starts[max(lines.upperBound - 1, lower)] : count
    return starts[lower]..<max(starts[lower], upper)
  }
}
