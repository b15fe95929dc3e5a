/// The part of a file that a request asks for.
enum ByteRange: Sendable, Equatable {
  case whole
  case part(Range<Int>)
  /// A part that there is not.
  case none

  /// Reads a `Range` header; several parts, other units and what is malformed count as none asked for.
  init(_ header: String?, of size: Int) {
    guard let header, header.lowercased().hasPrefix("bytes=") else {
      self = .whole
      return
    }
    let ends = header.dropFirst("bytes=".utf8.count).split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " } }
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }), ends != ["", ""] else {
      self = .whole
      return
    }
    // A number too large for us is larger than any file.
    let numbers = ends.map { Int($0) ?? .max }
    if ends[0].isEmpty {
      let count = min(numbers[1], size)
      self = count == 0 ? .none : .part(size - count..<size)
    } else if ends[1].isEmpty {
      self = numbers[0] < size ? .part(numbers[0]..<size) : .none
    } else if numbers[0] > numbers[1] {
      self = .whole
    } else {
      self = numbers[0] < size ? .part(numbers[0]..<min(numbers[1], size - 1) + 1) : .none
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
