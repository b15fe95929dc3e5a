/// The first bytes of a picture's file; each read looks whether the bytes are there before it takes them.
///
/// The bytes are handed to every call, because a stored span needs a feature that is still experimental.
struct Header {
  typealias Unread = ImageSize.Unread

  let count: Int

  enum Format { case png, gif, jpeg, webp, heif, svg }

  /// The most that must be there to tell formats apart.
  static let longestSignature = 12

  /// Tells the format by its signature; all that looks like markup may be SVG.
  func format(of bytes: Span<UInt8>) -> Format? {
    if has("\u{89}PNG", at: 0, in: bytes) { return .png }
    if has("GIF8", at: 0, in: bytes) { return .gif }
    if count >= 3, bytes[0] == 0xFF, bytes[1] == 0xD8, bytes[2] == 0xFF { return .jpeg }
    if has("RIFF", at: 0, in: bytes), has("WEBP", at: 8, in: bytes) { return .webp }
    if has("ftyp", at: 4, in: bytes) { return .heif }
    return startsMarkup(bytes) ? .svg : nil
  }

  /// Makes sure that the first `end` bytes are there.
  func need(_ end: Int) throws(Unread) {
    guard end <= ImageSize.longestHeader else { throw .unknown }
    guard end <= count else { throw .cut(needs: end) }
  }

  func byte(_ index: Int, _ bytes: Span<UInt8>) throws(Unread) -> Int {
    try need(index + 1)
    return Int(bytes[index])
  }

  /// Two to four bytes, the highest first.
  func big(_ index: Int, size: Int, _ bytes: Span<UInt8>) throws(Unread) -> Int {
    try need(index + size)
    return (index..<index + size).reduce(0) { $0 << 8 | Int(bytes[$1]) }
  }

  /// Two to four bytes, the lowest first.
  func little(_ index: Int, size: Int, _ bytes: Span<UInt8>) throws(Unread) -> Int {
    try need(index + size)
    return (index..<index + size).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
  }

  /// Tells whether the scalars, each one byte, stand at an offset.
  func has(_ text: StaticString, at start: Int, in bytes: Span<UInt8>) -> Bool {
    var index = start
    for scalar in "\(text)".unicodeScalars {
      guard index >= 0, index < count, UInt32(bytes[index]) == scalar.value else { return false }
      index += 1
    }
    return true
  }

  private func startsMarkup(_ bytes: Span<UInt8>) -> Bool {
    var index = count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    while index < count, bytes[index] <= UInt8(ascii: " ") { index += 1 }
    return index < count && bytes[index] == UInt8(ascii: "<")
  }
}
