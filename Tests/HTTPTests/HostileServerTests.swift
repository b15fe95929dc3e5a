import HTTP
import TestSupport
import Testing

@Suite("a server that misbehaves")
struct HostileServerTests {
  private static let limits = Limits(
    connecting: .milliseconds(400), total: .milliseconds(700), bytes: 1 << 20)

  private func failure(
    _ path: String, at listener: String = "good", limits: Limits = limits,
    change: (inout Client) throws -> Void = { _ in }
  ) throws -> HTTPFailure? {
    var client = try Loopback.client(limits: limits)
    try change(&client)
    let url = try Loopback.server.get().url(listener, path)
    do throws(HTTPFailure) {
      _ = try client.send(Request(.get, url))
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "is told apart by what it did",
    arguments: [
      ("never", HTTPFailure.answerTimeout(seconds: 0.7)),
      ("hang", .answerTimeout(seconds: 0.7)),
      ("drip", .answerTimeout(seconds: 0.7)),
      ("close", .connectionLost(gotBytes: 0)),
      ("half", .connectionLost(gotBytes: 0)),
      ("cut", .connectionLost(gotBytes: 10)),
      ("endless", .tooLarge(limit: 1 << 20)),
      ("bomb", .tooLarge(limit: 1 << 20)),
      ("head", .headTooLarge(limit: 256 << 10)),
      ("rubbish", .garbled),
    ])
  func answers(path: String, expected: HTTPFailure) throws {
    #expect(try failure(path) == expected)
  }

  @Test("may fall silent on a connection that was fine before")
  func reused() throws {
    let client = try Loopback.client(limits: Self.limits)
    let server = try Loopback.server.get()
    _ = try client.send(Request(.get, server.url("good", "status/204")))
    #expect(throws: HTTPFailure.answerTimeout(seconds: 0.7)) {
      try client.send(Request(.get, server.url("good", "never")))
    }
  }

  @Test("a bomb of eight megabytes is within a limit of eight")
  func bombWithinLimits() throws {
    var limits = Self.limits
    limits.bytes = 8 << 20
    limits.total = .seconds(5)
    #expect(try failure("bomb", limits: limits) == nil)
  }

  @Test(
    "does not convince by its certificate",
    arguments: [
      ("other", HTTPFailure.untrusted(.wrongName)), ("expired", .untrusted(.expired)),
      ("lone", .untrusted(.selfSigned)),
    ])
  func certificates(listener: String, expected: HTTPFailure) throws {
    #expect(try failure("", at: listener) == expected)
    #expect(try failure("", at: listener) { $0.trust.verifiesServer = false } == nil)
  }

  @Test("is not vouched for by the system's authorities")
  func systemAuthorities() throws {
    #expect(try failure("") { $0.trust = .system } == .untrusted(.unknownAuthority))
  }

  @Test("speaks no TLS, or nothing at all")
  func handshakes() throws {
    #expect(try failure("", at: "plain") == .handshake)
    #expect(try failure("", at: "mute") == .connectTimeout(seconds: 0.4))
  }

  @Test("wants a certificate that the client does not have")
  func clientCertificate() throws {
    let without = try failure("", at: "mutual")
    #expect(without == .certificateWanted || without == .connectionLost(gotBytes: 0) || without == .handshake)
    let server = try Loopback.server.get()
    let key = try server.certificates.read("other.key")
    let certificate = try server.certificates.read("client.pem")
    #expect(
      try failure("", at: "mutual") { $0.trust.identity = .init(certificate: certificate, key: key) }
        == .badIdentity)
    #expect(
      try failure("", at: "mutual") { $0.trust.identity = .init(certificate: [65], key: key) } == .badIdentity
    )
  }

  @Test("authorities that are no certificates are refused")
  func authorities() throws {
    #expect(try failure("") { $0.trust.authorities = Array("no certificate".utf8) } == .badAuthorities)
    #expect(try failure("") { $0.trust.authorities = [] } == .badAuthorities)
  }

  @Test("leaves while it is being sent to")
  func leaving() throws {
    let client = try Loopback.client()
    let body = [UInt8](repeating: 65, count: 16 << 20)
    let url = try Loopback.server.get().url("slamming")
    #expect(throws: HTTPFailure.connectionLost(gotBytes: 0)) {
      try client.send(Request(.put, url, body: body))
    }
  }

  @Test("stalls")
  func stall() throws {
    var limits = Limits(total: .seconds(20), stall: .seconds(1))
    limits.connecting = .seconds(2)
    #expect(try failure("hang", limits: limits) == .stalled(seconds: 1))
  }

  @Test("is not there")
  func absent() throws {
    let client = try Loopback.client(limits: Self.limits)
    #expect(throws: HTTPFailure.unreachable) { try client.send(Request(.get, "https://127.0.0.1:1/")) }
    #expect(throws: HTTPFailure.unknownHost) { try client.send(Request(.get, "https://nowhere.invalid/")) }
  }
}
