/// What is asked of a server.
public struct Request: Sendable {
  public var method: Method
  /// The whole URL, sent as it is written: no `..` is resolved, nothing is encoded.
  public var url: String
  public var headers: [Header]
  /// What is sent; nil sends no body at all, an empty one says that it is empty.
  public var body: [UInt8]?
  /// Whether the server may compress its answer; what arrives is unpacked, and the size limit counts what comes out.
  public var acceptsCompression: Bool
  /// Limits of this request alone, where they are others than the client's.
  public var limits: Limits?

  public init(
    _ method: Method = .get, _ url: String, headers: [Header] = [], body: [UInt8]? = nil,
    acceptsCompression: Bool = true, limits: Limits? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.acceptsCompression = acceptsCompression
    self.limits = limits
  }
}

extension Request {
  /// What is to be done with the thing at the URL.
  public enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case put = "PUT"
    case post = "POST"
    case delete = "DELETE"
    /// What caches of one's own take for an order to forget.
    case purge = "PURGE"

    /// Whether doing it twice does no more than doing it once.
    var isRepeatable: Bool { self != .post }
  }

  /// The first value of a header, whatever the case of its name.
  public subscript(header name: String) -> String? { headers.first { $0.isNamed(name) }?.value }
}
