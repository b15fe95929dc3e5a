extension SecretValues {
  /// Takes the values of the variables whose names tell that they hold a secret, and those of given names.
  ///
  /// A path is no secret (`SSH_KEY=/run/secrets/key`), nor is a word too short to be one.
  public init(environment: [String: String], naming names: some Sequence<String> = []) {
    let named = Set(names)
    let values = environment.filter { name, value in
      named.contains(name)
        || Self.namesSecret(name) && value.utf8.count >= 8 && value.utf8.first != UInt8(ascii: "/")
    }
    self.init(values.values)
  }

  /// Whether a variable's name tells that it holds a secret: one of its words is `TOKEN`, `PASSWORD`, `KEY` and so on.
  static func namesSecret(_ name: String) -> Bool {
    let words: Set<Substring> = [
      "TOKEN", "SECRET", "SECRETS", "PASSWORD", "PASSWD", "PASS", "PASSPHRASE", "PWD", "KEY", "APIKEY", "PAT",
      "CREDENTIAL", "CREDENTIALS", "PRIVATE", "COOKIE", "DSN",
    ]
    let parts = name.uppercased().split(separator: "_")
    // The folder that a shell is in.
    guard name != "PWD", name != "OLDPWD" else { return false }
    return parts.contains { words.contains($0) || $0.hasSuffix("TOKEN") || $0.hasSuffix("PASSWORD") }
  }
}
