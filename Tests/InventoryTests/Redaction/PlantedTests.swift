import Foundation
import Testing

@testable import Inventory

/// What was planted in the recordings because it must never come out.
@Suite("Planted secrets")
struct PlantedTests {
  /// What has no form of its own: only leaving out the fields they stand in keeps these inside.
  private static let formless: Set<String> = [
    "api-key", "aws-secret-key", "basic-auth", "cloudflare-token", "iscsi-iqn", "license-key", "location",
    "markup",
    "nfs-path", "password", "public-ip", "serial", "system-id",
  ]

  @Test("are recognised by their form, where they have one")
  func forms() throws {
    let planted = try Recordings.planted()
    #expect(planted.count == 159)
    let redaction = Redaction()
    for secret in planted where !Self.formless.contains(secret.kind) {
      let shown = redaction.redacted(secret.value)
      #expect(!shown.contains(secret.needle), "\(secret.kind): \(secret.place)")
    }
  }

  @Test("are found in whole answers of servers, however they are written there, once they are known")
  func known() throws {
    let planted = try Recordings.planted().filter { $0.needle.utf8.count >= SecretValues.shortest }
    let secrets = SecretValues(planted.flatMap { [$0.value, $0.needle] })
    let scanner = LeakScanner(depth: .page, secrets: secrets)
    let files = FileManager.default.enumerator(at: Recordings.folder, includingPropertiesForKeys: nil)
    var hidden = 0
    for case let url as URL in files ?? .init() where url.lastPathComponent.first?.isNumber == true {
      let bytes = [UInt8](try Data(contentsOf: url))
      let text = String(decoding: bytes, as: UTF8.self)
      let clean = text.replacing(scanner.leaks(in: bytes.span)) { _, _ in "" }
      for secret in planted where text.utf8.contains(secret.needle.utf8) {
        hidden += 1
        #expect(!clean.utf8.contains(secret.needle.utf8), "\(url.lastPathComponent): \(secret.place)")
      }
    }
    #expect(hidden > 300)
  }
}

extension String.UTF8View {
  /// Searching bytes is many times faster than searching characters.
  fileprivate func contains(_ other: String.UTF8View) -> Bool {
    Data(self).range(of: Data(other)) != nil
  }
}
