import Bytes

/// The secrets that a build knows, to be found in whatever it publishes, each by the name it can be told by.
///
///     let known = KnownSecrets(environment: ["DB_PASSWORD": "hunter2-jellyfin"])
///     known.finds(in: "<p>hunter2-jellyfin</p>".utf8.span)     // variable("DB_PASSWORD") at 3..<19
public struct KnownSecrets: Sendable {
  /// Where a secret stands.
  public struct Find: Sendable, Equatable {
    public let name: SecretName
    public let range: Range<Int>
  }

  /// Nothing is known, so nothing is sought.
  public static let none = KnownSecrets(environment: [:])

  private let names: [SecretName]
  private let values: SecretValues
  /// Tells whether the same secrets are known as at another time: a part of a secure digest of all of them together, from
  /// which none of them can be learnt. Zero when nothing is known.
  public let fingerprint: UInt64

  /// Takes the variables whose names or values tell that they are secret, but for those that `publish.allow` excepts with
  /// a reason, and the credentials of sources, which are never excepted.
  public init(
    environment: [String: String], credentials: [(source: String, value: String)] = [],
    publish: Publish = .standard
  ) {
    let variables = environment.sorted { $0.key < $1.key }.flatMap { variable in
      publish.allowsVariable(variable.key)
        ? [] : SecretValues.secrets(in: variable).map { (SecretName.variable(variable.key), $0) }
    }
    // Of two that hold the same the variable is told: it is what a person can look up.
    let all = variables + credentials.map { (SecretName.source($0.source), $0.value) }
    names = all.map(\.0)
    values = SecretValues(all.map(\.1))
    let text = all.map { "\($0.0)=\($0.1)" }.joined(separator: "\u{0}")
    fingerprint =
      all.isEmpty ? 0 : SecureDigest.sha384(of: Array(text.utf8)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  public var isEmpty: Bool { values.isEmpty }

  /// Finds them all, in the order of the text.
  public func finds(in text: Swift.Span<UInt8>) -> [Find] {
    guard !isEmpty else { return [] }
    return text.withUnsafeBufferPointer { text in
      values.matches(in: text).map { Find(name: names[$0.value], range: $0.range) }
    }
  }
}

extension Publish {
  /// What stands before the name of a variable in `publish.allow`.
  static let variablePrefix = "env:"

  /// Whether the value of a variable may be published, and why is said.
  func allowsVariable(_ name: String) -> Bool { word(on: Self.variablePrefix + name) == .allowed }

  /// The files of the site in which what looks like a secret is meant to be seen, as their reasons say.
  public var allowedFiles: Set<String> {
    Set(allow.filter { $0.namesFile && $0.hasReason }.map(\.path))
  }
}

extension Allowance {
  /// Whether it excepts a file of the site, such as `content/blog/tokens.md`, and not a fact.
  var namesFile: Bool { !path.contains(":") && (path.contains("/") || path.hasSuffix(".yaml")) }

  /// Whether it excepts a variable, such as `env:GPG_KEY`.
  var namesVariable: Bool { path.hasPrefix(Publish.variablePrefix) }

  var hasReason: Bool { reason?.contains { !$0.isWhitespace } == true }
}
