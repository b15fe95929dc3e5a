/// The parts of a URL that a connection depends on.
struct Address: Equatable {
  let scheme: String
  /// Without the brackets of an IPv6 address.
  let host: String
  let port: Int
  /// Everything from the path on, as it was written.
  let rest: String

  /// Nil when it is no `http` or `https` URL with a host; one that holds a user or password is none either.
  init?(_ url: String) {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    let bytes = url.utf8
    let scheme = bytes.prefix { $0 != UInt8(ascii: ":") }
    guard let known = Self.ports[String(Substring(scheme)).lowercased()],
      bytes.dropFirst(scheme.count).starts(with: "://".utf8)
    else { return nil }
    let behind = bytes.dropFirst(scheme.count + 3)
    let authority = behind.prefix { !Self.endsAuthority($0) }
    let (host, port) = Self.split(String(Substring(authority)))
    guard !host.isEmpty, !host.utf8.contains(UInt8(ascii: "@")),
      let number = port.isEmpty ? known : Int(port),
      (1...65_535).contains(number)
    else { return nil }
    self.scheme = String(Substring(scheme)).lowercased()
    self.host = host
    self.port = number
    rest = String(Substring(behind.dropFirst(authority.count)))
  }

  /// `host` or `host:port`, as the `Host` header has it.
  var authority: String { port == Self.ports[scheme] ? bracketed : "\(bracketed):\(port)" }

  /// The host as a URL has it.
  var bracketed: String { host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host }
}

extension Address {
  private static let ports = ["https": 443, "http": 80]

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func split(_ authority: String) -> (host: String, port: String) {
    if authority.hasPrefix("["), let bracket = authority.utf8.firstIndex(of: UInt8(ascii: "]")) {
      let behind = authority[bracket...].dropFirst()
      guard behind.isEmpty || behind.hasPrefix(":") else { return ("", "") }
      return (String(authority[..<bracket].dropFirst()), String(behind.dropFirst()))
    }
    guard let colon = authority.utf8.firstIndex(of: UInt8(ascii: ":")) else { return (authority, "") }
    return (String(authority[..<colon]), String(authority[colon...].dropFirst()))
  }
}
