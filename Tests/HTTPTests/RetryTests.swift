import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

/// A clock that stands still but for the pauses, which take no time and are written down.
private final class Rehearsal: Sendable {
  private let slept = Mutex<Duration>(.zero)
  private let start = ContinuousClock.now

  var pauses: Duration { slept.withLock { $0 } }

  func pace(chance: Double) -> Pace {
    Pace(
      now: { [self] in start.advanced(by: pauses) },
      sleep: { [self] pause in slept.withLock { $0 += pause } },
      chance: { chance })
  }
}

@Suite("a request that fails")
struct RetryTests {
  private func send(
    _ path: String, method: Request.Method = .get, retries: Retries = Retries(attempts: 3),
    chance: Double = 0.5,
    key: String = #function, change: (inout Client) -> Void = { _ in }
  ) throws -> (text: String, status: Int, pauses: Duration) {
    let rehearsal = Rehearsal()
    var client = try Loopback.client(retries: retries)
    client.pace = rehearsal.pace(chance: chance)
    change(&client)
    let url = try Loopback.server.get().url("good", path)
    let body: [UInt8]? = method == .post ? [65] : nil
    let response = try client.send(Request(method, url, body: body))
    return (String(decoding: response.body, as: UTF8.self), response.status, rehearsal.pauses)
  }

  @Test("is made again after pauses between nothing and a doubling ceiling")
  func jitter() throws {
    let half = try send("flaky/2/503/jitter-half")
    #expect(half.text == "attempt 3")
    #expect(half.pauses == .milliseconds(125 + 250))
    let none = try send("flaky/2/500/jitter-none", chance: 0)
    #expect(none.text == "attempt 3")
    #expect(none.pauses == .zero)
  }

  @Test("never waits longer than the longest pause")
  func ceiling() throws {
    let retries = Retries(attempts: 40, firstPause: .seconds(1), longestPause: .seconds(2))
    let outcome = try send("flaky/39/502/ceiling", retries: retries, chance: 0.5)
    #expect(outcome.text == "attempt 40")
    #expect(outcome.pauses == .milliseconds(500) + .seconds(1) * 38)
  }

  @Test("gives the last answer when there are no tries left")
  func exhausted() throws {
    let outcome = try send("flaky/9/504/exhausted")
    #expect(outcome.status == 504)
    #expect(outcome.text == "not yet")
  }

  @Test(
    "obeys Retry-After, in seconds or as a date",
    arguments: ["7", "Fri,_20_Nov_2026_12:12:07_GMT"])
  func retryAfter(wish: String) throws {
    let outcome = try send("flaky/1/429/after-\(wish.utf8.count)/\(wish)")
    #expect(outcome.text == "attempt 2")
    #expect(outcome.pauses == .seconds(7))
  }

  @Test("does not wait when Retry-After asks for longer than the longest pause")
  func retryMuchLater() throws {
    let outcome = try send("flaky/1/429/much-later/3600")
    #expect(outcome.status == 429)
    #expect(outcome.pauses == .zero)
  }

  @Test("is not made again for an answer that will stay the same")
  func finalAnswers() throws {
    for status in [400, 401, 403, 404, 410, 501] {
      let outcome = try send("flaky/1/\(status)/final-\(status)")
      #expect(outcome.status == status)
      #expect(outcome.pauses == .zero)
    }
  }

  @Test("a POST is made again only when the server says that it did nothing")
  func posts() throws {
    #expect(try send("flaky/1/503/post-503", method: .post).status == 503)
    #expect(try send("flaky/1/429/post-429", method: .post).text == "attempt 2")
  }

  @Test("is made again when the connection was not there or was lost")
  func connections() throws {
    let rehearsal = Rehearsal()
    var client = try Loopback.client(retries: Retries(attempts: 3))
    client.pace = rehearsal.pace(chance: 1)
    let fixed = client
    #expect(throws: HTTPFailure.unreachable) { try fixed.send(Request(.get, "https://127.0.0.1:1/")) }
    #expect(rehearsal.pauses == .milliseconds(250 + 500))
    #expect(throws: HTTPFailure.connectionLost(gotBytes: 10)) {
      try fixed.send(Request(.get, Loopback.server.get().url("good", "cut")))
    }
    #expect(rehearsal.pauses == .milliseconds(2 * (250 + 500)))
  }

  @Test("is not made again when the next try would begin after the deadline")
  func deadline() throws {
    let outcome = try send("flaky/9/503/deadline", retries: Retries(attempts: 20), chance: 1) { client in
      client.deadline = client.pace.now().advanced(by: .seconds(1))
    }
    #expect(outcome.status == 503)
    #expect(outcome.pauses == .milliseconds(250 + 500))
  }

  @Test("is cut off by the deadline, and none begins after it")
  func cutOff() throws {
    var client = try Loopback.client()
    client.deadline = .now.advanced(by: .milliseconds(300))
    let fixed = client
    let url = try Loopback.server.get().url("good", "never")
    #expect(throws: HTTPFailure.deadline) { try fixed.send(Request(.get, url)) }
    #expect(throws: HTTPFailure.deadline) { try fixed.send(Request(.get, url)) }
  }

  @Test("is given up when it is cancelled, while it waits for an answer or for the next try")
  func cancelled() throws {
    let cancellation = Cancellation()
    var client = try Loopback.client(limits: Limits(total: .seconds(20)))
    client.cancellation = cancellation
    client.pace = Pace(now: { .now }, sleep: { _ in cancellation.cancel() }, chance: { 1 })
    client.retries = Retries(attempts: 5, firstPause: .seconds(9))
    let waiting = client
    let url = try Loopback.server.get().url("good", "status/503")
    #expect(throws: HTTPFailure.cancelled) { try waiting.send(Request(.get, url)) }
    #expect(throws: HTTPFailure.cancelled) { try waiting.send(Request(.get, url)) }
    let other = Cancellation()
    client.cancellation = other
    let listening = client
    let never = try Loopback.server.get().url("good", "never")
    let results = try listening.send(
      [Request(.get, never), Request(.get, never)], whileDoing: { other.cancel() })
    #expect(results == [.cancelled, .cancelled])
  }
}

extension Client {
  /// Sends requests that are to fail, and does something meanwhile; their failures.
  fileprivate func send(
    _ requests: [Request], whileDoing work: @escaping @Sendable () -> Void
  ) throws -> [HTTPFailure?] {
    // A thread of its own: the pool that tests run on may be busy waiting.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.2)
      work()
    }
    return try send(requests, atOnce: 2).map { result in
      switch result {
      case .success: nil
      case .failure(let failure): failure
      }
    }
  }
}
