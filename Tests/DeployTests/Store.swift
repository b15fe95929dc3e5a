import Diagnostics
import Disk
import Foundation
import HTTP
import Language
import Nodes
import TestSupport
import Testing

@testable import Deploy

/// An object store to try with: the one that `S3_ENDPOINT`, `S3_ACCESS_KEY` and `S3_SECRET_KEY` name, else one of our
/// own where `./dev test` has installed what it takes.
struct Store: Sendable {
  let endpoint: String
  let key: String
  let secret: String
  /// The keys and the token of a session; nil where the store gives none.
  let session: [String]?

  /// The store of this run; nil where there is none.
  static let shared: Store? = {
    let environment = ProcessInfo.processInfo.environment
    if let endpoint = environment["S3_ENDPOINT"] {
      return Store(
        endpoint: endpoint, key: environment["S3_ACCESS_KEY"] ?? "",
        secret: environment["S3_SECRET_KEY"] ?? "", session: nil)
    }
    guard let server, let keys = try? server.certificates.text("keys") else { return nil }
    let lines = keys.split(separator: "\n").map(String.init)
    return Store(
      endpoint: server.url("store", scheme: "http"), key: lines[0], secret: lines[1],
      session: Array(lines[2...]))
  }()

  private static let server: LocalServer? = {
    let python = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: ".build/store/bin/python").path
    guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
    return try? LocalServer(script: "Servers/store.py", python: python)
  }()

  var port: String { String(endpoint.split(separator: ":").last?.filter(\.isNumber) ?? "") }

  /// A bucket of a name, which the store may not have yet.
  func bucket(
    _ name: String, settings: String = "", through endpoint: String? = nil, secret: String? = nil,
    asSession: Bool = false, now: Instant? = nil, scratch: Path? = nil, retries: Retries? = nil
  ) throws -> Bucket {
    let yaml =
      "type: s3\nbucket: \(name)\nendpoint: \(endpoint ?? self.endpoint)\nregion: us-east-1\n\(settings)"
    let source = Source(path: "site.yaml", bytes: Array(yaml.utf8))
    let session = asSession ? session : nil
    let client = retries.map {
      Client(limits: Limits(total: .seconds(60)), retries: $0, allowsPlain: true)
    }
    return Bucket(
      try BucketSettings.decode(YAML.read(source), from: source).value,
      credentials: .init(
        key: session?[0] ?? key, secret: secret ?? session?[1] ?? self.secret, token: session?[2]),
      scratch: scratch, client: client, now: now ?? Instant(seconds: Int(Date().timeIntervalSince1970)))
  }

  /// Makes a bucket of a new name.
  func make() throws -> String {
    let name = "sitegen-\(UUID().uuidString.lowercased())"
    #expect(try bucket(name).send(.put, nil).status == 200)
    return name
  }
}

extension Bucket {
  /// What lies in the bucket, without our own records: the text of each key.
  func published() throws -> [String: String] {
    let keys = try #require(state().objects).keys.filter { !$0.hasPrefix(".deploy/") }
    return try keys.reduce(into: [:]) { files, key in
      files[key] = String(decoding: try send(.get, key).body, as: UTF8.self)
    }
  }
}
