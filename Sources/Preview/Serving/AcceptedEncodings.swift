/// What a browser can unpack.
enum AcceptedEncodings {
  /// Tells whether `Accept-Encoding` takes gzip.
  static func takesGzip(_ header: String?) -> Bool {
    guard let header else { return false }
    var any = false
    for entry in header.lowercased().split(separator: ",") {
      let parts = entry.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let name = parts.first else { continue }
      let isRefused = parts.dropFirst().contains { part in
        part.hasPrefix("q=") && part.dropFirst(2).allSatisfy { $0 == "0" || $0 == "." }
      }
      if name == "gzip" || name == "x-gzip" { return !isRefused }
      if name == "*" { any = !isRefused }
    }
    return any
  }

  /// Tells whether files of a kind become smaller.
  static func helps(_ type: String) -> Bool {
    type.hasPrefix("text/")
      || ["json", "xml", "javascript", "yaml", "toml", "manifest"].contains { type.contains($0) }
  }
}
