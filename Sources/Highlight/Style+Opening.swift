extension Style {
  /// The tail of the tag that opens a span, `"kd">` behind `<span class=`, by the number of the style; each as one
  /// little-endian number, so that it is written at once.
  static let tails: [Tail] = allCases.map { style in
    var tail = Tail(bytes: 0, count: 0)
    tail.append(UInt8(ascii: "\""))
    style.className.withUTF8Buffer { for byte in $0 { tail.append(byte) } }
    tail.append(UInt8(ascii: "\""))
    tail.append(UInt8(ascii: ">"))
    return tail
  }

  /// Up to eight bytes.
  struct Tail: Sendable {
    private(set) var bytes: UInt64
    private(set) var count: Int

    fileprivate mutating func append(_ byte: UInt8) {
      bytes |= UInt64(byte) << UInt64(8 * count)
      count += 1
    }
  }
}
