import Bytes
import Disk
import HTTP
import Nodes

/// A server that a source asks, with the credentials it is asked with.
struct SourceServer {
  private let client: Client
  private let address: String
  private let headers: [HTTP.Header]
  private let context: PullContext

  /// Fetches secrets and certificates; an address without encryption takes no secret further than this machine.
  init(
    _ settings: SourceSettings, headers: [HTTP.Header], in context: PullContext
  ) throws(SourceFinding) {
    let address = settings.address?.value ?? ""
    let isPlain = address.hasPrefix("http://")
    if isPlain, !headers.isEmpty, !Self.isOwnMachine(address) { throw .unencryptedSecret(address) }
    var trust = Trust(serverName: settings.serverName)
    if let path = settings.authority {
      do throws(DiskFailure) {
        trust.authorities = try File.read(context.path(path), limit: Self.largestCertificate)
      } catch {
        throw .noAuthority(path)
      }
    }
    self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
    self.headers = headers
    self.context = context
    client = Client(
      trust: trust, limits: settings.limits.http, allowsPlain: isPlain, cancellation: context.cancellation,
      deadline: context.deadline)
  }

  /// A bundle of all public authorities has a fourth of this.
  private static let largestCertificate = 1 << 20

  private static func isOwnMachine(_ address: String) -> Bool {
    let host = address.dropFirst("http://".count).prefix { $0 != "/" }
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
    return ["127.0.0.1", "localhost", "[::1]"].contains(String(name))
  }

  /// Asks for a path with its query.
  func get(_ path: String) throws(HTTPFailure) -> Response {
    try client.send(
      Request(.get, address + path, headers: headers + [HTTP.Header("Accept", "application/json")]))
  }
}
