/// The names by which the preview may be called.
///
/// A page of another site can make its own name lead to this machine and then read what answers there; its requests
/// carry that name. Numbers and `localhost` cannot be made to lead anywhere else.
struct AllowedHosts: Sendable {
  /// Whether other machines may ask.
  let isOpen: Bool
  /// Names that the user has given.
  let names: Set<String>

  /// What `--host` allows.
  init(host: String) {
    isOpen = !Self.isLoopback(host)
    names = [host.lowercased()]
  }

  /// Tells whether a `Host` header names this preview.
  func contains(_ header: String) -> Bool {
    guard let host = Self.name(in: header) else { return false }
    if Self.isLoopback(host) || names.contains(host) { return true }
    return isOpen && (Self.isAddress(host) || host.hasSuffix(".local"))
  }

  /// `localhost`, its subdomains, and the numbers of this machine itself.
  static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased()
    if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || host == "[::1]" { return true }
    return host.hasPrefix("127.") && isFourNumbers(host)
  }

  /// The host without its port, in lower case; nil for what is no host.
  private static func name(in header: String) -> String? {
    let text = header.lowercased()
    let name: Substring
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      name = text[...end]
    } else {
      name = text.prefix { $0 != ":" }
    }
    let rest = text[name.endIndex...]
    guard !name.isEmpty, rest.isEmpty || rest.first == ":" && rest.dropFirst().utf8.allSatisfy(isDigit) else {
      return nil
    }
    return String(name)
  }

  private static func isAddress(_ host: String) -> Bool { host.hasPrefix("[") || isFourNumbers(host) }

  private static func isFourNumbers(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil && $0.utf8.allSatisfy(isDigit) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
