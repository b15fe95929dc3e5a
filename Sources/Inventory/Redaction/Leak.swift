/// Something in a text that must not be published, and where it stands.
public struct Leak: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// The bytes to hide.
  public let range: Range<Int>

  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// What must not be published.
  public enum Kind: String, Sendable, CaseIterable {
    /// An address of a private network: RFC 1918, carrier-grade NAT, link-local, IPv6 unique local.
    case privateAddress = "private-address"
    /// The address of a network card.
    case hardwareAddress = "hardware-address"
    case uuid
    case email
    /// A name that only a private network resolves: `nas.lan`, `pve.home.arpa`.
    case internalName = "internal-name"
    /// A signed token such as JSON Web Tokens are.
    case webToken = "web-token"
    /// A key or token whose form tells who gave it out: `AKIA…`, `ghp_…`, `root@pam!ci=…`.
    case accessKey = "access-key"
    /// A key in PEM armour, or one of age.
    case privateKey = "private-key"
    /// User and password inside an address.
    case credentials
    /// A password as a system stores it: `$2y$…`.
    case passwordHash = "password-hash"
    /// `token=…`, `password: …`.
    case assignment
    /// A machine's id, or a key in hexadecimal digits.
    case hexadecimal
    /// A long run that no person chose, such as a key in base64.
    case opaque
    /// The value of a secret that this run knows.
    case secret
  }
}

extension Leak.Kind {
  /// Whether it opens doors, and not only tells about the house; an author's own text is warned about these alone.
  public var isSecret: Bool {
    switch self {
    case .webToken, .accessKey, .privateKey, .credentials, .passwordHash, .secret: true
    case .privateAddress, .hardwareAddress, .uuid, .email, .internalName, .assignment, .hexadecimal, .opaque:
      false
    }
  }
}
