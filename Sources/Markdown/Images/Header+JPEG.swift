extension Header {
  /// Goes from segment to segment until a frame header tells the size; a camera's turn stands before it.
  func jpeg(_ bytes: Span<UInt8>) throws(Unread) -> ImageSize {
    var index = 2
    var isTurned = false
    while true {
      guard try byte(index, bytes) == 0xFF else { throw .unknown }
      let marker = try byte(index + 1, bytes)
      switch marker {
      case 0xFF:  // A fill byte.
        index += 1
        continue
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        let size = ImageSize(
          width: try big(index + 7, size: 2, bytes), height: try big(index + 5, size: 2, bytes))
        return isTurned ? size.turned : size
      case 0x01, 0xD0...0xD7:  // These have no content.
        index += 2
        continue
      case 0x00, 0xD8...0xDA:  // Pixels, or an end, before any frame.
        throw .unknown
      default: break
      }
      let length = try big(index + 2, size: 2, bytes)
      guard length >= 2 else { throw .unknown }
      if marker == 0xE1, try isEXIF(index + 4, end: index + 2 + length, bytes) {
        isTurned = try self.isTurned(tiff: index + 10..<index + 2 + length, bytes)
      }
      index += 2 + length
    }
  }

  /// Tells whether the notes of a camera say that the picture lies on its side: orientation 5 to 8.
  /// Damaged notes say nothing, as in browsers.
  func isTurned(tiff: Range<Int>, _ bytes: Span<UInt8>) throws(Unread) -> Bool {
    let isLittle = has("II*\0", at: tiff.lowerBound, in: bytes)
    guard isLittle || has("MM\0*", at: tiff.lowerBound, in: bytes) else { return false }
    func number(_ offset: Int, size: Int) throws(Unread) -> Int? {
      let start = tiff.lowerBound + offset
      guard start + size <= min(tiff.upperBound, count) else { return nil }
      return try isLittle ? little(start, size: size, bytes) : big(start, size: size, bytes)
    }
    guard let directory = try number(4, size: 4), let entries = try number(directory, size: 2) else {
      return false
    }
    for entry in 0..<entries {
      let start = directory + 2 + entry * 12
      guard let tag = try number(start, size: 2) else { return false }
      if tag == Self.orientation { return (5...8).contains(try number(start + 8, size: 2) ?? 1) }
    }
    return false
  }

  private static let orientation = 0x0112

  /// The notes must be there whole, otherwise a turned picture would be taken for an upright one.
  private func isEXIF(_ start: Int, end: Int, _ bytes: Span<UInt8>) throws(Unread) -> Bool {
    try need(min(end, start + 6))
    guard end - start >= 6, has("Exif\0\0", at: start, in: bytes) else { return false }
    try need(end)
    return true
  }
}
