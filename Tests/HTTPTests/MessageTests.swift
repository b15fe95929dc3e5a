import Diagnostics
import HTTP
import TestSupport
import Testing

@Suite("messages about requests")
struct MessageTests {
  static let failures: [HTTPFailure] =
    [
      .libraryMissing, .badAddress, .plainRefused, .badHeader("Authorization"), .badAuthorities, .badIdentity,
      .cancelled, .deadline, .unknownHost, .unreachable, .connectTimeout(seconds: 3), .proxyUnreachable,
      .proxyRefused(status: 407), .handshake, .certificateWanted, .answerTimeout(seconds: 2.5),
      .stalled(seconds: 5), .connectionLost(gotBytes: 0), .connectionLost(gotBytes: 10),
      .tooLarge(limit: 32 << 20), .headTooLarge(limit: 256 << 10), .garbled, .other(code: 99),
    ]
    + [.unknownAuthority, .selfSigned, .expired, .notYetValid, .wrongName, .other].map { .untrusted($0) }

  @Test("say what happened and what to do", arguments: Fixture.all(in: "messages"))
  func sentences(fixture: Fixture) throws {
    // The path keeps their order.
    let mistakes = Self.failures.enumerated().map { index, failure in
      Mistake(failure, path: "request-\(index + 10)", place: nil)
    }
    try fixture.expect(Report(mistakes).told)
  }
}
