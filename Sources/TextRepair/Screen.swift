/// The first look at a file: whether it needs any second look.
///
/// Nearly every file is clean, so this is where the time goes: ASCII is skipped 32 bytes at a time, every other
/// character is decoded strictly and costs a few table look-ups.
enum Screen {
  enum Verdict: Equatable {
    /// Valid UTF-8 in which nothing can be damaged.
    case clean
    /// Valid UTF-8 with characters that may be damage.
    case suspicious
    /// Not UTF-8.
    case malformed
  }

  /// Looks through a whole file.
  static func verdict(on bytes: [UInt8]) -> Verdict {
    // Pointers, because this loop has to keep up with the memory; it never leaves the buffer's bounds.
    bytes.withUnsafeBufferPointer { buffer in
      let first = asciiRun(in: buffer, from: 0)
      return first == buffer.count ? .clean : verdict(on: buffer, from: first)
    }
  }

  /// A text whose characters cost more than this on average may be one code page read as another.
  private static let oddAverage = 7 * Spanish.bit

  private static func verdict(on buffer: UnsafeBufferPointer<UInt8>, from first: Int) -> Verdict {
    let table = CodecTable.shared
    let spanish = Spanish.shared
    var index = first
    var count = 0
    var cost = 0
    var isSuspicious = false
    while index < buffer.count {
      var previous = 0
      while index < buffer.count, buffer[index] >= 0x80 {
        guard let (scalar, length) = UTF8Reading.scalar(in: buffer, at: index) else { return .malformed }
        let entry = table.entry(of: scalar)
        if table.lead[previous] & table.continuation[entry] != 0 || scalar < 0xA0 || scalar == 0xFFFD {
          isSuspicious = true
        }
        cost += Int(spanish.kind(of: scalar).cost)
        count += 1
        previous = entry
        index += length
      }
      index = asciiRun(in: buffer, from: index)
    }
    return isSuspicious || (count >= CodePageSwap.fewest && cost > count * oddAverage) ? .suspicious : .clean
  }

  /// Where the run of ASCII that begins at `start` ends.
  @inline(__always)
  private static func asciiRun(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(buffer)
    let high: UInt64 = 0x8080_8080_8080_8080
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
