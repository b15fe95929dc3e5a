import Disk
import HTTP
import Language
import Synchronization

/// The lock that lets one deploy at a time into a bucket: an object that only one can make.
///
/// A deploy that ends without giving it back must not keep others out for ever. Its own machine knows the lock by what
/// is written in it and takes it again at once; others take it when nobody has renewed it for a while.
final class BucketLock: Sendable {
  private let bucket: Bucket
  private let body: [UInt8]
  private let renewed = Mutex(ContinuousClock.now)

  static let key = ".deploy/lock"
  /// How often a deploy under way says so.
  private static let interval = Duration.seconds(60)
  /// After so many seconds without a word a deploy is taken for dead.
  private static let patience = 900

  /// Takes the lock; `ours` is what this machine may have left in it.
  init(on bucket: Bucket, as token: String, ours: [String]) throws(DeployFailure) {
    self.bucket = bucket
    body = Array("\(token)\n".utf8)
    guard try !make(over: nil) else { return }
    let held = try bucket.send(.get, Self.key)
    if held.body == body { return }
    guard let version = held[header: "ETag"], Self.isDead(held, ours: ours),
      try make(over: version)
    else { throw .locked(by: bucket.prefix + Self.key) }
  }

  /// Says that the deploy is still under way, where that is due.
  func renew() throws(DeployFailure) {
    let isDue = renewed.withLock { last in
      guard last.duration(to: .now) >= Self.interval else { return false }
      last = .now
      return true
    }
    guard isDue else { return }
    let answer = try bucket.send(.put, Self.key, headers: Self.headers, body: body)
    guard (200...204).contains(answer.status) else { throw bucket.refusal(of: Self.key, answer) }
  }

  /// Gives the lock back.
  func release() throws(DeployFailure) { try bucket.delete(Self.key) }

  private static let headers = [Header("Content-Type", "text/plain"), Header("Cache-Control", "no-store")]

  /// Writes the lock where there is none, or only this version of it; false where that is not so.
  ///
  /// A store that knows no conditions lets everybody in.
  private func make(over version: String?) throws(DeployFailure) -> Bool {
    let answer =
      if let version {
        try bucket.replace(Self.key, version: version, Self.headers, body)
      } else {
        try bucket.send(
          .put, Self.key, headers: Self.headers + [Header("If-None-Match", "*")], body: body)
      }
    switch answer.status {
    case 200, 204, 501: return true
    case 404, 409, 412: return false
    default: throw bucket.refusal(of: Self.key, answer)
    }
  }

  private static func isDead(_ held: Response, ours: [String]) -> Bool {
    if held.status == 200, ours.contains(where: { held.body == Array("\($0)\n".utf8) }) { return true }
    // Both times are the store's own, so that no other clock matters.
    guard held.status == 200, let now = held.date,
      let then = held.lastModified
    else { return false }
    return now.seconds - then.seconds > patience
  }
}
