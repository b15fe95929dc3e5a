import Diagnostics

/// Why no answer came, as facts.
///
/// None holds an address, a header or anything that a server said: what a failure says may be written down and
/// published.
public enum HTTPFailure: Error, Equatable, Sendable {
  // Ours, before anything is sent.
  case libraryMissing
  case badAddress
  case plainRefused
  case badHeader(String)
  case badAuthorities
  case badIdentity
  case cancelled
  case deadline

  // On the way there.
  case unknownHost
  case unreachable
  case connectTimeout(seconds: Double)
  case proxyUnreachable
  case proxyRefused(status: Int)
  case untrusted(Distrust)
  case handshake
  case certificateWanted

  // On the way back.
  case answerTimeout(seconds: Double)
  case stalled(seconds: Double)
  case connectionLost(gotBytes: Int)
  case tooLarge(limit: Int)
  case headTooLarge(limit: Int)
  case garbled
  /// What libcurl calls by this number and none of the above explains.
  case other(code: Int)

  /// Why a server's certificate does not convince.
  public enum Distrust: Equatable, Sendable {
    case unknownAuthority
    case selfSigned
    case expired
    case notYetValid
    case wrongName
    case other
  }
}

extension HTTPFailure {
  /// What may be different the next time; nil when nothing will.
  var occasion: Retries.Occasion? {
    switch self {
    case .unknownHost, .unreachable, .connectTimeout, .proxyUnreachable: .connecting
    case .connectionLost: .lost
    case .answerTimeout, .stalled: .timeout
    default: nil
    }
  }
}

extension HTTPFailure: Finding {
  public var severity: Severity { .error }

  public var code: String {
    switch self {
    case .libraryMissing: "http-library-missing"
    case .badAddress: "http-bad-address"
    case .plainRefused: "http-plain-refused"
    case .badHeader: "http-bad-header"
    case .badAuthorities: "http-bad-authorities"
    case .badIdentity: "http-bad-identity"
    case .cancelled: "http-cancelled"
    case .deadline: "http-deadline"
    case .unknownHost: "http-unknown-host"
    case .unreachable: "http-unreachable"
    case .connectTimeout: "http-connect-timeout"
    case .proxyUnreachable: "http-proxy-unreachable"
    case .proxyRefused: "http-proxy-refused"
    case .untrusted: "http-untrusted"
    case .handshake: "http-handshake"
    case .certificateWanted: "http-certificate-wanted"
    case .answerTimeout: "http-answer-timeout"
    case .stalled: "http-stalled"
    case .connectionLost: "http-connection-lost"
    case .tooLarge: "http-too-large"
    case .headTooLarge: "http-head-too-large"
    case .garbled: "http-garbled"
    case .other: "http-other"
    }
  }
}
