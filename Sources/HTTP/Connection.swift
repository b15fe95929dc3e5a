import CCurl
import Synchronization

/// One handle of libcurl with its live connections, used by one thread at a time.
///
/// All pointers of libcurl stay in this file.
struct Connection: ~Copyable {
  private let handle: UnsafeMutableRawPointer

  init() throws(HTTPFailure) {
    guard sitegen_curl_open() == nil, let handle = sitegen_curl_new() else { throw .libraryMissing }
    self.handle = handle
  }

  deinit { sitegen_curl_free(handle) }

  /// Takes over a handle that was put aside.
  fileprivate init(address: UInt) {
    guard let handle = UnsafeMutableRawPointer(bitPattern: address) else {
      preconditionFailure("no handle was put aside")
    }
    self.handle = handle
  }

  /// Puts the handle aside.
  fileprivate consuming func put() -> UInt {
    let address = UInt(bitPattern: handle)
    discard self
    return address
  }

  /// Sends the request and waits for the answer.
  func carryOut(_ order: Order) throws(HTTPFailure) -> Response {
    sitegen_curl_reset(handle)
    let receiver = Receiver(limits: order.limits, cancellation: order.cancellation)
    let headers = CurlList(order.headers)
    let detours = CurlList(order.detour.map { [$0] } ?? [])
    try set(order)
    sitegen_curl_set_list(handle, CURLOPT_HTTPHEADER, headers.first)
    if order.detour != nil { sitegen_curl_set_list(handle, CURLOPT_CONNECT_TO, detours.first) }
    let code = withExtendedLifetime((receiver)) {
      receive(with: receiver)
      return sending(order.body ?? [], of: order) { sitegen_curl_perform(handle) }
    }
    // What the options point to dies here; the next request resets them before it looks.
    guard code == CURLE_OK else { throw failure(code, of: order, got: receiver) }
    let status = Int(sitegen_curl_number(handle, CURLINFO_RESPONSE_CODE))
    return Response(status: status, headers: receiver.headers, body: receiver.body)
  }
}

