/// The bytes that a rendering writes, in one piece of memory that grows.
///
/// A page is written in a thousand short runs. An array asks before each of them whether it is shared, and takes calls
/// that cost more than the bytes themselves, eighty instructions and more; here the room is compared and the run is
/// moved. Hence the pointer, which does not leave this file.
public struct OutputBuffer: ~Copyable, ByteSink {
  @usableFromInline var bytes: UnsafeMutablePointer<UInt8>
  @usableFromInline var room: Int
  @usableFromInline var end = 0
  /// What others write into arrays comes by here.
  private var slip: [UInt8] = []

  public init(capacity: Int = 32 << 10) {
    bytes = .allocate(capacity: capacity)
    room = capacity
  }

  deinit { bytes.deallocate() }

  @inlinable
  public var count: Int {
    @inline(__always) get { end }
  }

  /// How much memory it holds, with that for what comes by.
  public var capacity: Int { room + slip.capacity }

  @inlinable
  public var last: UInt8? {
    @inline(__always) get { end == 0 ? nil : bytes[end - 1] }
  }

  @inlinable
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    if end == room { grow(by: 1) }
    (bytes + end).initialize(to: byte)
    end += 1
  }

  @inlinable
  @inline(__always)
  public mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    guard let start = run.baseAddress else { return }
    if run.count > room - end { grow(by: run.count) }
    (bytes + end).initialize(from: start, count: run.count)
    end += run.count
  }

  @inlinable
  @inline(__always)
  public mutating func append(text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
      var text = text
      text.withUTF8 { append($0) }
    }
  }

  /// Appends text with the signs of HTML escaped.
  @inlinable
  @inline(__always)
  public mutating func append(escaping run: UnsafeBufferPointer<UInt8>) {
    run.escapingMarkup { append($0) }
  }

  /// Appends text, with the signs of HTML escaped where that is wanted.
  @inlinable
  public mutating func append(text: String, escaping: Bool) {
    guard escaping else { return append(text: text) }
    if text.utf8.withContiguousStorageIfAvailable({ append(escaping: $0) }) == nil {
      var text = text
      text.withUTF8 { append(escaping: $0) }
    }
  }

  public mutating func append(contentsOf array: [UInt8]) {
    array.withUnsafeBufferPointer { append($0) }
  }

  /// Appends what somebody writes into an array.
  public mutating func append(_ write: (inout [UInt8]) -> Void) {
    slip.removeAll(keepingCapacity: true)
    if slip.capacity == 0 { slip.reserveCapacity(Self.usualSlip) }
    write(&slip)
    slip.withUnsafeBufferPointer { append($0) }
  }

  /// As long as what comes by mostly is: a day, a moment.
  private static let usualSlip = 64

  public mutating func removeLast() { end -= end > 0 ? 1 : 0 }

  public mutating func removeAll() { end = 0 }

  public mutating func reserveCapacity(_ capacity: Int) {
    if capacity > room { grow(by: capacity - end) }
  }

  /// Takes back all that was written from a place on, as text.
  public mutating func take(from start: Int) -> String {
    let text = text(from: start)
    end = start
    return text
  }

  /// What was written from a place on, as text.
  public func text(from start: Int) -> String { withBytes { String(decoding: $0[start...], as: UTF8.self) } }

  /// Lends what was written.
  public func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    read(UnsafeBufferPointer(start: bytes, count: end))
  }

  /// Hands over what was written.
  public func write(into array: inout [UInt8]) {
    array.append(contentsOf: UnsafeBufferPointer(start: bytes, count: end))
  }

  @inline(never)
  @usableFromInline
  mutating func grow(by more: Int) {
    let larger = max(room * 2, end + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.moveInitialize(from: bytes, count: end)
    bytes.deallocate()
    bytes = moved
    room = larger
  }
}
