/// Where an address leads to, as a Content-Security-Policy names it.
enum PolicySource: Equatable {
  /// The site itself.
  case own
  /// `https://img.ejemplo.dev`, `data:`.
  case other(String)
  /// Nowhere that a policy could name, such as a broken address; the browser will not go there.
  case none

  /// Reads an address as it stands in a page or a sheet; only its beginning counts.
  init(of url: Slice<UnsafeBufferPointer<UInt8>>, origin: String) {
    let url = url.drop(while: \.isHTMLSpace)
    if let colon = Self.schemeEnd(of: url) {
      let scheme = String(decoding: url[..<colon], as: UTF8.self).lowercased()
      let rest = url[(colon + 1)...]
      switch scheme {
      case "http", "https": self.init(scheme: scheme, rest, origin: origin)
      case "data", "blob": self = .other("\(scheme):")
      default: self = .none
      }
    } else if url.starts(with: "//".utf8) {
      self.init(scheme: String(origin.prefix { $0 != ":" }), url, origin: origin)
    } else {
      self = .own
    }
  }

  private init(scheme: String, _ rest: Slice<UnsafeBufferPointer<UInt8>>, origin: String) {
    let host = rest.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "&")
    }
    // Whatever else stands there could end the directive, or the header.
    guard !host.isEmpty, host.allSatisfy(Self.isHostByte) else {
      self = .none
      return
    }
    let source = "\(scheme)://\(String(decoding: host, as: UTF8.self).lowercased())"
    self = source == origin ? .own : .other(source)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Where the scheme ends; nil for an address without one.
  private static func schemeEnd(of url: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    for index in url.indices {
      switch url[index].lowercased {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: "."):
        continue
      case UInt8(ascii: ":"): return index > url.startIndex ? index : nil
      default: return nil
      }
    }
    return nil
  }
}
