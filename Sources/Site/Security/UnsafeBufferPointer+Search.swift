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
    var isNamed = false
    eachWord(in: range) { isNamed = isNamed || spells(word, $0) }
    return isNamed
  }

  /// Hands over the words in a range, parted by spaces; some may be empty.
  @inline(__always)
  func eachWord(in range: Range<Int>, _ use: (Range<Int>) -> Void) {
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || self[index].isHTMLSpace {
      use(start..<index)
      start = index + 1
    }
  }

  /// Tells whether a word is this one, in whatever case.
  @inline(__always)
  func spells(_ name: StaticString, _ word: Range<Int>) -> Bool {
    word.count == name.utf8CodeUnitCount && holds(name, at: word.lowerBound)
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