extension Connection {
  private func set(_ order: Order) throws(HTTPFailure) {
    text(CURLOPT_URL, order.url)
    text(CURLOPT_PROTOCOLS_STR, order.allowsPlain ? "http,https" : "https")
    number(CURLOPT_PATH_AS_IS, 1)
    number(CURLOPT_FOLLOWLOCATION, 0)
    number(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    number(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    // One request at a time goes over a connection: nothing is there to be interleaved.
    number(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    // No signal handlers in a program with threads; a name server that hangs must not hold up the end either.
    number(CURLOPT_NOSIGNAL, 1)
    number(CURLOPT_QUICK_EXIT, 1)
    number(CURLOPT_CONNECTTIMEOUT_MS, min(order.limits.connecting, order.total).milliseconds)
    number(CURLOPT_TIMEOUT_MS, order.total.milliseconds)
    if order.acceptsCompression { text(CURLOPT_ACCEPT_ENCODING, "gzip, deflate") }
    switch order.proxy {
    case .environment: break
    case .none: text(CURLOPT_PROXY, "")
    case .address(let address):
      text(CURLOPT_PROXY, address)
      text(CURLOPT_NOPROXY, "")
    }
    try set(order.trust)
  }

  private func set(_ trust: Trust) throws(HTTPFailure) {
    number(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    number(CURLOPT_SSL_VERIFYPEER, trust.verifiesServer ? 1 : 0)
    number(CURLOPT_SSL_VERIFYHOST, trust.verifiesServer ? 2 : 0)
    if let authorities = trust.authorities {
      guard !authorities.isEmpty else { throw .badAuthorities }
      blob(CURLOPT_CAINFO_BLOB, authorities)
      // The folder of the system's authorities would be asked as well.
      sitegen_curl_set_text(handle, CURLOPT_CAPATH, nil)
    }
    guard let identity = trust.identity else { return }
    guard !identity.certificate.isEmpty, !identity.key.isEmpty else { throw .badIdentity }
    blob(CURLOPT_SSLCERT_BLOB, identity.certificate)
    blob(CURLOPT_SSLKEY_BLOB, identity.key)
  }

  /// Lends the body to libcurl for as long as it sends.
  private func sending(_ body: [UInt8], of order: Order, _ perform: () -> CURLcode) -> CURLcode {
    switch order.method {
    case .get where order.body == nil: number(CURLOPT_HTTPGET, 1)
    case .head where order.body == nil: number(CURLOPT_NOBODY, 1)
    default:
      text(CURLOPT_CUSTOMREQUEST, order.method.rawValue)
      guard order.body != nil else { break }
      // An empty array has no address, and without one libcurl would ask where the body is.
      return (body.isEmpty ? [0] : body).withUnsafeBytes { bytes in
        number(CURLOPT_POST, 1)
        text(CURLOPT_CUSTOMREQUEST, order.method.rawValue)
        sitegen_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
        sitegen_curl_set_pointer(handle, CURLOPT_POSTFIELDS, bytes.baseAddress)
        return perform()
      }
    }
    return perform()
  }

  private func receive(with receiver: Receiver) {
    let place = Unmanaged.passUnretained(receiver).toOpaque()
    sitegen_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, place in
      Connection.receiver(at: place).take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    sitegen_curl_set_pointer(handle, CURLOPT_WRITEDATA, place)
    sitegen_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, place in
      Connection.receiver(at: place).take(line: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    sitegen_curl_set_pointer(handle, CURLOPT_HEADERDATA, place)
    sitegen_curl_set_watcher(handle) { place, _, received, _, sent in
      Connection.receiver(at: place).mayGoOn(after: Int(received + sent)) ? 0 : 1
    }
    sitegen_curl_set_pointer(handle, CURLOPT_XFERINFODATA, place)
    number(CURLOPT_NOPROGRESS, 0)
  }

  private static func receiver(at place: UnsafeMutableRawPointer?) -> Receiver {
    guard let place else { preconditionFailure("libcurl forgot whom it serves") }
    return Unmanaged<Receiver>.fromOpaque(place).takeUnretainedValue()
  }

  private func number(_ option: CURLoption, _ value: Int) { sitegen_curl_set_number(handle, option, value) }

  private func text(_ option: CURLoption, _ value: String) { sitegen_curl_set_text(handle, option, value) }

  private func blob(_ option: CURLoption, _ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { sitegen_curl_set_blob(handle, option, $0.baseAddress, $0.count) }
  }
}

extension Connection {
  /// Tells what a code means for this request.
  private func failure(_ code: CURLcode, of order: Order, got receiver: Receiver) -> HTTPFailure {
    if let stop = receiver.stop {
      switch stop {
      case .cancelled: return .cancelled
      case .stalled: return .stalled(seconds: (order.limits.stall ?? .zero).inSeconds)
      case .bodyTooLarge: return .tooLarge(limit: order.limits.bytes)
      case .headTooLarge: return .headTooLarge(limit: Limits.headBytes)
      }
    }
    let proxyStatus = Int(sitegen_curl_number(handle, CURLINFO_HTTP_CONNECTCODE))
    switch code {
    case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: return .badAddress
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: return .proxyUnreachable
    case CURLE_COULDNT_RESOLVE_HOST: return .unknownHost
    case CURLE_COULDNT_CONNECT:
      if case .address = order.proxy { return .proxyUnreachable }
      return .unreachable
    case CURLE_OPERATION_TIMEDOUT: return timeout(of: order)
    case CURLE_SSL_CONNECT_ERROR: return .handshake
    case CURLE_PEER_FAILED_VERIFICATION: return .untrusted(distrust)
    case CURLE_SSL_CACERT_BADFILE: return .badAuthorities
    case CURLE_SSL_CERTPROBLEM: return .badIdentity
    case CURLE_SSL_CLIENTCERT: return .certificateWanted
    case CURLE_RECV_ERROR where proxyStatus >= 300: return .proxyRefused(status: proxyStatus)
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE:
      return .connectionLost(gotBytes: receiver.body.count)
    case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING, CURLE_UNSUPPORTED_PROTOCOL: return .garbled
    default: return .other(code: Int(code.rawValue))
    }
  }

  private func timeout(of order: Order) -> HTTPFailure {
    // On a connection that is used again, nothing is connected but something is about to be sent.
    let isConnected = sitegen_curl_size(handle, CURLINFO_PRETRANSFER_TIME_T) > 0
    let spent = Duration.microseconds(sitegen_curl_size(handle, CURLINFO_TOTAL_TIME_T))
    // libcurl counts in milliseconds, and may round the last one down.
    let isOver = spent + .milliseconds(2) >= order.total
    if isOver, order.endsAtDeadline { return .deadline }
    if !isConnected { return .connectTimeout(seconds: min(order.limits.connecting, order.total).inSeconds) }
    return .answerTimeout(seconds: order.total.inSeconds)
  }

  /// What OpenSSL found wrong; its numbers are those of X509_V_ERR_….
  private var distrust: HTTPFailure.Distrust {
    switch sitegen_curl_number(handle, CURLINFO_SSL_VERIFYRESULT) {
    // The name is looked at only when all else is in order, or was not looked at.
    case 0, 1, 62, 64: .wrongName
    case 9: .notYetValid
    case 10: .expired
    case 18: .selfSigned
    case 2, 19, 20, 21: .unknownAuthority
    default: .other
    }
  }
}

/// The handles that are not in use just now, with their connections.
final class Connections: Sendable {
  /// Pointers are not to be handed from thread to thread, addresses are; each belongs to one thread at a time.
  private let idle = Mutex<[UInt]>([])

  /// Takes a handle with a live connection, or a new one.
  func take() throws(HTTPFailure) -> Connection {
    guard let address = idle.withLock({ $0.popLast() }) else { return try Connection() }
    return Connection(address: address)
  }

  func give(back connection: consuming Connection) {
    let address = connection.put()
    idle.withLock { $0.append(address) }
  }

  deinit {
    for address in idle.withLock({ $0 }) { _ = Connection(address: address) }
  }
}

/// A list of texts that libcurl reads while it works.
private struct CurlList: ~Copyable {
  let first: UnsafeMutablePointer<curl_slist>?

  init(_ texts: [String]) {
    first = texts.reduce(nil) { list, text in sitegen_curl_append(list, text) ?? list }
  }

  deinit { sitegen_curl_free_list(first) }
}

extension Duration {
  fileprivate var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
  fileprivate var milliseconds: Int { max(1, Int(inSeconds * 1_000)) }
}
