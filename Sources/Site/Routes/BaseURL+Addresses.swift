// From an address within the site to what browsers and other sites are given.

extension BaseURL {
  /// The path on the server: `/blog/talos/` under `https://ejemplo.dev/lab/` is `/lab/blog/talos/`.
  public func path(of url: String) -> String {
    path == "/" && url.utf8.first == UInt8(ascii: "/") ? url : path + url.dropFirst()
  }

  /// The whole address.
  public func absolute(_ url: String) -> String { origin + path(of: url) }
}
