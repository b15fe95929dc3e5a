#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The next place of a byte. The system's own search looks at thirty-two bytes at once, which is what makes reading
  /// all texts and pages of a site once more affordable.
  public func next(_ byte: UInt8, from index: Int = 0) -> Int? {
    guard index < count, let start = baseAddress,
      let found = memchr(start + index, Int32(byte), count - index)
    else { return nil }
    return start.distance(to: found.assumingMemoryBound(to: UInt8.self))
  }

  /// The next place of a word.
  public func next(_ word: StaticString, from index: Int = 0) -> Int? {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard let first = word.first else { return index }
    var index = index
    while let place = next(first, from: index) {
      if holds(word, at: place) { return place }
      index = place + 1
    }
    return nil
  }

  /// Whether the bytes of another buffer stand at a place, compared by the system many at once.
  public func holds(_ other: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard let start = baseAddress, let wanted = other.baseAddress else { return other.isEmpty }
    return index >= 0 && index + other.count <= count && memcmp(start + index, wanted, other.count) == 0
  }
}
