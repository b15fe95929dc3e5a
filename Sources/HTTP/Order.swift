/// A request checked and made ready, with all that the client lays down for it.
struct Order {
  let method: Request.Method
  let url: String
  let headers: [String]
  let body: [UInt8]?
  let acceptsCompression: Bool
  let allowsPlain: Bool
  let trust: Trust
  let proxy: Proxy
  let limits: Limits
  /// What is left of the time until the client's deadline, where that is less than the limit.
  let total: Duration
  let endsAtDeadline: Bool
  /// Where the connection goes, when that is another place than the URL names: `name:port:host:port`.
  let detour: String?
  let cancellation: Cancellation?

  init(_ request: Request, from client: Client) throws(HTTPFailure) {
    if client.cancellation?.isCancelled == true { throw .cancelled }
    guard let address = Address(request.url) else { throw .badAddress }
    guard client.allowsPlain || address.scheme == "https" else { throw .plainRefused }
    for header in request.headers where !header.isSound { throw .badHeader(header.name) }
    let limits = request.limits ?? client.limits
    let left = client.deadline.map { client.pace.now().duration(to: $0) } ?? limits.total
    guard left > .zero else { throw .deadline }
    (total, endsAtDeadline) = (min(left, limits.total), left < limits.total)
    self.limits = limits
    method = request.method
    body = request.body
    acceptsCompression = request.acceptsCompression
    allowsPlain = client.allowsPlain
    trust = client.trust
    proxy = client.proxy
    cancellation = client.cancellation
    var headers = request.headers
    if let name = client.trust.serverName, name.lowercased() != address.host.lowercased() {
      // The certificate's name goes into the URL, since that is the name checked; the rest is as if it had not.
      url = "\(address.scheme)://\(name):\(address.port)\(address.rest)"
      detour = "\(name):\(address.port):\(address.bracketed):\(address.port)"
      if request[header: "Host"] == nil { headers.append(Header("Host", address.authority)) }
    } else {
      (url, detour) = (request.url, nil)
    }
    if request[header: "User-Agent"] == nil { headers.append(Header("User-Agent", "sitegen")) }
    // A name with nothing behind it keeps libcurl from adding the header by itself.
    let unwanted = ["Expect", "Content-Type"].filter { request[header: $0] == nil }
    self.headers = headers.map(\.line) + unwanted.map { "\($0):" }
  }
}

extension Header {
  /// The header as libcurl wants it: one without a value ends in a semicolon.
  fileprivate var line: String { value.isEmpty ? "\(name);" : "\(name): \(value)" }
}
