import Bytes

/// The bytes that a rendering writes, in one piece of memory that grows.
///
/// A page is written in a thousand short runs. An array asks before each of them whether it is shared, and takes calls
/// that cost more than the bytes themselves, eighty instructions and more; here the room is compared and the run is
/// moved. Hence the pointer, which does not leave this file.
struct OutputBuffer: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  /// What others write into arrays comes by here.
  private var slip: [UInt8] = []

  init(capacity: Int = 32 << 10) {
    bytes = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { bytes.deallocate() }

  @inline(__always)
  mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    guard let start = run.baseAddress else { return }
    if run.count > capacity - count { grow(by: run.count) }
    (bytes + count).initialize(from: start, count: run.count)
    count += run.count
  }

  @inline(__always)
  mutating func append(text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
      var text = text
      text.withUTF8 { append($0) }
    }
  }

  /// Appends text with the signs of HTML escaped.
  @inline(__always)
  mutating func append(escaping run: UnsafeBufferPointer<UInt8>) {
    run.escapingMarkup { append($0) }
  }

  /// Appends what somebody writes into an array.
  mutating func append(_ write: (inout [UInt8]) -> Void) {
    slip.removeAll(keepingCapacity: true)
    write(&slip)
    slip.withUnsafeBufferPointer { append($0) }
  }

  /// Takes back all that was written from a place on, as text.
  mutating func take(from start: Int) -> String {
    let text = String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: count - start), as: UTF8.self)
    count = start
    return text
  }

  /// Hands over what was written.
  func write(into array: inout [UInt8]) {
    array.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.moveInitialize(from: bytes, count: count)
    bytes.deallocate()
    bytes = moved
    capacity = larger
  }
}
