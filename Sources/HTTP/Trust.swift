/// Whom a client trusts, and who it says it is; certificates come as PEM texts, never as files.
public struct Trust: Sendable, Equatable {
  /// The authorities that may vouch for a server; nil asks those of the system.
  public var authorities: [UInt8]?
  /// The client's own certificate.
  public var identity: Identity?
  /// The name that the server's certificate must bear, where it is not the URL's.
  public var serverName: String?
  /// False takes any server for the right one.
  public var verifiesServer: Bool

  /// The system's authorities, and no certificate of one's own.
  public static let system = Trust()

  public init(
    authorities: [UInt8]? = nil, identity: Identity? = nil, serverName: String? = nil,
    verifiesServer: Bool = true
  ) {
    self.authorities = authorities
    self.identity = identity
    self.serverName = serverName
    self.verifiesServer = verifiesServer
  }

  /// A certificate with its chain, and the key that belongs to it.
  public struct Identity: Sendable, Equatable {
    public let certificate: [UInt8]
    public let key: [UInt8]

    public init(certificate: [UInt8], key: [UInt8]) {
      self.certificate = certificate
      self.key = key
    }
  }
}
