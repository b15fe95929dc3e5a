import Language

/// What a server answered, whatever its status.
public struct Response: Sendable {
  public let status: Int
  public let headers: [Header]
  public let body: [UInt8]

  public init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first value of a header, whatever the case of its name.
  public subscript(header name: String) -> String? { headers.first { $0.isNamed(name) }?.value }

  /// The server's own clock, when it told.
  public var date: Instant? { self[header: "Date"].flatMap(HTTPDate.read) }
}
