import Bytes
import Disk
import HTTP
import Workers

/// Makes a cache forget what a deploy has changed: by orders to its service, the token in a header and nowhere else.
///
/// What is ordered is written down first, so that after a failure the next deploy orders it again.
public struct Purge: Sendable {
  private let settings: PurgeSettings
  private let token: String?
  private let client: Client
  /// Where the addresses are kept that a cache has not been told of yet.
  private let memory: Path

  public init(_ settings: PurgeSettings, token: String?, client: Client? = nil, scratch: Path) {
    self.settings = settings
    self.token = token
    memory = scratch.appending("unpurged")
    self.client =
      client
      ?? Client(
        limits: Limits(connecting: .seconds(10), total: .seconds(60), bytes: 1 << 20),
        retries: Retries(attempts: 4, occasions: [.connecting, .lost, .timeout]),
        allowsPlain: settings.url?.hasPrefix("http://") == true)
  }

  /// Tells whether an earlier deploy could not make the cache forget.
  public var isDue: Bool { File.exists(memory) }

  /// Sends the orders for some addresses, and for those of earlier deploys whose orders failed.
  public func callAsFunction(_ urls: [String]) throws(DeployFailure) {
    let all = Set(urls).union(try remembered()).sorted()
    guard !all.isEmpty else { return }
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try File.makeFolders(memory.parent)
      try File.write(Array(all.map { "\($0)\n" }.joined().utf8), to: memory)
    }
    for order in orders(for: all) { try send(order) }
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.remove(memory) }
  }
}

extension Plan {
  /// The addresses under which a cache may hold what this plan changes or deletes.
  public func staleAddresses(at address: PublicAddress) -> [String] {
    // A fingerprinted asset never changes; a new one may have been asked for before it was there.
    (uploads.map(\.file.key) + deletes).map(address.url)
  }
}

extension Purge {
  private struct Order {
    let url: String
    let body: [UInt8]?
  }

  /// More addresses than this many orders name: then everything is forgotten, where the service knows how.
  private static let mostOrders = 20

  private func remembered() throws(DeployFailure) -> [String] {
    guard isDue else { return [] }
    let bytes = try DeployFailure.onDisk { () throws(DiskFailure) in try File.read(memory) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func orders(for urls: [String]) -> [Order] {
    if endpoint.contains("{url}") {
      return urls.map {
        Order(url: endpoint.replacing("{url}", by: $0.percentEncoded(keeping: .unreserved)), body: nil)
      }
    }
    let batches = stride(from: 0, to: urls.count, by: settings.batch).map {
      urls[$0..<min($0 + settings.batch, urls.count)]
    }
    let everything =
      settings.everything ?? (settings.cloudflareZone == nil ? nil : #"{"purge_everything":true}"#)
    if batches.count > Self.mostOrders, let everything {
      return [Order(url: endpoint, body: Array(everything.utf8))]
    }
    let template = settings.body ?? #"{"files":{urls}}"#
    return batches.map { batch in
      var list: [UInt8] = []
      for (index, url) in batch.enumerated() {
        list.append(index == 0 ? "[" : ",")
        list.append(jsonString: url)
      }
      list.append("]")
      return Order(
        url: endpoint,
        body: Array(template.replacing("{urls}", by: String(decoding: list, as: UTF8.self)).utf8))
    }
  }

  private var endpoint: String {
    settings.url
      ?? "https://api.cloudflare.com/client/v4/zones/\(settings.cloudflareZone ?? "")/purge_cache"
  }

  private func send(_ order: Order) throws(DeployFailure) {
    var headers = order.body == nil ? [] : [Header("Content-Type", "application/json")]
    if let token, let colon = settings.header.firstIndex(of: ":") {
      let value = settings.header[settings.header.index(after: colon)...].drop { $0 == " " }
      headers.append(
        Header(String(settings.header[..<colon]), String(value).replacing("{token}", by: token)))
    }
    let host = PublicAddress(order.url).host
    let answer: Response
    do throws(HTTPFailure) {
      answer = try client.send(
        Request(settings.method.verb, order.url, headers: headers, body: order.body))
    } catch {
      throw .http(error, host: host)
    }
    // Some services say 200 to what they refuse.
    let said = String(decoding: answer.body, as: UTF8.self)
    guard (200..<300).contains(answer.status), !said.contains("\"success\":false") else {
      throw .purge(host: host, status: answer.status, said: scrubbed(said))
    }
  }

  /// The beginning of an answer on one line, without the token, should it be repeated there.
  private func scrubbed(_ said: String) -> String {
    let line = said.split { $0 == "\n" || $0 == "\r" }.joined(separator: " ")
    let clean = token.map { $0.isEmpty ? line : line.replacing($0, by: "***") } ?? line
    return String(clean.prefix(200))
  }
}

extension PurgeSettings.Method {
  fileprivate var verb: Request.Method {
    switch self {
    case .post: .post
    case .put: .put
    case .get: .get
    case .delete: .delete
    case .purge: .purge
    }
  }
}

extension String {
  fileprivate func replacing(_ part: String, by other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
