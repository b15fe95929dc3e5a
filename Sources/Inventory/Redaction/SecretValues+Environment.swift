extension SecretValues {
  /// Takes the values of the variables whose names tell that they hold a secret, those of given names, and others.
  public init(
    environment: [String: String], naming names: Set<String> = [], and others: [String] = []
  ) {
    let held = environment.sorted { $0.key < $1.key }.flatMap { variable in
      names.contains(variable.key) ? [variable.value] : Self.secrets(in: variable)
    }
    self.init(held + others)
  }

  /// What of a variable is secret: all of it where its name says so, else the password of an address.
  static func secrets(in variable: (key: String, value: String)) -> [String] {
    if isSecret(variable.key, variable.value) { return [variable.value] }
    guard let password = password(in: variable.value), password.utf8.count >= shortestValue else { return [] }
    return [password]
  }

  /// The password in an address such as `postgres://blog:PASSWORD@db/blog`.
  private static func password(in value: String) -> String? {
    let bytes = Array(value.utf8)
    guard let scheme = bytes.firstRange(of: Array("://".utf8)) else { return nil }
    let rest = bytes[scheme.upperBound...]
    let authority = rest[..<(rest.firstIndex { $0 == UInt8(ascii: "/") || $0 <= 0x20 } ?? rest.endIndex)]
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    return String(decoding: authority[colon + 1..<at], as: UTF8.self)
  }

  /// A shorter value is a word as any other.
  private static let shortestValue = 8

  /// Whether a variable holds a secret, by its name and value.
  ///
  /// A path is no secret (`SSH_KEY=/run/secrets/key`), nor is a word too short to be one.
  static func isSecret(_ name: String, _ value: String) -> Bool {
    namesSecret(name) && value.utf8.count >= shortestValue && value.utf8.first != UInt8(ascii: "/")
  }

  /// Whether a variable's name tells that it holds a secret: one of its words is `TOKEN`, `PASSWORD`, `KEY` and so on.
  private static func namesSecret(_ name: String) -> Bool {
    let words: Set<Substring> = [
      "TOKEN", "SECRET", "SECRETS", "PASSWORD", "PASSWD", "PASS", "PASSPHRASE", "PWD", "KEY", "APIKEY", "PAT",
      "CREDENTIAL", "CREDENTIALS", "CREDS", "PRIVATE", "COOKIE", "DSN", "JWT", "WEBHOOK",
    ]
    // The folder that a shell is in.
    guard name != "PWD", name != "OLDPWD" else { return false }
    return name.uppercased().split(separator: "_").contains {
      words.contains($0) || $0.hasSuffix("TOKEN") || $0.hasSuffix("PASSWORD")
    }
  }
}
