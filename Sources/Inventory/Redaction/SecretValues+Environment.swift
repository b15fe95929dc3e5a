extension SecretValues {
  /// Takes the values of the variables whose names tell that they hold a secret, those of given names, and others.
  public init(
    environment: [String: String], naming names: Set<String> = [], and others: [String] = []
  ) {
    let held = environment.filter { names.contains($0.key) || Self.isSecret($0.key, $0.value) }
    self.init(held.map(\.value) + others)
  }

  /// Whether a variable holds a secret, by its name and value.
  ///
  /// A path is no secret (`SSH_KEY=/run/secrets/key`), nor is a word too short to be one.
  static func isSecret(_ name: String, _ value: String) -> Bool {
    namesSecret(name) && value.utf8.count >= 8 && value.utf8.first != UInt8(ascii: "/")
  }

  /// Whether a variable's name tells that it holds a secret: one of its words is `TOKEN`, `PASSWORD`, `KEY` and so on.
  private static func namesSecret(_ name: String) -> Bool {
    let words: Set<Substring> = [
      "TOKEN", "SECRET", "SECRETS", "PASSWORD", "PASSWD", "PASS", "PASSPHRASE", "PWD", "KEY", "APIKEY", "PAT",
      "CREDENTIAL", "CREDENTIALS", "PRIVATE", "COOKIE", "DSN",
    ]
    // The folder that a shell is in.
    guard name != "PWD", name != "OLDPWD" else { return false }
    return name.uppercased().split(separator: "_").contains {
      words.contains($0) || $0.hasSuffix("TOKEN") || $0.hasSuffix("PASSWORD")
    }
  }
}
