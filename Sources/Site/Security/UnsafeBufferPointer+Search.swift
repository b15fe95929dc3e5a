import Bytes

extension UnsafeBufferPointer<UInt8> {
  /// Tells whether letters stand at a place, in whatever case; `letters` are lower case, or signs.
  @inlinable @inline(__always)
  public func holds(_ letters: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + letters.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<letters.utf8CodeUnitCount
    where self[index + offset].lowercased != letters.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Tells whether one of the words in a range, parted by spaces, is this one, in whatever case.
  public func names(_ word: StaticString, in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || self[index].isHTMLSpace {
      if index - start == word.utf8CodeUnitCount, holds(word, at: start) { return true }
      start = index + 1
    }
    return false
  }
}

extension UInt8 {
  /// The letter in lower case; all else as it is.
  @inlinable @inline(__always)
  public var lowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }

  /// What parts attributes.
  @inlinable @inline(__always)
  public var isHTMLSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
  }
}
