import Bytes
import HTTP
import Synchronization
import Workers

extension Bucket {
  /// How many requests run at once.
  static let atOnce = 8

  /// Sends phase after phase, then the record, then deletes; whatever fails stops all that comes after it.
  ///
  /// What is going to be done is written down first, so that the next run understands what a stopped one left.
  public func publish(
    _ site: BuiltSite, _ plan: Plan, over state: TargetState, as release: String, _ course: Course
  ) throws(DeployFailure) {
    let token = "\(release) \(UInt64.random(in: 0...UInt64.max))"
    let memory = try LockMemory(in: scratch, writing: token)
    let lock = try BucketLock(on: self, as: token, ours: memory.before)
    do throws(DeployFailure) {
      let shipments = try Shipments(of: plan, from: site, compressing: compressor)
      try put(Manifest.pendingKey, shipments.completing(plan.pending).json)
      let sent = Mutex(0)
      for phase in Phase.allCases {
        try each(plan.uploads(in: phase)) { upload throws(DeployFailure) in
          try lock.renew()
          try put(try shipments[upload.file])
          course.progress(
            sent.withLock {
              $0 += 1
              return $0
            }, plan.uploads.count)
        }
      }
      try put(record: shipments.completing(plan.manifest), over: state.version)
      try course.purge()
      for keys in plan.deletesInOrder {
        try each(keys) { key throws(DeployFailure) in
          try lock.renew()
          try delete(key)
        }
      }
      try delete(Manifest.pendingKey)
    } catch {
      // What went wrong first is what matters; a lock that stays behind is known again by the next run.
      _ = Result { () throws(DeployFailure) in try lock.release() }
      throw error
    }
    try lock.release()
    try memory.forget()
  }
}

extension Bucket {
  /// Does something for all of a list, several at once; the first failure ends it.
  @discardableResult
  func each<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) throws(DeployFailure) -> Result
  ) throws(DeployFailure) -> [Result] {
    do {
      return try Workers(count: Self.atOnce).map(items) { item in try body(item) }
    } catch let failure as DeployFailure {
      throw failure
    } catch {
      throw .noThreads
    }
  }

  private func put(_ shipment: Shipments.Shipment) throws(DeployFailure) {
    var headers = [
      Header("Content-Type", shipment.headers.contentType),
      Header("Cache-Control", shipment.headers.cacheControl),
    ]
    headers += shipment.headers.others.map { Header($0.name, $0.value) }
    if shipment.isCompressed { headers.append(Header("Content-Encoding", "gzip")) }
    let answer = try put(shipment.key, shipment.bytes, headers)
    guard (200...204).contains(answer.status) else { throw refusal(of: shipment.key, answer) }
  }

  /// Writes the record unless somebody else has written one since ours was read.
  private func put(record: Manifest, over version: String?) throws(DeployFailure) {
    let bytes = record.json
    let headers = Self.ownHeaders + [Self.digest(of: bytes)]
    let answer =
      if let version {
        try replace(Manifest.key, version: version, headers, bytes)
      } else {
        try send(.put, Manifest.key, headers: headers + [Header("If-None-Match", "*")], body: bytes)
      }
    switch answer.status {
    case 200...204: return
    // A store that knows no conditions.
    case 501: try put(Manifest.key, bytes)
    case 409, 412:
      // The answer to the first try may have been lost on its way.
      guard try send(.get, Manifest.key).body == bytes else { throw .locked(by: prefix + Manifest.key) }
    default: throw refusal(of: Manifest.key, answer)
    }
  }

  private func put(_ key: String, _ bytes: [UInt8]) throws(DeployFailure) {
    let answer = try put(key, bytes, Self.ownHeaders)
    guard (200...204).contains(answer.status) else { throw refusal(of: key, answer) }
  }

  private static let ownHeaders = [
    Header("Content-Type", "application/json"), Header("Cache-Control", "no-cache"),
  ]

  private func put(_ key: String, _ bytes: [UInt8], _ headers: [Header]) throws(DeployFailure) -> Response {
    try send(.put, key, headers: headers + [Self.digest(of: bytes)], body: bytes)
  }

  /// The store compares what arrived with it.
  private static func digest(of bytes: [UInt8]) -> Header {
    Header("Content-MD5", SecureDigest.md5(of: bytes).base64)
  }

  /// Writes an object where its version is still this one.
  ///
  /// A version is quoted. Ceph 16 compares it with its own without quotes, and so refuses each one: where the version is
  /// what it was and the store refuses all the same, it is written without them.
  func replace(
    _ key: String, version: String, _ headers: [Header], _ body: [UInt8]
  ) throws(DeployFailure) -> Response {
    let answer = try send(.put, key, headers: headers + [Header("If-Match", version)], body: body)
    let bare = String(decoding: version.utf8.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    guard answer.status == 412, bare != version, try send(.head, key)[header: "ETag"] == version else {
      return answer
    }
    return try send(.put, key, headers: headers + [Header("If-Match", bare)], body: body)
  }

  func delete(_ key: String) throws(DeployFailure) {
    let answer = try send(.delete, key)
    guard (200...204).contains(answer.status) || answer.status == 404 else { throw refusal(of: key, answer) }
  }
}
