/// The path of a request, understood: text without escapes, from the root of the server.
///
/// Nothing is resolved or repaired: what no browser would send is refused.
struct RequestPath: Sendable, Equatable {
  let text: String
  /// The host that a whole address names, as a proxy is asked; nil for a bare path.
  let host: String?

  /// Nil for what is no path: a broken escape, a control character, bytes that are no UTF-8, a way up.
  init?(_ target: String) {
    var rest = Array(target.utf8)[...]
    var host: String?
    if target.lowercased().hasPrefix(Self.scheme) {
      rest = rest.dropFirst(Self.scheme.utf8.count)
      let name = rest.prefix { $0 != UInt8(ascii: "/") }
      host = String(decoding: name, as: UTF8.self)
      rest = rest.dropFirst(name.count)
      if rest.isEmpty { rest = [UInt8(ascii: "/")] }
    }
    guard let bytes = Self.decoded(rest), bytes.first == UInt8(ascii: "/"),
      let text = String(validating: bytes, as: UTF8.self),
      !text.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else { return nil }
    self.text = text
    self.host = host
  }

  private static let scheme = "http://"

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "%") {
        guard index + 1 < bytes.endIndex, let high = digit(bytes[index]), let low = digit(bytes[index + 1])
        else { return nil }
        byte = high << 4 | low
        index += 2
      } else if byte == UInt8(ascii: "#") {
        return nil
      }
      guard byte >= 0x20, byte != 0x7F else { return nil }
      out.append(byte)
    }
    return out
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
