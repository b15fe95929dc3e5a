/// Writes coloured code through a pointer into room that its caller has reserved.
///
/// Unsafe pointers are the measured hot path: code is made of runs of a few bytes, and five appends to an array for
/// each of them took half of the time. Eight bytes are moved at once, so that some behind the last one are scribbled
/// upon: whoever calls leaves room for `mostBytes(for:tokens:)`.
struct MarkupWriter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tails = Style.tails
  private let start: UnsafeMutableRawPointer
  private var out: UnsafeMutableRawPointer

  init(bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableRawPointer) {
    self.bytes = bytes
    start = out
    self.out = out
  }

  /// How many bytes were written.
  var count: Int { out - start }

  /// Room for runs of code: a byte becomes six at most; each line has tags of 25, and a line that has tags is two
  /// bytes with its end, save for the last of a token; eight bytes are scribbled upon.
  static func mostBytes(for count: Int, tokens: Int) -> Int { (6 + 13) * count + 25 * tokens + 8 }
}

extension MarkupWriter {
  /// Writes a run of one style with a span for each line that it touches; line ends stand outside.
  @inline(__always)
  mutating func write(_ range: Range<Int>, styled style: Style) {
    var position = range.lowerBound
    let end = range.upperBound
    guard style != .text else {
      while position < end {
        position = clean(from: position, to: end)
        if position < end {
          special(bytes[position])
          position += 1
        }
      }
      return
    }
    while position < end {
      if bytes[position] == UInt8(ascii: "\n") {
        put(0x0A, count: 1)
      } else {
        open(style)
        position = line(from: position, to: end)
        put(0x3E_6E61_7073_2F3C, count: 7)  // </span>
        if position < end { put(0x0A, count: 1) }
      }
      position += 1
    }
  }

  @inline(__always)
  private mutating func open(_ style: Style) {
    put(0x6C63_206E_6170_733C, count: 8)  // <span cl
    put(0x3D_7373_61, count: 4)  // ass=
    let tail = tails[Int(style.rawValue)]
    put(tail.bytes, count: tail.count)
  }

  /// Writes up to the next line feed, and tells where it stands.
  @inline(__always)
  private mutating func line(from start: Int, to end: Int) -> Int {
    var position = start
    while true {
      position = clean(from: position, to: end)
      guard position < end, bytes[position] != UInt8(ascii: "\n") else { return position }
      special(bytes[position])
      position += 1
    }
  }

  /// Copies the bytes before the next one that needs care, and tells where that stands.
  @inline(__always)
  private mutating func clean(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, position + 8 <= bytes.count {
      let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(
        fromByteOffset: position, as: UInt64.self)
      let taken = min(Self.cleanCount(UInt64(littleEndian: word)), end - position)
      out.storeBytes(of: word, as: UInt64.self)
      out += taken
      position += taken
      if taken < 8 { return position }
    }
    while position < end, !Self.needsCare(bytes[position]) {
      put(UInt64(bytes[position]), count: 1)
      position += 1
    }
    return position
  }

  /// The length of the run before the first byte that needs care among eight.
  @inline(__always)
  private static func cleanCount(_ word: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Each of the four is zero in the bytes it looks for: & and ', < and >, the double quote, the line feed.
    let ampersands = (word | ones) ^ 0x27 &* ones
    let angles = (word | 2 &* ones) ^ 0x3E &* ones
    let quotes = word ^ 0x22 &* ones
    let feeds = word ^ 0x0A &* ones
    // The lowest bit that is set is right; those above it may come from a borrow.
    let zeros =
      (ampersands &- ones) & ~ampersands | (angles &- ones) & ~angles | (quotes &- ones) & ~quotes
      | (feeds &- ones) & ~feeds
    return (zeros & (0x80 &* ones)).trailingZeroBitCount >> 3
  }

  @inline(__always)
  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "\n"):
      true
    default: false
    }
  }

  @inline(__always)
  private mutating func special(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): put(0x3B_706D_6126, count: 5)  // &amp;
    case UInt8(ascii: "<"): put(0x3B_746C_26, count: 4)  // &lt;
    case UInt8(ascii: ">"): put(0x3B_7467_26, count: 4)  // &gt;
    case UInt8(ascii: "\""): put(0x3B74_6F75_7126, count: 6)  // &quot;
    case UInt8(ascii: "'"): put(0x3B_3933_2326, count: 5)  // &#39;
    default: put(UInt64(byte), count: 1)
    }
  }

  @inline(__always)
  private mutating func put(_ word: UInt64, count: Int) {
    out.storeBytes(of: word.littleEndian, as: UInt64.self)
    out += count
  }
}
