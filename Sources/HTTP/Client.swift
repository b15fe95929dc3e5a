/// Asks servers, and never more of them than its limits allow.
///
///     let client = Client(trust: Trust(authorities: pem))
///     let answer = try client.send(Request(.get, "https://127.0.0.1:6443/version"))
///
/// A request blocks its thread until the answer is whole; copies of a client share their connections. Redirects are not
/// followed: an answer that names another place is handed back as it is, so that credentials go nowhere else.
public struct Client: Sendable {
  public var trust: Trust
  public var proxy: Proxy
  public var limits: Limits
  public var retries: Retries
  public var pace: Pace
  /// Whether `http://` is allowed; without it every request is encrypted.
  public var allowsPlain: Bool
  public var cancellation: Cancellation?
  /// The instant by which all is over, tries and pauses included.
  public var deadline: ContinuousClock.Instant?

  private let connections = Connections()

  public init(
    trust: Trust = .system, proxy: Proxy = .environment, limits: Limits = Limits(),
    retries: Retries = Retries(), pace: Pace = .real, allowsPlain: Bool = false,
    cancellation: Cancellation? = nil, deadline: ContinuousClock.Instant? = nil
  ) {
    self.trust = trust
    self.proxy = proxy
    self.limits = limits
    self.retries = retries
    self.pace = pace
    self.allowsPlain = allowsPlain
    self.cancellation = cancellation
    self.deadline = deadline
  }

  /// Sends a request, again where that may help, and gives the answer whatever its status.
  public func send(_ request: Request) throws(HTTPFailure) -> Response {
    var attempt = 1
    while true {
      let outcome = trying(request)
      let pause = retries.pause(
        after: outcome, attempt: attempt, of: request.method, chance: pace.chance())
      guard let pause, fitsBeforeDeadline(pause) else { return try outcome.get() }
      try wait(pause)
      attempt += 1
    }
  }
}

extension Client {
  /// How often a pause looks whether it is still wanted.
  private static let slice = Duration.milliseconds(100)

  private func trying(_ request: Request) -> Result<Response, HTTPFailure> {
    Result { () throws(HTTPFailure) in
      let order = try Order(request, from: self)
      let connection = try connections.take()
      let response = try connection.carryOut(order)
      connections.give(back: connection)
      return response
    }
  }

  private func fitsBeforeDeadline(_ pause: Duration) -> Bool {
    guard let deadline else { return true }
    return pace.now().advanced(by: pause) < deadline
  }

  private func wait(_ pause: Duration) throws(HTTPFailure) {
    var left = pause
    while left > .zero {
      if cancellation?.isCancelled == true { throw .cancelled }
      pace.sleep(min(left, Self.slice))
      left -= Self.slice
    }
  }
}
