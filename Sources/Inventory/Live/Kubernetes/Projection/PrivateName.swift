/// Tells names and addresses that mean something only inside a network from those of the public one.
enum PrivateName {
  /// The ends of names that no public server answers for.
  private static let ends: Set<String> = [
    "corp", "home", "internal", "intranet", "lan", "local", "localdomain", "localhost", "private", "svc",
  ]

  /// Whether a text is an address, or a name with a private end; a single word is neither.
  static func matches(_ text: String) -> Bool {
    let labels = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last else { return false }
    return ends.contains(String(last)) || labels.suffix(2) == ["home", "arpa"] || isAddress(text)
  }

  /// Whether anybody could reach a host by this name: `*.apps.homelab.example`, but no address and no single word.
  static func isPublic(host: String) -> Bool {
    let name = host.hasPrefix("*.") ? String(host.dropFirst(2)) : host
    let isHost = name.utf8.allSatisfy { byte in
      (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    return isHost && name.contains(".") && !matches(name)
  }

  /// Whether a text is four numbers below 256; versions of four parts are not told apart from addresses.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
