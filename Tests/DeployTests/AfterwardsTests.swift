import Diagnostics
import Disk
import Foundation
import HTTP
import Nodes
import Synchronization
import TestSupport
import Testing

@testable import Deploy

@Suite("After a deploy")
struct AfterwardsTests {
  private let scratch: TemporaryFolder
  private let server: LocalServer
  private let releases: Destination

  init() throws {
    scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Public.files, in: "public")
    releases = .releases(Releases(at: Path(scratch.path).appending("srv"), keep: 3))
    server = try LocalServer(script: "Servers/public.py", arguments: ["\(scratch.path)/srv/current"])
  }

  private var address: PublicAddress { PublicAddress(server.url("public", scheme: "http")) }

  @discardableResult
  private func order(_ words: String) throws -> String {
    let url = server.url("public", "__\(words)", scheme: "http")
    return String(decoding: try Client(allowsPlain: true).send(Request(.get, url)).body, as: UTF8.self)
  }

  /// Looks at the files without waiting; returns what is wrong, and how long it would have waited.
  private func verify(_ keys: [String]) throws -> (findings: [DeployFinding], waited: Duration) {
    let clock = Mutex(ContinuousClock.now)
    let start = clock.withLock { $0 }
    let pace = Pace(
      now: { clock.withLock { $0 } }, sleep: { pause in clock.withLock { $0 += pause } }, chance: { 0 })
    let files = try Sample.built(scratch).files.filter { keys.contains($0.key) }
    var findings: [DeployFinding] = []
    do {
      try Verification(at: address, patience: .seconds(60), silence: .zero, pace: pace)(files)
    } catch {
      guard case .notServed(let found) = error else { throw error }
      findings = found
    }
    return (findings, start.duration(to: clock.withLock { $0 }))
  }

  @Test("what is served is compared with what was sent")
  func comparison() throws {
    try Sample.deploy(scratch, to: releases)
    let keys = ["index.html", "blog/clúster/index.html", "assets/site.11111111.css", "img/a.svg"]
    #expect(try verify(keys) == ([], .zero))
    try scratch.write(["blog/clúster/index.html": "otra"], in: "public")
    let url = address.url(of: "blog/clúster/index.html")
    #expect(url == "http://127.0.0.1:\(server.port("public"))/blog/cl%C3%BAster/")
    #expect(try verify(keys).findings == [.wrongAfterwards(url: url, why: .content)])
    try scratch.write(["nueva.html": "x", "raro.svg": "<svg/>"], in: "public")
    #expect(
      try verify(["nueva.html"]).findings == [
        .wrongAfterwards(url: address.url(of: "nueva.html"), why: .status(404))
      ])
  }

  @Test("a cache that lags behind is waited for, and not for ever")
  func lag() throws {
    try Sample.deploy(scratch, to: releases)
    try order("lag/3")
    let patient = try verify(["index.html", "feed.xml"])
    #expect(patient.findings == [] && patient.waited == .seconds(3))
    try order("lag/1000")
    let tired = try verify(["index.html"])
    #expect(tired.findings.count == 1 && tired.waited > .seconds(30) && tired.waited <= .seconds(60))
  }

  @Test("an address that does not answer is told at once, tried for a while, and told as one mistake")
  func silence() throws {
    let nobody = "http://127.0.0.1:\(try LocalProgram.freePort())"
    let files = try Sample.built(scratch).files.filter { $0.key.hasSuffix(".html") }
    let clock = Mutex((now: ContinuousClock.now, pauses: [Duration]()))
    let pace = Pace(
      now: { clock.withLock { $0.now } },
      sleep: { pause in
        clock.withLock {
          $0.now += pause
          $0.pauses.append(pause)
        }
      }, chance: { 0 })
    var heard: [HTTPFailure] = []
    #expect(throws: DeployFailure.unanswered(.unreachable, at: nobody)) {
      try Verification(
        at: PublicAddress("\(nobody)/blog/"), patience: .seconds(300), silence: .seconds(15), pace: pace)(
          files, hearing: { heard.append($0) })
    }
    #expect(files.count > 1 && heard == [.unreachable])
    #expect(clock.withLock { $0.pauses } == [.seconds(1), .seconds(2), .seconds(4)])
  }

  @Test("where visitors come in is always looked at, what was just sent first, and another choice each time")
  func sampling() throws {
    try Sample.deploy(scratch, to: releases)
    try scratch.write(
      Dictionary(uniqueKeysWithValues: (0..<50).map { ("p/\($0)/index.html", "\($0)") }), in: "public")
    let site = try Sample.built(scratch)
    let plan = try Deployment(of: site, to: releases, keepAssets: 3).plan
    func keys(_ seed: String) -> [String] {
      Verification.sample(of: site, plan, count: 4, seed: seed).map(\.key)
    }
    #expect(keys("a").prefix(3) == ["feed.xml", "index.html", "assets/site.11111111.css"])
    #expect(keys("a").dropFirst(3).count == 4 && keys("a").dropFirst(3).allSatisfy { $0.hasPrefix("p/") })
    #expect(keys("a") == keys("a") && keys("a") != keys("b"))
    #expect(Verification.sample(of: site, plan, count: 0, seed: "a") == [])
    let all = Verification.sample(of: site, plan, count: 1000, seed: "a").map(\.key)
    #expect(!all.contains("_headers") && !all.contains("404.html") && Set(all).count == all.count)
  }

  private func purge(_ yaml: String, token: String?) throws -> Purge {
    let source = Source(path: "site.yaml", bytes: Array(yaml.utf8))
    let settings = try PurgeSettings.decode(YAML.read(source), from: source).value
    return Purge(settings, token: token, scratch: Path(scratch.path).appending("state"))
  }

  @Test("caches are told what has changed, with the token in a header")
  func orders() throws {
    let url = server.url("public", "purge", scheme: "http")
    let zone = try purge("cloudflare_zone: z\nurl: \(url)\nbatch: 2\n", token: "s3cr3to")
    try zone(["https://x/b", "https://x/a", "https://x/c"])
    #expect(
      try order("orders") == """
        POST /purge Bearer s3cr3to {"files":["https://x/a","https://x/b"]}
        POST /purge Bearer s3cr3to {"files":["https://x/c"]}
        """)
    #expect(!zone.isDue)
    try zone((0..<100).map { "https://x/\($0)" })
    #expect(
      try order("orders").split(separator: "\n").last
        == #"POST /purge Bearer s3cr3to {"purge_everything":true}"#)
    let own = server.url("public", "{url}", scheme: "http")
    try purge("url: \"\(own)\"\nmethod: purge\nheader: \"X-Key: {token}\"\n", token: "k")(["https://x/ñ"])
    #expect(try order("orders").split(separator: "\n").last == "PURGE /https%3A%2F%2Fx%2F%C3%B1 k")
  }

  @Test("an order that was refused is given again the next time, and no token is repeated")
  func refusedOrders() throws {
    let url = server.url("public", "purge", scheme: "http")
    let wrong = try purge("url: \(url)\n", token: "equivocado-1")
    #expect(
      throws: DeployFailure.purge(
        host: "127.0.0.1:\(server.port("public"))", status: 403,
        said: #"{"success":false,"errors":["Bearer *** is unknown"]}"#)
    ) { try wrong(["https://x/a"]) }
    #expect(wrong.isDue)
    try purge("url: \(url)\n", token: "s3cr3to")(["https://x/b"])
    #expect(try order("orders").hasSuffix(#"Bearer s3cr3to {"files":["https://x/a","https://x/b"]}"#))
    #expect(!wrong.isDue)
  }

  @Test("changed and deleted addresses are stale")
  func stale() throws {
    try Sample.deploy(scratch, to: releases)
    try scratch.remove("public/corto.txt")
    try scratch.write(["index.html": "nueva"], in: "public")
    let plan = try Deployment(of: Sample.built(scratch), to: releases, keepAssets: 3).plan
    #expect(
      plan.staleAddresses(at: PublicAddress("https://example.org/lab")) == [
        "https://example.org/lab/", "https://example.org/lab/corto.txt",
      ])
  }
}
