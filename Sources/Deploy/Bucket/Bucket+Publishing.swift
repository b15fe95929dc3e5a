import Bytes
import HTTP
import Workers

extension Bucket {
  /// How many requests run at once.
  private static let atOnce = 8
  private static let lockKey = ".deploy/lock"

  /// Sends phase after phase, then the record, then deletes; whatever fails stops all that comes after it.
  public func publish(_ site: BuiltSite, _ plan: Plan, as release: String) throws(DeployFailure) {
    try lock(as: release)
    do throws(DeployFailure) {
      for phase in Phase.allCases {
        try each(plan.uploads(in: phase)) { upload throws(DeployFailure) in
          try put(upload.file, try site.bytes(of: upload.file))
        }
      }
      try put(Manifest.key, plan.manifest.json, type: "application/json", caching: "no-cache")
      try each(plan.deletes) { key throws(DeployFailure) in try delete(key) }
    } catch {
      try delete(Self.lockKey)
      throw error
    }
    try delete(Self.lockKey)
  }
}

extension Bucket {
  /// Does something for all of a list, several at once; the first failure ends it.
  private func each<Item: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) throws(DeployFailure) -> Void
  ) throws(DeployFailure) {
    do {
      _ = try Workers(count: Self.atOnce).map(items) { item in try body(item) }
    } catch let failure as DeployFailure {
      throw failure
    } catch {
      throw .noThreads
    }
  }

  /// A store that knows conditions lets only one deploy make the lock; one that does not takes no harm from it.
  private func lock(as release: String) throws(DeployFailure) {
    let body = Array("\(release)\n".utf8)
    let answer = try send(
      .put, Self.lockKey, headers: [Header("Content-Type", "text/plain"), Header("If-None-Match", "*")],
      body: body)
    switch answer.status {
    case 200, 204, 501: return
    case 409, 412: throw .locked(by: prefix + Self.lockKey)
    default: throw refusal(of: Self.lockKey, answer)
    }
  }

  private func put(_ file: SiteFile, _ bytes: [UInt8]) throws(DeployFailure) {
    try put(file.key, bytes, type: file.headers.contentType, caching: file.headers.cacheControl)
  }

  private func put(_ key: String, _ bytes: [UInt8], type: String, caching: String) throws(DeployFailure) {
    let headers = [
      Header("Content-Type", type), Header("Cache-Control", caching),
      // The store compares what arrived with it.
      Header("Content-MD5", SecureDigest.md5(of: bytes).base64),
    ]
    let answer = try send(.put, key, headers: headers, body: bytes)
    guard (200...204).contains(answer.status) else { throw refusal(of: key, answer) }
  }

  private func delete(_ key: String) throws(DeployFailure) {
    let answer = try send(.delete, key)
    guard (200...204).contains(answer.status) || answer.status == 404 else { throw refusal(of: key, answer) }
  }
}
