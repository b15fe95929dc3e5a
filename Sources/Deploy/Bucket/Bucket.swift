import Bytes
import Diagnostics
import Disk
import HTTP
import Language
import Synchronization

/// A bucket of an object store, or a folder of one, into which the files of a site are put one by one.
public struct Bucket: Sendable {
  private let client: Client
  private let signer: Signer
  /// `https://s3.example.org`
  private let origin: String
  private let host: String
  /// What stands before the keys in paths: `/bucket/`, or `/` where the host names the bucket.
  private let root: String
  /// The folder of the bucket, with a slash at its end; empty for all of it.
  let prefix: String
  /// A folder of our own for what is remembered from one deploy to the next.
  let scratch: Path?
  /// Compresses what is sent compressed; nil where nothing is.
  let compressor: Compressor?
  private let clock: Clock

  /// What the store wants to know of who comes.
  public struct Credentials: Sendable {
    let key: String
    let secret: String
    let token: String?

    public init(key: String, secret: String, token: String?) {
      self.key = key
      self.secret = secret
      self.token = token
    }
  }

  public init(
    _ settings: BucketSettings, credentials: Credentials, scratch: Path? = nil, client: Client? = nil,
    now: Instant
  ) {
    let isAmazon = settings.endpoint == nil
    let region = isAmazon && settings.region == "auto" ? "us-east-1" : settings.region
    let endpoint = settings.endpoint ?? "https://s3.\(region).amazonaws.com"
    let parts = endpoint.split(separator: "/", omittingEmptySubsequences: true)
    let scheme = parts.first.map(String.init) ?? "https:"
    let base = parts.count > 1 ? String(parts[1]) : ""
    host = settings.style == .virtual ? "\(settings.bucket).\(base)" : base
    origin = "\(scheme)//\(host)"
    root = settings.style == .virtual ? "/" : "/\(settings.bucket.percentEncoded(keeping: .unreserved))/"
    let folder = settings.prefix.split(separator: "/").joined(separator: "/")
    prefix = folder.isEmpty ? "" : "\(folder)/"
    signer = Signer(
      key: credentials.key, secret: credentials.secret, token: credentials.token, region: region)
    self.client =
      client
      ?? Client(
        // A large file may take its time on a slow line; a line on which nothing moves is given up.
        limits: Limits(connecting: .seconds(10), total: .seconds(7200), stall: .seconds(60), bytes: 64 << 20),
        retries: Retries(attempts: 5, occasions: [.connecting, .lost, .timeout]),
        allowsPlain: scheme == "http:")
    clock = Clock(now)
    self.scratch = scratch
    compressor = settings.gzip ? scratch.map { Compressor(in: $0.appending("compressed")) } : nil
  }

  /// Sends a signed request for a key of the bucket, or for the bucket itself; once more when only our clock was wrong.
  func send(
    _ method: Request.Method, _ key: String?, query: [(String, String)] = [], headers: [Header] = [],
    body: [UInt8] = []
  ) throws(DeployFailure) -> Response {
    let path = root + (key.map { (prefix + $0).percentEncoded(keeping: .strictPath) } ?? "")
    let time = clock.now
    let response = try attempt(method, path, query, headers, body, at: time.instant)
    // What was asked for may be long, and is no refusal.
    guard response.status >= 400 else { return response }
    switch (response.status, Self.errorCode(in: response.body)) {
    case (403, "RequestTimeTooSkewed"):
      guard let theirs = response.date, !time.isAdopted else { return response }
      clock.adopt(theirs)
      return try attempt(method, path, query, headers, body, at: clock.now.instant)
    // The store waited for our bytes in vain: the line was busy.
    case (400, "RequestTimeout"):
      return try attempt(method, path, query, headers, body, at: clock.now.instant)
    default: return response
    }
  }

  private func attempt(
    _ method: Request.Method, _ path: String, _ query: [(String, String)], _ headers: [Header],
    _ body: [UInt8], at instant: Instant
  ) throws(DeployFailure) -> Response {
    let signed = signer.signed(
      method, host: host, path: path, query: query, headers: headers, body: body, at: instant)
    let written = query.isEmpty ? "" : "?\(Signer.written(query))"
    let sendsBody = method == .put || method == .post
    do throws(HTTPFailure) {
      return try client.send(
        Request(
          method, "\(origin)\(path)\(written)", headers: signed, body: sendsBody ? body : nil,
          acceptsCompression: false))
    } catch {
      throw .http(error, host: host)
    }
  }

  /// What the store calls its refusal: the text of `<Code>`.
  static func errorCode(in body: [UInt8]) -> String {
    XMLText(body).first("Code") ?? ""
  }
}

/// The time as requests are signed with: ours, until a store tells that it is wrong.
private final class Clock: Sendable {
  private let start = ContinuousClock.now
  private let state: Mutex<(base: Instant, isAdopted: Bool)>

  init(_ now: Instant) { state = Mutex((now, false)) }

  /// The time, and whether a store has told it: then it is not asked for again.
  var now: (instant: Instant, isAdopted: Bool) {
    let passed = Int(start.duration(to: .now).components.seconds)
    return state.withLock { ($0.base.adding(seconds: passed), $0.isAdopted) }
  }

  /// Takes over a store's time; of several requests that were signed with a wrong one, the first counts.
  func adopt(_ theirs: Instant) {
    let passed = Int(start.duration(to: .now).components.seconds)
    state.withLock { state in
      guard !state.isAdopted else { return }
      state = (theirs.adding(seconds: -passed), true)
    }
  }
}
