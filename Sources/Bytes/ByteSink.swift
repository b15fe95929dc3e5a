/// What text is appended to: an array, or the buffer of one that writes much.
public protocol ByteSink: ~Copyable {
  mutating func append(_ byte: UInt8)
  mutating func append(_ run: UnsafeBufferPointer<UInt8>)
}

extension Array: ByteSink where Element == UInt8 {
  @inlinable
  @inline(__always)
  public mutating func append(_ run: UnsafeBufferPointer<UInt8>) { append(contentsOf: run) }
}
