import Bytes
import HTTP

/// Fetches some of what was published through the public address and compares it with what was sent.
///
/// A cache may lag behind, and a service may take its time to publish: what differs is asked for again, until patience
/// ends. Where no connection comes about at all, patience ends sooner, and nothing else is asked for.
public struct Verification: Sendable {
  private let address: PublicAddress
  private let client: Client
  private let pace: Pace
  private let patience: Duration
  private let silence: Duration

  /// - `patience` is how long something else may be served.
  /// - `silence` is how long nobody may answer.
  public init(
    at address: PublicAddress, patience: Duration, silence: Duration, client: Client? = nil,
    pace: Pace = .real
  ) {
    self.address = address
    self.patience = patience
    self.silence = silence
    self.pace = pace
    self.client =
      client
      ?? Client(
        limits: Limits(connecting: .seconds(10), total: .seconds(60), bytes: Self.largest),
        retries: .none, allowsPlain: address.origin.hasPrefix("http://"))
  }

  /// Compares; throws what still differs in the end, or that nobody answers. The latter is told to `hearing` when it is
  /// found out.
  public func callAsFunction(
    _ files: [SiteFile], telling progress: (_ done: Int, _ of: Int) -> Void = { _, _ in },
    hearing nobody: (HTTPFailure) -> Void = { _ in }
  ) throws(DeployFailure) {
    let start = pace.now()
    var pause = Duration.seconds(1)
    var left = files
    var isTold = false
    while true {
      let seen = look(at: left) { progress(files.count - left.count, files.count) }
      let end = start.advanced(by: seen.silence == nil ? patience : silence)
      let isPatient = pace.now().advanced(by: pause) < end
      if let failure = seen.silence {
        guard isPatient else { throw .unanswered(failure, at: address.origin) }
        if !isTold { nobody(failure) }
        isTold = true
      } else {
        left = seen.wrong.map(\.file)
        if left.isEmpty { return }
        guard isPatient else { throw .notServed(seen.wrong.map(\.finding)) }
      }
      pace.sleep(pause)
      pause = min(pause * 2, .seconds(15))
    }
  }

  /// What differs; or why there is no connection, which the first file tells for all.
  private func look(
    at files: [SiteFile], telling progress: () -> Void
  ) -> (wrong: [(file: SiteFile, finding: DeployFinding)], silence: HTTPFailure?) {
    var wrong: [(file: SiteFile, finding: DeployFinding)] = []
    for (index, file) in files.enumerated() {
      if let difference = difference(of: file) {
        if index == 0, case .unreachable(let failure) = difference, failure.isSilence { return ([], failure) }
        wrong.append((file, .wrongAfterwards(url: address.url(of: file.key), why: difference)))
      }
      progress()
    }
    return (wrong, nil)
  }

  /// The files that are asked for: where visitors come in, one asset, and so many more, those just sent first.
  ///
  /// Which ones they are changes from deploy to deploy, by the seed.
  public static func sample(of site: BuiltSite, _ plan: Plan, count: Int, seed: String) -> [SiteFile] {
    guard count > 0 else { return [] }
    let files = site.files.filter { isAskedFor($0) }
    let sent = Set(plan.uploads.map(\.file.key))
    let shuffled = files.map { (order: order(of: $0.key, seed), file: $0) }.sorted { $0.order < $1.order }
      .map(\.file)
    let entries = files.filter { ["index.html", "sitemap.xml", "feed.xml"].contains($0.key) }
    let asset = shuffled.first { $0.phase == .fingerprinted }
    let first = entries + (asset.map { [$0] } ?? [])
    let chosen = Set(first.map(\.key))
    let others = shuffled.filter { !chosen.contains($0.key) }
    return first
      + (others.filter { sent.contains($0.key) } + others.filter { !sent.contains($0.key) }).prefix(count)
  }
}

extension Verification {
  /// Larger files are taken for what they are.
  private static let largest = 32 << 20

  /// Files of the host's own are not served, and hidden ones seldom are.
  private static func isAskedFor(_ file: SiteFile) -> Bool {
    let name = file.key.lastPart
    return !["_headers", "_redirects", "CNAME", "404.html"].contains(name) && file.size < largest
      && !file.key.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private static func order(of key: String, _ seed: String) -> String {
    SecureDigest.sha256(of: Array("\(seed) \(key)".utf8)).hexadecimal
  }

  private func difference(of file: SiteFile) -> DeployFinding.Difference? {
    let answer: Response
    do throws(HTTPFailure) {
      answer = try client.send(Request(.get, address.url(of: file.key)))
    } catch {
      return .unreachable(error)
    }
    guard answer.status == 200 else { return .status(answer.status) }
    guard SecureDigest.sha256(of: answer.body).hexadecimal == file.fingerprint.sha256 else { return .content }
    let type = answer[header: "Content-Type"] ?? ""
    return Self.isUsable(type, for: file) ? nil : .contentType(type)
  }

  /// Whether a browser takes the file for what it is; servers differ in what they call the others.
  private static func isUsable(_ type: String, for file: SiteFile) -> Bool {
    func bare(_ type: String) -> String {
      type.split(separator: ";").first.map { $0.filter { $0 != " " }.lowercased() } ?? ""
    }
    let kinds: [String: Set<String>] = [
      "text/html": ["text/html"], "text/css": ["text/css"], "image/svg+xml": ["image/svg+xml"],
      "text/javascript": ["text/javascript", "application/javascript", "application/x-javascript"],
    ]
    return kinds[bare(file.headers.contentType)]?.contains(bare(type)) ?? true
  }
}

extension HTTPFailure {
  /// Whether no connection came about, so that the next file would not be told anything else.
  fileprivate var isSilence: Bool {
    switch self {
    case .unknownHost, .unreachable, .connectTimeout, .proxyUnreachable, .proxyRefused, .untrusted,
      .handshake,
      .certificateWanted:
      true
    default: false
    }
  }
}
