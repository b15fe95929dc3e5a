extension Header {
  /// `IHDR` is always the first chunk: width and height at 16 and 20.
  func png(_ bytes: Span<UInt8>) throws(Unread) -> ImageSize {
    try need(24)
    guard has("IHDR", at: 12, in: bytes) else { throw .unknown }
    return ImageSize(width: try big(16, size: 4, bytes), height: try big(20, size: 4, bytes))
  }

  /// The logical screen, which all frames lie in.
  func gif(_ bytes: Span<UInt8>) throws(Unread) -> ImageSize {
    ImageSize(width: try little(6, size: 2, bytes), height: try little(8, size: 2, bytes))
  }

  /// The three forms of WebP: extended (a canvas), lossless and lossy.
  func webp(_ bytes: Span<UInt8>) throws(Unread) -> ImageSize {
    try need(16)
    if has("VP8X", at: 12, in: bytes) {
      return ImageSize(width: try little(24, size: 3, bytes) + 1, height: try little(27, size: 3, bytes) + 1)
    }
    if has("VP8L", at: 12, in: bytes) {
      guard try byte(20, bytes) == 0x2F else { throw .unknown }
      let packed = try little(21, size: 4, bytes)
      return ImageSize(width: packed & 0x3FFF + 1, height: packed >> 14 & 0x3FFF + 1)
    }
    guard has("VP8 ", at: 12, in: bytes) else { throw .unknown }
    try need(30)
    guard try little(23, size: 3, bytes) == 0x2A019D else { throw .unknown }
    // Two bits above the fourteen ask the player to scale, which browsers do not.
    return ImageSize(
      width: try little(26, size: 2, bytes) & 0x3FFF, height: try little(28, size: 2, bytes) & 0x3FFF)
  }
}
