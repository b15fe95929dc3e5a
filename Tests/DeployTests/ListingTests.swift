import Disk
import HTTP
import TestSupport
import Testing

@testable import Deploy

@Suite("The list of a bucket", .enabled(if: Store.shared != nil, "there is no store to try with"))
struct ListingTests {
  private let store: Store
  private let name: String
  /// In the order of their bytes, which is not that of their letters.
  private let keys = [
    "404.html", "a b+c=(1)*~'é.html", "assets/site.11111111.css", "blog/Zeta/index.html",
    "blog/talos/index.html",
    "blog/ñandú/index.html", "feed.xml", "img/&lt;.svg", "img/a.svg", "z", "ñ", "😀/👩‍🚀.html",
  ]

  init() throws {
    store = try #require(Store.shared)
    name = try store.make()
    for key in keys { #expect(try store.bucket(name).send(.put, "blog/" + key).status == 200) }
    #expect(try store.bucket(name).send(.put, "blog0").status == 200)
  }

  private func bucket(through endpoint: String? = nil) throws -> Bucket {
    try store.bucket(name, settings: "prefix: blog\n", through: endpoint)
  }

  @Test("is the same in stretches of any length, with less or more in it than was expected")
  func stretches() throws {
    let whole = try bucket().objects(expecting: [])
    #expect(whole.keys.sorted() == keys.sorted())
    let expectations = [
      keys, Array(keys.dropFirst(3)), Array(keys.dropLast(3)), ["0", "blog/xilófono", "zz"], ["ñ"],
      keys.flatMap { [$0, $0 + "/más"] }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
    ]
    for expected in expectations {
      for length in [1, 2, 3, 5, 7, 100] {
        #expect(
          try bucket().objects(expecting: expected, pageLength: length) == whole,
          "\(expected), pages of \(length)")
      }
    }
  }

  @Test("asks for no page twice when it holds what was expected")
  func requests() throws {
    let proxy = try LocalServer(script: "Servers/faulty.py", arguments: [store.port])
    let endpoint = proxy.url("proxy", scheme: "http")
    _ = try bucket(through: endpoint).objects(expecting: Array(keys.dropFirst()), pageLength: 3)
    let client = Client(allowsPlain: true)
    let told = try client.send(Request(.get, "\(endpoint)/__requests")).body
    let requests = String(decoding: told, as: UTF8.self).split(separator: "\n")
    #expect(requests.count == 4 && requests.filter { $0.contains("start-after") }.count == 3, "\(requests)")
    #expect(requests.allSatisfy { !$0.contains("continuation-token") })
  }

  @Test("is read from its beginning where the store has an order of its own")
  func order() throws {
    let proxy = try LocalServer(script: "Servers/faulty.py", arguments: [store.port])
    let endpoint = proxy.url("proxy", scheme: "http")
    _ = try Client(allowsPlain: true).send(Request(.get, "\(endpoint)/__fail/0/backwards"))
    let whole = try bucket().objects(expecting: [])
    #expect(try bucket(through: endpoint).objects(expecting: keys, pageLength: 3) == whole)
  }

  @Test("is compared with digests that the last record knows, or that are found again")
  func versions() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Sample.site, in: "public")
    let site = try Sample.built(scratch)
    let afresh = try site.versioned(knowing: nil)
    let digests = afresh.files.map(\.fingerprint.md5)
    #expect(digests.count == Sample.site.count && Set(digests).count == Sample.site.count)
    var record = Plan(publishing: afresh.files, over: TargetState(manifest: nil), keepAssets: 3).manifest
    #expect(try site.versioned(knowing: record).files.map(\.fingerprint.md5) == digests)
    // What the record knows is not read once more; what it does not know is, and must be what was planned.
    try scratch.write(["index.html": "otra"], in: "public")
    #expect(try site.versioned(knowing: record).files.map(\.fingerprint.md5) == digests)
    record.files["index.html"] = nil
    #expect(throws: DeployFailure.changedMeanwhile("index.html")) { try site.versioned(knowing: record) }
  }

  @Test("tells the first refusal")
  func refusals() throws {
    #expect(throws: DeployFailure.answered(status: 404, code: "NoSuchBucket", key: "")) {
      try store.bucket("sitegen-no-existe").objects(expecting: keys, pageLength: 1)
    }
  }
}
