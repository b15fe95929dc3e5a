import Workers

extension Client {
  /// Sends many requests, so many at once, and gives the answers in the requests' order.
  public func send(
    _ requests: [Request], atOnce: Int = 4
  ) throws -> [Result<Response, HTTPFailure>] {
    try each(requests, atOnce: atOnce) { request in
      Result { () throws(HTTPFailure) in try send(request) }
    }
  }

  /// Does what takes several requests for each of many things, so many at once; the results in the things' order.
  public func each<Item: Sendable, Value: Sendable>(
    _ items: [Item], atOnce: Int = 4, _ body: @escaping @Sendable (Item) throws -> Value
  ) throws -> [Value] {
    try Workers(count: atOnce).map(items, body)
  }
}
