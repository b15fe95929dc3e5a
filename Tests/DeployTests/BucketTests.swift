import Diagnostics
import Disk
import Foundation
import HTTP
import Language
import TestSupport
import Testing

@testable import Deploy

@Suite("Publishing to a bucket", .enabled(if: Store.shared != nil, "there is no store to try with"))
struct BucketTests {
  private let store: Store
  private let name: String

  init() throws {
    store = try #require(Store.shared)
    name = try store.make()
  }

  private func bucket(prefix: String = "", now: Instant? = nil) throws -> Bucket {
    try store.bucket(name, settings: "prefix: \"\(prefix)\"\n", now: now)
  }

  @Test("sends the site, then only what changed, and deletes its own alone")
  func twice() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let odd = ["raro/a b+c=(1)*~'é.html": "raro", "raro/&lt;.txt": "entidad"]
    try scratch.write(Sample.site.merging(odd) { $1 }, in: "public")
    _ = try bucket().send(.put, "ajeno.txt", body: Array("no tocar".utf8))
    let first = try Sample.deploy(scratch, to: .bucket(bucket()))
    #expect(first.foreign == ["ajeno.txt"])
    var expected = Sample.site.merging(odd) { $1 }
    expected["ajeno.txt"] = "no tocar"
    #expect(try bucket().published() == expected)
    try scratch.remove("public/img/armario.svg")
    try scratch.write(["index.html": "segunda"], in: "public")
    let second = try Sample.deploy(scratch, to: .bucket(bucket()), as: "r2")
    #expect(second.uploads.map(\.file.key) == ["index.html"])
    #expect(second.deletes == ["img/armario.svg"])
    expected["img/armario.svg"] = nil
    expected["index.html"] = "segunda"
    #expect(try bucket().published() == expected)
    let third = try Deployment(of: Sample.built(scratch), to: .bucket(bucket()), keepAssets: 3)
    #expect(third.plan.isEmpty)
  }

  @Test("says with each file what it is and how long it is good")
  func headers() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: .bucket(bucket(prefix: "blog")))
    let asset = try bucket(prefix: "blog").send(.head, "assets/site.11111111.css")
    #expect(asset[header: "Content-Type"] == "text/css; charset=utf-8")
    #expect(asset[header: "Cache-Control"] == "public, max-age=31536000, immutable")
    let page = try bucket(prefix: "blog").send(.head, "blog/clúster/index.html")
    #expect(page[header: "Content-Type"] == "text/html; charset=utf-8")
    #expect(page[header: "Cache-Control"] == "no-cache")
    #expect(try bucket(prefix: "blog").published() == Sample.site)
    #expect(try bucket().published().keys.allSatisfy { $0.hasPrefix("blog/") })
  }

  @Test("mends what others deleted or changed")
  func mending() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: .bucket(bucket()))
    _ = try bucket().send(.delete, "404.html")
    _ = try bucket().send(.put, "feed.xml", body: Array("ajeno".utf8))
    let plan = try Sample.deploy(scratch, to: .bucket(bucket()), as: "r2")
    #expect(
      plan.uploads.map { "\($0.file.key) \($0.reason.rawValue)" } == [
        "404.html missing", "feed.xml overwritten",
      ])
    #expect(try bucket().published() == Sample.site)
  }

  @Test("takes the store's time when ours is wrong", arguments: [-7200, 7200])
  func skew(seconds: Int) throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(["index.html": "x"], in: "public")
    let wrong = Instant(seconds: Int(Date().timeIntervalSince1970) + seconds)
    try Sample.deploy(scratch, to: .bucket(bucket(now: wrong)))
    #expect(try bucket().published() == ["index.html": "x"])
  }

  @Test("takes every key that a file may have")
  func oddKeys() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let odd = [
      "con espacio.html", "ñandú.html", "a+b=c&d.html", "(1)*~'!,;@$.html", "😀/👩‍🚀.html", "100%.html",
      "%C3%B1.html",
      "a?b#c.html", "&lt;&amp;.txt", "\"comillas\".txt", "[x]{y}|z^`.txt", ".well-known/security.txt",
    ]
    let files = Dictionary(uniqueKeysWithValues: odd.map { ($0, "contenido de \($0)") })
    try scratch.write(files.merging(["index.html": "x"]) { $1 }, in: "public")
    try Sample.deploy(scratch, to: .bucket(bucket()))
    #expect(try bucket().published() == files.merging(["index.html": "x"]) { $1 })
    let again = try Deployment(of: Sample.built(scratch), to: .bucket(bucket()), keepAssets: 3)
    #expect(again.plan.isEmpty)
  }

  @Test(
    "signs with the token of a session", .enabled(if: Store.shared?.session != nil, "the store gives none"))
  func session() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: .bucket(store.bucket(name, asSession: true)))
    #expect(try bucket().published() == Sample.site)
  }

  @Test("sends texts compressed where that is asked for, and knows them again")
  func compression() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let long = String(repeating: "<p>Talos en el armario</p>\n", count: 100)
    try scratch.write(
      [
        "index.html": long, "corto.html": "x",
        "_headers": "/*\n  X: y\n/corto.html\n  Cache-Control: no-store\n",
      ],
      in: "public")
    func bucket() throws -> Bucket {
      try store.bucket(name, settings: "gzip: true\n", scratch: Path(scratch.path))
    }
    func site() throws -> BuiltSite {
      try Sample.built(scratch).stored(at: PublicAddress("https://blog.example.org/"), compressing: true)
    }
    let first = try Deployment(of: site(), to: .bucket(bucket()), keepAssets: 3)
    try first.publish(as: "r1", at: Sample.now)
    let page = try bucket().send(.get, "index.html")
    #expect(page[header: "Content-Encoding"] == "gzip")
    try scratch.write(bytes: page.body, to: "page.gz")
    #expect(try LocalProgram.run("gzip", ["-dc", "page.gz"], in: scratch.url) == long)
    let short = try bucket().send(.get, "corto.html")
    #expect(short[header: "Content-Encoding"] == nil && short[header: "Cache-Control"] == "no-store")
    #expect(try Deployment(of: site(), to: .bucket(bucket()), keepAssets: 3).plan.isEmpty)
    _ = try bucket().send(.put, "index.html", body: Array(long.utf8))
    let mending = try Deployment(of: site(), to: .bucket(bucket()), keepAssets: 3)
    #expect(mending.plan.uploads.map { "\($0.file.key) \($0.reason.rawValue)" } == ["index.html overwritten"])
    let plain = try Deployment(of: Sample.built(scratch), to: .bucket(self.bucket()), keepAssets: 3)
    #expect(
      plain.plan.uploads.map { "\($0.file.key) \($0.reason.rawValue)" } == [
        "corto.html headers", "index.html overwritten",
      ])
  }

  @Test("tells what the store refuses")
  func refusals() throws {
    #expect(throws: DeployFailure.answered(status: 404, code: "NoSuchBucket", key: "")) {
      _ = try store.bucket("sitegen-no-existe").state()
    }
    #expect(throws: DeployFailure.answered(status: 403, code: "SignatureDoesNotMatch", key: "")) {
      _ = try store.bucket(name, secret: "otra").state()
    }
  }

  @Test("lets one deploy in at a time, and does not wait for one that is dead")
  func locking() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(["index.html": "x"], in: "public")
    _ = try bucket().send(.put, ".deploy/lock", body: Array("r0 123\n".utf8))
    #expect(throws: DeployFailure.locked(by: ".deploy/lock")) {
      try Sample.deploy(scratch, to: .bucket(bucket()))
    }
    // This machine wrote it, and no deploy of this machine is running.
    try scratch.write("r0 123", to: "state/lock-token")
    let ours = try store.bucket(name, scratch: Path(scratch.path).appending("state"))
    try Sample.deploy(scratch, to: .bucket(ours))
    #expect(try bucket().send(.get, ".deploy/lock").status == 404)
    #expect(scratch.text("state/lock-token") == nil)
  }

  @Test("of two deploys at once, one is told that the other is there")
  func twoAtOnce() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(["index.html": "uno"], in: "public")
    let one = try Deployment(of: Sample.built(scratch), to: .bucket(bucket()), keepAssets: 3)
    try scratch.write(["index.html": "dos"], in: "otro")
    let other = try Deployment(of: Sample.built(scratch, "otro"), to: .bucket(bucket()), keepAssets: 3)
    let meanwhile = Course(purge: { () throws(DeployFailure) in
      // The first is under way: everything is sent, nothing is deleted yet.
      try other.publish(as: "r2", at: Sample.now)
    })
    #expect(throws: DeployFailure.locked(by: ".deploy/lock")) {
      try one.publish(as: "r1", at: Sample.now, meanwhile)
    }
    // The one that came second, when its plan was made before the first was done.
    #expect(throws: DeployFailure.locked(by: ".deploy/manifest.json")) {
      try other.publish(as: "r3", at: Sample.now)
    }
  }
}
