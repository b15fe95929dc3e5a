import Diagnostics
import Foundation
import HTTP
import Language
import Nodes
import TestSupport
import Testing

@testable import Deploy

/// Against a real object store: `S3_ENDPOINT`, `S3_ACCESS_KEY` and `S3_SECRET_KEY` name one that may be written to.
@Suite(
  "Publishing to a bucket", .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["S3_ENDPOINT"] != nil, "S3_ENDPOINT names no store to try with"))
struct BucketTests {
  private let environment = ProcessInfo.processInfo.environment
  private let name = "sitegen-\(UUID().uuidString.lowercased())"

  private func settings(prefix: String) throws -> BucketSettings {
    let yaml = """
      type: s3
      bucket: \(name)
      endpoint: \(environment["S3_ENDPOINT"] ?? "")
      region: us-east-1
      prefix: "\(prefix)"
      """
    let source = Source(path: "site.yaml", bytes: Array(yaml.utf8))
    return try BucketSettings.decode(YAML.read(source), from: source).value
  }

  private func bucket(prefix: String = "", secret: String? = nil, now: Instant? = nil) throws -> Bucket {
    Bucket(
      try settings(prefix: prefix),
      credentials: .init(
        key: environment["S3_ACCESS_KEY"] ?? "", secret: secret ?? environment["S3_SECRET_KEY"] ?? "",
        token: nil),
      now: now ?? Instant(seconds: Int(Date().timeIntervalSince1970)))
  }

  private func make() throws {
    #expect(try bucket().send(.put, nil).status == 200)
  }

  /// What lies in the bucket: the text and the headers of each key.
  private func published(prefix: String = "") throws -> [String: String] {
    let bucket = try bucket(prefix: prefix)
    let keys = try #require(bucket.state().objects).keys.filter { !$0.hasPrefix(".deploy/") }
    return try keys.reduce(into: [:]) { files, key in
      files[key] = String(decoding: try bucket.send(.get, key).body, as: UTF8.self)
    }
  }

  @Test("sends the site, then only what changed, and deletes its own alone")
  func twice() throws {
    try make()
    let scratch = try TemporaryFolder(inMemory: true)
    let odd = ["raro/a b+c=(1)*~'é.html": "raro", "raro/&lt;.txt": "entidad"]
    try scratch.write(Sample.site.merging(odd) { $1 }, in: "public")
    _ = try bucket().send(.put, "ajeno.txt", body: Array("no tocar".utf8))
    let first = try Sample.deploy(scratch, to: .bucket(bucket()))
    #expect(first.foreign == ["ajeno.txt"])
    var expected = Sample.site.merging(odd) { $1 }
    expected["ajeno.txt"] = "no tocar"
    #expect(try published() == expected)
    try scratch.remove("public/img/armario.svg")
    try scratch.write(["index.html": "segunda"], in: "public")
    let second = try Sample.deploy(scratch, to: .bucket(bucket()), as: "r2")
    #expect(second.uploads.map(\.file.key) == ["index.html"])
    #expect(second.deletes == ["img/armario.svg"])
    expected["img/armario.svg"] = nil
    expected["index.html"] = "segunda"
    #expect(try published() == expected)
    let third = try Deployment(of: Sample.built(scratch), to: .bucket(bucket()), keepAssets: 3)
    #expect(third.plan.isEmpty)
  }

  @Test("says with each file what it is and how long it is good")
  func headers() throws {
    try make()
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: .bucket(bucket(prefix: "blog")))
    let asset = try bucket(prefix: "blog").send(.head, "assets/site.11111111.css")
    #expect(asset[header: "Content-Type"] == "text/css; charset=utf-8")
    #expect(asset[header: "Cache-Control"] == "public, max-age=31536000, immutable")
    let page = try bucket(prefix: "blog").send(.head, "blog/clúster/index.html")
    #expect(page[header: "Content-Type"] == "text/html; charset=utf-8")
    #expect(page[header: "Cache-Control"] == "no-cache")
    #expect(try published(prefix: "blog") == Sample.site)
    #expect(try published().keys.allSatisfy { $0.hasPrefix("blog/") })
  }

  @Test("mends what others deleted or changed")
  func mending() throws {
    try make()
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
    #expect(try published() == Sample.site)
  }

  @Test("lists more objects than fit into one answer")
  func manyObjects() throws {
    try make()
    let scratch = try TemporaryFolder(inMemory: true)
    let many = Dictionary(uniqueKeysWithValues: (0..<1205).map { ("p/\($0).html", "página \($0)") })
    try scratch.write(many.merging(["index.html": "x"]) { $1 }, in: "public")
    try Sample.deploy(scratch, to: .bucket(bucket()))
    #expect(try bucket().state().objects?.keys.filter { !$0.hasPrefix(".deploy/") }.count == 1206)
  }

  @Test("takes the store's time when ours is wrong")
  func skew() throws {
    try make()
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(["index.html": "x"], in: "public")
    let late = Instant(seconds: Int(Date().timeIntervalSince1970) - 7200)
    try Sample.deploy(scratch, to: .bucket(bucket(now: late)))
    #expect(try published() == ["index.html": "x"])
  }

  @Test("tells what the store refuses")
  func refusals() throws {
    #expect(throws: DeployFailure.answered(status: 404, code: "NoSuchBucket", key: "")) {
      _ = try bucket().state()
    }
    try make()
    #expect(
      throws: DeployFailure.answered(status: 403, code: "SignatureDoesNotMatch", key: ".deploy/manifest.json")
    ) {
      _ = try bucket(secret: "otra").state()
    }
    _ = try bucket().send(.put, ".deploy/lock", body: [])
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(["index.html": "x"], in: "public")
    #expect(throws: DeployFailure.locked(by: ".deploy/lock")) {
      try Sample.deploy(scratch, to: .bucket(bucket()))
    }
  }
}
