import Disk
import Foundation
import HTTP
import TestSupport
import Testing

@testable import Deploy

/// Every request of a deploy fails once, in each way in which requests fail.
@Suite("A deploy that fails on its way", .enabled(if: Store.shared != nil, "there is no store to try with"))
struct FaultTests {
  private static let before = [
    "index.html": "/assets/site.11111111.css /img/a.svg", "blog/uno/index.html": "/assets/site.11111111.css",
    "blog/dos/index.html": "/assets/site.11111111.css /img/b.svg", "assets/site.11111111.css": "a{}",
    "img/a.svg": "<svg/>", "img/b.svg": "<svg/>", "feed.xml": "1",
  ]
  private static let after = [
    "index.html": "/assets/site.22222222.css /img/c.svg", "blog/uno/index.html": "/assets/site.22222222.css",
    "blog/tres/index.html": "/assets/site.22222222.css /img/d.svg", "assets/site.22222222.css": "b{}",
    "assets/app.33333333.js": "1", "img/c.svg": "<svg></svg>", "img/d.svg": "<svg> </svg>", "feed.xml": "2",
  ]

  private let store: Store
  private let scratch: TemporaryFolder
  private let proxy: LocalServer

  init() throws {
    store = try #require(Store.shared)
    scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Self.before, in: "antes")
    try scratch.write(Self.after, in: "después")
    proxy = try LocalServer(script: "Servers/faulty.py", arguments: [store.port])
  }

  /// Orders the proxy something; returns what it says.
  @discardableResult
  private func order(_ words: String) throws -> String {
    let url = proxy.url("proxy", "__\(words)", scheme: "http")
    return String(decoding: try Client(allowsPlain: true).send(Request(.get, url)).body, as: UTF8.self)
  }

  private func deploy(_ folder: String, to bucket: Bucket, as release: String) throws {
    let deployment = try Deployment(of: Sample.built(scratch, folder), to: .bucket(bucket), keepAssets: 0)
    let guarding = Guard(maxDeletes: 256, maxDeleteShare: 100, adopts: false)
    #expect(guarding.objections(to: deployment.plan) == [])
    try deployment.publish(as: release, at: Sample.now)
  }

  private func broken(_ name: String) throws -> Bucket {
    try store.bucket(
      name, through: proxy.url("proxy", scheme: "http"), scratch: Path(scratch.path).appending(name),
      retries: Retries.none)
  }

  /// The requests of the deploy that is broken below, one a line; how many reading the target takes; and where each
  /// kind of request begins and ends.
  private func rehearsal() throws -> [String] {
    let name = try store.make()
    try deploy("antes", to: store.bucket(name), as: "r1")
    try order("heal")
    try deploy("después", to: broken(name), as: "r2")
    return try order("requests").split(separator: "\n").map(String.init)
  }

  @Test(
    "leaves no page without its assets, and the next run finishes", arguments: ["before", "after", "busy"])
  func everyRequest(mode: String) throws {
    let requests = try rehearsal()
    let isSlow = BuiltProgram.isTriedAtLength
    // The fast lane takes every fifth, another one for each mode.
    let first = ["before": 0, "after": 2, "busy": 4][mode] ?? 0
    for passes in stride(from: isSlow ? 0 : first, to: requests.count, by: isSlow ? 1 : 5) {
      let name = try store.make()
      try deploy("antes", to: store.bucket(name), as: "r1")
      try order("fail/\(passes)/\(mode)")
      let what: Comment = "request \(passes + 1) of \(requests.count), \(mode)"
      #expect(throws: DeployFailure.self, what) { try deploy("después", to: broken(name), as: "r2") }
      try expectWholePages(in: name, what)
      let ours = try store.bucket(name, scratch: Path(scratch.path).appending(name))
      try deploy("después", to: ours, as: "r3")
      let objects = try #require(ours.state().objects)
      #expect(objects.keys.sorted() == (Self.after.keys + [".deploy/manifest.json"]).sorted(), what)
      #expect(try ours.published() == Self.after, what)
      #expect(
        try Deployment(of: Sample.built(scratch, "después"), to: .bucket(ours), keepAssets: 0).plan.isEmpty,
        what)
    }
  }

  @Test("does not send again what arrived before it failed")
  func resuming() throws {
    let name = try store.make()
    try order("fail/9/busy")
    #expect(throws: DeployFailure.self) { try deploy("después", to: broken(name), as: "r1") }
    let sent = try order("requests").split(separator: "\n").prefix(9).filter {
      $0.hasPrefix("PUT") && !$0.contains(".deploy/")
    }
    try order("heal")
    let deployment = try Deployment(
      of: Sample.built(scratch, "después"), to: .bucket(broken(name)), keepAssets: 0)
    #expect(sent.count > 2)
    #expect(deployment.plan.unchanged == sent.count)
    #expect(deployment.plan.foreign == [])
  }

  @Test("deletes later what the site had no more use for when it went on")
  func changeOfMind() throws {
    let name = try store.make()
    try order("fail/11/busy")
    #expect(throws: DeployFailure.self) { try deploy("después", to: broken(name), as: "r1") }
    try order("heal")
    try deploy("antes", to: broken(name), as: "r2")
    #expect(try store.bucket(name).published() == Self.before)
  }

  /// A reader of the target finds all that the pages ask for.
  private func expectWholePages(in name: String, _ what: Comment) throws {
    let published = try store.bucket(name).published()
    for (key, text) in published where key.hasSuffix(".html") {
      for asset in text.split(separator: " ") {
        #expect(published[String(asset.dropFirst())] != nil, "\(what): \(key) asks for \(asset)")
      }
    }
  }
}
