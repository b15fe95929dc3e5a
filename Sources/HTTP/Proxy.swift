/// The way out to a server.
public enum Proxy: Sendable, Equatable {
  /// As `https_proxy`, `http_proxy` and `no_proxy` say.
  case environment
  /// Straight to the server.
  case none
  /// Through `http://`, `https://` or `socks5://`.
  case address(String)
}
