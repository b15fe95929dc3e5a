/// UTF-16 and UTF-32, told by their byte order mark or by where their zero bytes stand.
struct WideText {
  let unit: Int
  let isBigEndian: Bool
  /// Where the text begins, after the mark.
  let start: Int

  var encoding: Encoding { unit == 2 ? .utf16(isBigEndian: isBigEndian) : .utf32(isBigEndian: isBigEndian) }

  /// Recognises wide text from its first bytes; nil if these are the bytes of something else.
  init?(_ bytes: [UInt8]) {
    if let marked = Self.marked(bytes) {
      self = marked
    } else if let shaped = Self.shaped(bytes) {
      self = shaped
    } else {
      return nil
    }
  }

  /// The text as UTF-8; nil if it is none.
  func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard (bytes.count - start) % unit == 0 else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = start
    while index < bytes.count {
      var value = self.value(bytes, at: index)
      index += unit
      if unit == 2, (0xD800...0xDBFF).contains(value) {
        guard index < bytes.count else { return nil }
        let low = self.value(bytes, at: index)
        guard (0xDC00...0xDFFF).contains(low) else { return nil }
        value = 0x1_0000 + (value & 0x3FF) << 10 + low & 0x3FF
        index += unit
      } else if Unicode.Scalar(value) == nil {
        return nil
      }
      output.append(scalar: value)
    }
    return output
  }
}

extension WideText {
  /// How many bytes at the start of a file are looked at for its shape.
  private static let sample = 4096

  private init(unit: Int, isBigEndian: Bool, start: Int) {
    self.unit = unit
    self.isBigEndian = isBigEndian
    self.start = start
  }

  private func value(_ bytes: [UInt8], at index: Int) -> UInt32 {
    let unitBytes = bytes[index..<index + unit]
    return (isBigEndian ? Array(unitBytes) : unitBytes.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func marked(_ bytes: [UInt8]) -> WideText? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return WideText(unit: 4, isBigEndian: false, start: 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return WideText(unit: 4, isBigEndian: true, start: 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return WideText(unit: 2, isBigEndian: false, start: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return WideText(unit: 2, isBigEndian: true, start: 2) }
    return nil
  }

  /// A text in a Western language has a zero in every second byte, or in three of four.
  private static func shaped(_ bytes: [UInt8]) -> WideText? {
    let sample = bytes.prefix(Self.sample)
    guard bytes.count >= 4, sample.prefix(64).contains(0) else { return nil }
    var zeros = [0, 0, 0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 3] += 1 }
    let quarter = sample.count / 4
    guard zeros.reduce(0, +) * 5 > sample.count else { return nil }
    if bytes.count % 4 == 0, zeros[3] == quarter, zeros[2] * 8 > quarter * 7 {
      return WideText(unit: 4, isBigEndian: false, start: 0)
    }
    if bytes.count % 4 == 0, zeros[0] == quarter, zeros[1] * 8 > quarter * 7 {
      return WideText(unit: 4, isBigEndian: true, start: 0)
    }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    if odd > 4 * even { return WideText(unit: 2, isBigEndian: false, start: 0) }
    if even > 4 * odd { return WideText(unit: 2, isBigEndian: true, start: 0) }
    return nil
  }
}
