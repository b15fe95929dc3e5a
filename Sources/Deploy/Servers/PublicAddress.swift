import Bytes

/// Where visitors find a published site.
public struct PublicAddress: Sendable, Equatable {
  /// `https://blog.example.org`
  public let origin: String
  /// The path of the site there, with a slash at both ends.
  public let path: String

  /// Takes the address of the site's home page.
  public init(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    origin = parts.prefix(3).joined(separator: "/")
    let below = parts.count > 3 ? parts[3].split(separator: "/").joined(separator: "/") : ""
    path = below.isEmpty ? "/" : "/\(below)/"
  }

  /// The name of the server, with its port where one is written.
  public var host: String { String(origin.split(separator: "/").last ?? "") }

  /// Tells whether only this very machine finds it.
  public var isLocal: Bool {
    let name = host.split(separator: ":").first ?? ""
    return name == "localhost" || name.hasSuffix(".localhost") || name.hasPrefix("127.")
  }

  /// The path of a file as it is asked for, decoded: `/blog/talos/` for `blog/talos/index.html`.
  func path(of key: String) -> String {
    let name = "index.html"
    let isIndex = key == name || key.hasSuffix("/\(name)")
    return path + (isIndex ? String(key.dropLast(name.count)) : key)
  }

  /// The address of a file.
  public func url(of key: String) -> String { origin + path(of: key).percentEncoded(keeping: .path) }
}
