import Workers

extension Client {
  /// Sends many requests, so many at once, and gives the answers in the requests' order.
  public func send(
    _ requests: [Request], atOnce: Int = 4
  ) throws -> [Result<Response, HTTPFailure>] {
    try Workers(count: atOnce).map(requests) { request in
      Result { () throws(HTTPFailure) in try send(request) }
    }
  }
}
