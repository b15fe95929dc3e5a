import Bytes

/// The fingerprint that tells a browser whether it has an answer already.
struct EntityTag: Sendable, Equatable {
  /// Without its quotes.
  let text: String

  init(_ text: String) { self.text = text }

  init(of bytes: [UInt8]) { text = String(Digest(of: bytes.span).value, radix: 16) }

  /// As headers carry it.
  var quoted: String { "\"\(text)\"" }

  /// Tells whether a list such as `"a", W/"b"` or `*` holds it; weak ones count as well.
  func isAmong(_ list: String) -> Bool {
    list.split(separator: ",").contains { entry in
      let entry = entry.filter { $0 != " " && $0 != "\t" }
      return entry == "*" || entry == quoted || entry == "W/\(quoted)"
    }
  }
}
