/// Reads what a `Packer` wrote, value by value.
///
/// What ends too early gives zeros and empty texts, and `isSound` tells; so a damaged run is found out once, at its end.
public struct Unpacker: Sendable {
  private let bytes: [UInt8]
  private var next: Int
  private let end: Int
  public private(set) var isSound = true

  /// Reads a part of some bytes.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    let range = range.clamped(to: 0..<bytes.count)
    next = range.lowerBound
    end = range.upperBound
  }

  public init(_ bytes: [UInt8]) { self.init(bytes, in: 0..<bytes.count) }

  /// Where the next value begins, in all bytes.
  public var position: Int { next }
  public var isAtEnd: Bool { next >= end }

  @inline(__always)
  private mutating func byte() -> UInt8 {
    guard next < end else {
      isSound = false
      return 0
    }
    defer { next += 1 }
    return bytes[next]
  }

  public mutating func int() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = byte()
      value |= UInt64(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 || shift > 63 { break }
    }
    return Int(Int64(bitPattern: value >> 1)) ^ -Int(value & 1)
  }

  /// A count of things of which each takes at least a byte.
  public mutating func count() -> Int {
    let count = int()
    guard count >= 0, count <= end - next else {
      isSound = false
      return 0
    }
    return count
  }

  public mutating func fixed() -> UInt64 {
    guard end - next >= 8 else {
      isSound = false
      next = end
      return 0
    }
    defer { next += 8 }
    return bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: next, as: UInt64.self).littleEndian
  }

  public mutating func flag() -> Bool { byte() != 0 }

  public mutating func text() -> String {
    let count = count()
    guard count > 0 else { return "" }
    defer { next += count }
    return bytes.span.extracting(next..<next + count).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }

  public mutating func optionalText() -> String? { flag() ? text() : nil }
  public mutating func optionalInt() -> Int? { flag() ? int() : nil }

  public mutating func run() -> [UInt8] {
    let count = count()
    defer { next += count }
    return Array(bytes[next..<next + count])
  }

  /// Passes over a run, and tells where it lies.
  public mutating func skipRun() -> Range<Int> {
    let count = count()
    defer { next += count }
    return next..<next + count
  }

  public mutating func words() -> [UInt64] { raw() }

  public mutating func shorts() -> [UInt32] { raw() }

  /// Passes over short keys, and tells whether something is true of one of them.
  public mutating func shorts(contain isMeant: (UInt32) -> Bool) -> Bool {
    let count = count()
    guard count <= (end - next) / 4 else {
      isSound = false
      return false
    }
    defer { next += count * 4 }
    let bytes = bytes.span.bytes
    return (0..<count).contains {
      isMeant(bytes.unsafeLoadUnaligned(fromByteOffset: next + $0 * 4, as: UInt32.self))
    }
  }

  /// Passes over short keys.
  public mutating func skipShorts() {
    let count = count()
    skip(count <= (end - next) / 4 ? count * 4 : -1)
  }

  private mutating func raw<Word: FixedWidthInteger & BitwiseCopyable>() -> [Word] {
    let count = count()
    let size = MemoryLayout<Word>.size
    guard count <= (end - next) / size else {
      isSound = false
      return []
    }
    defer { next += count * size }
    return bytes[next..<next + count * size].withUnsafeBytes { source in
      [Word](unsafeUninitializedCapacity: count) { words, filled in
        UnsafeMutableRawBufferPointer(words).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[..<(count * size)]))
        filled = count
      }
    }
  }

  public mutating func texts() -> [String] {
    let count = count()
    guard count > 0 else { return [] }
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(text()) }
    return texts
  }

  /// Passes over some bytes where these very ones come next; tells whether they do.
  public mutating func skip(over expected: [UInt8]) -> Bool {
    guard expected.count <= end - next, bytes[next..<next + expected.count].elementsEqual(expected) else {
      return false
    }
    next += expected.count
    return true
  }

  /// What lies between a place that was passed and this one.
  public func passed(since start: Int) -> [UInt8] { Array(bytes[start..<next]) }

  /// Passes over what was written with its length, and tells where it stands.
  public mutating func skipMeasured() -> Range<Int> {
    let count = (0..<Packer.lengthSize).reduce(0) { $0 | Int(byte()) << (8 * $1) }
    let start = next
    skip(count)
    return start..<next
  }

  /// Passes over some bytes.
  public mutating func skip(_ count: Int) {
    if count < 0 || count > end - next { isSound = false }
    next = min(end, next + max(0, count))
  }
}
