/// The first look at a file: whether it needs any second look, and where.
///
/// Nearly every file is clean, so this is where the time goes: ASCII is skipped 32 bytes at a time, every other
/// character is decoded strictly and costs one table look-up.
struct Screen: Sendable {
  /// The bytes are not UTF-8; the rest is then of no meaning.
  private(set) var isMalformed = false
  /// Where two neighbours may be one damaged character, or a character stands that no clean text has.
  private(set) var doubts: [Int] = []
  /// The codecs that can write every character.
  private(set) var possible: UInt16 = .max
  /// The characters are so unusual that they may be those of another code page.
  private(set) var isOdd = false

  /// Nothing can be wrong.
  var isClean: Bool { !isMalformed && doubts.isEmpty && !isOdd }

  /// Looks through a whole file.
  init(_ bytes: [UInt8]) {
    // Pointers, because this loop has to keep up with the memory; it never leaves the buffer's bounds.
    bytes.withUnsafeBufferPointer { buffer in
      let first = Self.asciiRun(in: buffer, from: 0)
      if first < buffer.count { read(buffer, from: first) }
    }
  }

  /// A text whose characters cost more than this on average, in quarter bits, may be one code page read as another.
  private static let oddAverage = 7 * 4

  private mutating func read(_ buffer: UnsafeBufferPointer<UInt8>, from first: Int) {
    Self.marks.withUnsafeBufferPointer { marks in
      var index = first
      var (count, cost, known) = (0, 0, ~UInt64(0))
      while index < buffer.count {
        var leads: UInt64 = 0
        while index < buffer.count, buffer[index] >= 0x80 {
          guard let (scalar, length) = UTF8Reading.scalar(in: buffer, at: index) else {
            isMalformed = true
            return
          }
          let mark = scalar < marks.count ? marks[Int(scalar)] : Self.mark(of: scalar)
          if leads & (mark >> 16) & 0xFFF != 0 || scalar < 0xA0 || scalar == 0xFFFD { doubts.append(index) }
          leads = mark >> 32
          known &= mark
          cost += Int(mark & 0xFF)
          count += 1
          index += length
        }
        index = Self.asciiRun(in: buffer, from: index)
      }
      possible = UInt16(known >> 48)
      isOdd = count >= CodePageSwap.fewest && cost > count * Self.oddAverage
    }
  }

  /// What the screen wants to know of each scalar that is not rare, as `mark(of:)` packs it.
  private static let marks: [UInt64] = (0..<0x3000).map(mark(of:))

  /// From the top, 16 bits each: the codecs that know the scalar, those in which it leads, those in which it continues,
  /// and its cost in quarter bits.
  private static func mark(of scalar: UInt32) -> UInt64 {
    let table = CodecTable.shared
    let entry = table.entry(of: scalar)
    let cost = UInt64(Spanish.shared.kind(of: scalar).cost) / 4
    let (known, lead) = (UInt64(table.known[entry]), UInt64(table.lead[entry]))
    return known << 48 | lead << 32 | UInt64(table.continuation[entry]) << 16 | cost
  }

  /// Where the run of ASCII that begins at `start` ends.
  @inline(__always)
  private static func asciiRun(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(buffer)
    let high: UInt64 = 0x8080_8080_8080_8080
    // In prose the next accent is near: one short look before the long strides.
    if index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) & high
      if word != 0 { return index + word.trailingZeroBitCount / 8 }
      index += 8
    }
    while index + 32 <= raw.count {
      let one = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let two = raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
      let three = raw.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self)
      let four = raw.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self)
      if (one | two | three | four) & high != 0 { break }
      index += 32
    }
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) & high
      if word != 0 { return index + word.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < buffer.count, buffer[index] < 0x80 { index += 1 }
    return index
  }
}
