import Foundation
import HTTP
import TestSupport
import Testing

@testable import Preview

/// What no browser would send: each is refused in its way, and the preview goes on.
@Suite("Hostile requests", .serialized)
struct HostileTests {
  private static let host = "Host: localhost\r\n"

  private func site() throws -> (shown: Shown, port: Int) {
    let shown = try Shown([
      "site.yaml": "title: Casa\n", "content/a.md": "# A\n", "static/x.txt": "hola\n",
      "secreto.txt": "SECRETO\n",
    ])
    return (shown, try #require(URL(string: shown.address)?.port))
  }

  /// Requests, each with the statuses that are right for it; 0 stands for an end without an answer.
  private static var requests: [(String, Set<Int>)] {
    var all: [(String, Set<Int>)] = []
    func get(_ path: String, _ statuses: Int...) {
      all.append(("GET \(path) HTTP/1.1\r\n\(host)\r\n", Set(statuses)))
    }
    let ups = ["..", "%2e%2e", "%2E%2E", ".%2e", "%2e.", "..%00", "..%5c"]
    for up in ups {
      for tail in ["/secreto.txt", "/etc/passwd", "%2fsecreto.txt", "/./x.txt"] {
        get("/\(up)\(tail)", 400, 404)
        get("/static/\(up)/\(up)\(tail)", 400, 404)
        get("/x.txt/\(up)\(tail)", 400, 404)
      }
    }
    for path in [
      "/%", "/%0", "/%zz", "/a%00b", "/x.txt%00.html", "/%ff%fe", "/%c0%ae%c0%ae/secreto.txt", "/a%0d%0aX:y",
      "/\u{7F}", "/#a",
    ] { get(path, 400) }
    for path in [
      "/secreto.txt", "/site.yaml", "/content/a.md", "/static/x.txt", "/.git/config", "//etc/passwd",
      "/\\..\\secreto.txt",
      "/x.txt/", "/.sitegen/state", "/.sitegen/../secreto.txt", "/%252e%252e/secreto.txt",
      "/file:///etc/passwd",
    ] { get(path, 400, 404) }
    get("/\(String(repeating: "a", count: 20_000))", 404, 414)
    get("/\(String(repeating: "a", count: 200_000))", 414, 431, 0)
    get("/\(String(repeating: "a/", count: 5_000))", 404)
    get("/.sitegen/events", 400)
    get("/.sitegen/events?page=..", 400)
    get("/.sitegen/events?page=%2f..%2fsecreto.txt", 400)
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "FOO", "PROPFIND"]
    {
      all.append(("\(method) / HTTP/1.1\r\n\(host)\r\n", [405, 400]))
    }
    all.append(("POST / HTTP/1.1\r\n\(host)Content-Length: 1000000000\r\n\r\n", [405]))
    all.append(("GET / HTTP/1.1\r\n\(host)Content-Length: 5\r\n\r\nhello", [413]))
    all.append(("GET / HTTP/1.1\r\n\(host)Content-Length: -5\r\n\r\n", [400, 413]))
    all.append(("GET / HTTP/1.1\r\n\(host)Content-Length: x\r\n\r\n", [400, 413]))
    all.append(("GET / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", [400, 413]))
    all.append(("GET / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nzz\r\n", [400, 413]))
    all.append(
      (
        "GET / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
        [400, 413]
      ))
    for name in [
      "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.nip.example", "10.0.0.1",
      "user@localhost", "",
      "localhost:99:99", "[::1", "169.254.169.254",
    ] { all.append(("GET / HTTP/1.1\r\nHost: \(name)\r\n\r\n", [421, 400])) }
    all.append(("GET / HTTP/1.1\r\n\r\n", [400]))
    all.append(("GET / HTTP/1.0\r\n\r\n", [400]))
    all.append(("GET / HTTP/1.1\r\n\(host)Host: evil.example\r\n\r\n", [400]))
    all.append(("GET http://evil.example/ HTTP/1.1\r\n\(host)\r\n", [421]))
    all.append(("GET http://localhost/../secreto.txt HTTP/1.1\r\n\(host)\r\n", [400]))
    all.append(("GET ftp://localhost/ HTTP/1.1\r\n\(host)\r\n", [400]))
    all.append(("GET x HTTP/1.1\r\n\(host)\r\n", [400]))
    all.append(("GET * HTTP/1.1\r\n\(host)\r\n", [400]))
    all.append(("GET\r\n\r\n", [400, 405, 0]))
    all.append(("\r\n\r\n\r\n", [400, 0]))
    all.append(("GET / HTTP/9.9\r\n\(host)\r\n", [400, 505, 0]))
    all.append(("GET / HTTP/1.1 extra\r\n\(host)\r\n", [400, 505, 0]))
    all.append(("GET  /  HTTP/1.1\r\n\(host)\r\n", [400, 505, 0, 404]))
    // The library takes a NUL for the end of the path.
    all.append(("GET /\u{0}x HTTP/1.1\r\n\(host)\r\n", [200, 400, 404, 0]))
    all.append(("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", [400]))
    all.append(("GET / HTTP/1.1\r\n\(host) folded: x\r\n\r\n", [200, 400, 421]))
    all.append(("GET / HTTP/1.1\r\n\(host)no colon here\r\n\r\n", [400, 200, 0]))
    all.append(
      ("GET / HTTP/1.1\r\n\(host)X: \(String(repeating: "b", count: 200_000))\r\n\r\n", [431, 413, 0]))
    let many = (0..<5_000).map { "X-\($0): y\r\n" }.joined()
    all.append(("GET / HTTP/1.1\r\n\(host)\(many)\r\n", [431, 413, 0]))
    all.append(("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{FC}\u{3}\u{3}\r\n\r\n", [400, 0]))
    all.append(("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400, 405, 505, 0]))
    for range in [
      "bytes=0-0,1-1,2-2", "bytes=-0", "bytes=9-1", "bytes=--1",
      "bytes=\(String(repeating: "0-0,", count: 4_000))",
    ] {
      all.append(("GET /x.txt HTTP/1.1\r\n\(host)Range: \(range)\r\n\r\n", [200, 206, 416]))
    }
    for value in ["gzip;q=", ";;;", String(repeating: "gzip,", count: 3_000), "\u{1}"] {
      all.append(
        (
          "GET /x.txt HTTP/1.1\r\n\(host)Accept-Encoding: \(value)\r\nIf-None-Match: \(value)\r\n\r\n",
          [200, 400]
        ))
    }
    // Random bytes where a word belongs.
    var dice = Dice(seed: Seed.current)
    for _ in 0..<40 {
      let noise = (0..<Int.random(in: 1...60, using: &dice)).map { _ in
        UInt8.random(in: 1...255, using: &dice)
      }
      let text = String(decoding: noise.filter { $0 != 10 && $0 != 13 && $0 != 32 }, as: UTF8.self)
      all.append(("GET /\(text) HTTP/1.1\r\n\(host)\r\n", [400, 404, 414, 505, 301, 0]))
    }
    return all
  }

  @Test("get the right status each, nothing of what lies outside, and leave the preview alive")
  func refusals() throws {
    let (shown, port) = try site()
    #expect(Self.requests.count >= 200)
    for (request, statuses) in Self.requests {
      let start = ContinuousClock.now
      let client = try RawClient(port: port)
      client.send(request)
      client.endSending()
      let answer = client.receiveAnswer()
      // Where no answer is right, the client is the one who gives up.
      #expect(
        statuses.contains(0) || start.duration(to: .now) < .seconds(10),
        "kept waiting: \(request.prefix(120))"
      )
      let status = RawClient.status(of: answer)
      #expect(statuses.contains(status), "\(status) for \(request.prefix(120))")
      #expect(!String(decoding: answer, as: UTF8.self).contains("SECRETO"))
      #expect(!String(decoding: answer, as: UTF8.self).contains("root:"))
    }
    try alive(shown)
  }

  @Test("may come many at once over one connection, in pieces, or half")
  func pieces() throws {
    let (shown, port) = try site()
    let pipelined = try RawClient(port: port)
    pipelined.send(String(repeating: "GET /x.txt HTTP/1.1\r\n\(Self.host)\r\n", count: 50))
    pipelined.endSending()
    var answers = ""
    for _ in 0..<50 { answers += String(decoding: pipelined.receiveAnswer(), as: UTF8.self) }
    #expect(answers.components(separatedBy: "HTTP/1.1 200").count == 51)
    let slow = try RawClient(port: port)
    for byte in Array("GET /x.txt HTTP/1.1\r\n\(Self.host)\r\n".utf8) {
      slow.send([byte])
      usleep(500)
    }
    slow.endSending()
    #expect(RawClient.status(of: slow.receiveAnswer()) == 200)
    let half = try RawClient(port: port)
    half.send("GET / HT")
    half.endSending()
    #expect([0, 400].contains(RawClient.status(of: half.receiveAnswer())))
    try alive(shown)
  }

  @Test("that never end are let go")
  func late() throws {
    let times = HeadTimes()
    var ends: [Int32] = [-1, -1]
    #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    defer { for end in ends { close(end) } }
    let start = ContinuousClock.now
    times.awaited(at: ends[0], now: start)
    times.dropLate(now: start + HeadTimes.patience)
    var byte: UInt8 = 0
    #expect(recv(ends[1], &byte, 1, Int32(MSG_DONTWAIT)) == -1)
    times.dropLate(now: start + HeadTimes.patience + .seconds(1))
    #expect(recv(ends[1], &byte, 1, 0) == 0)
  }

  @Test("by hundreds, silent or deaf, keep nobody from reading")
  func idle() throws {
    let (shown, port) = try site()
    let silent = try (0..<100).map { _ in try RawClient(port: port) }
    let deaf = try (0..<100).map { _ in try RawClient(port: port) }
    for client in deaf { client.send("GET /.sitegen/events?page=/a/ HTTP/1.1\r\n\(Self.host)\r\n") }
    for client in silent.prefix(50) { client.send("GET / HTTP/1.1\r\nHos") }
    let start = ContinuousClock.now
    for _ in 0..<50 { try alive(shown) }
    #expect(start.duration(to: .now) < .seconds(30))
    try shown.save("# B\n", to: "content/a.md")
    for _ in 0..<200 where !(try text(shown)).contains("<title>B") { usleep(20_000) }
    #expect(try text(shown).contains("<title>B"))
    #expect(silent.count + deaf.count == 200)
  }

  private func text(_ shown: Shown) throws -> String {
    let client = Client(proxy: .none, allowsPlain: true)
    return String(decoding: try client.send(Request(.get, "\(shown.address)a/")).body, as: UTF8.self)
  }

  private func alive(_ shown: Shown) throws {
    let client = Client(proxy: .none, allowsPlain: true)
    #expect(try client.send(Request(.get, "\(shown.address)x.txt")).body == Array("hola\n".utf8))
  }
}
