// Percent-encoding, both ways.

extension String {
  /// The text as a part of an address: `/blog/clúster` becomes `/blog/cl%C3%BAster`.
  public func percentEncoded(keeping plain: AddressBytes) -> String {
    guard utf8.contains(where: { !plain.contains($0) }) else { return self }
    var out: [UInt8] = []
    out.append(percentEncoding: utf8, keeping: plain)
    return String(decoding: out, as: UTF8.self)
  }

  /// The text that was encoded; a percent sign before anything else than two digits is one, as browsers take it.
  ///
  /// Nil when the bytes are no UTF-8. With `formSpaces` a `+` is a space, as in what forms send.
  public func percentDecoded(formSpaces: Bool = false) -> String? {
    guard utf8.contains(where: { $0 == UInt8(ascii: "%") || formSpaces && $0 == UInt8(ascii: "+") }) else {
      return self
    }
    let bytes = Array(utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = Self.byte(bytes[index + 1], bytes[index + 2])
      {
        out.append(value)
        index += 3
      } else {
        out.append(formSpaces && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
    return String(validating: out, as: UTF8.self)
  }

  private static func byte(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = digit(high), let low = digit(low) else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension [UInt8] {
  /// Appends bytes as a part of an address.
  public mutating func append(percentEncoding bytes: some Sequence<UInt8>, keeping plain: AddressBytes) {
    for byte in bytes {
      if plain.contains(byte) { append(byte) } else { append(percentEncoding: byte) }
    }
  }
}
