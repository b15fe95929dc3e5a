import Deploy
import Diagnostics
import Disk
import Foundation
import Language
import TestSupport
import Testing
import Workers

enum Sample {
  /// A small site whose pages lead to assets by their fingerprints.
  static let site = [
    "index.html": "<link href=/assets/site.11111111.css>inicio",
    "404.html": "no está",
    "blog/talos/index.html": "<link href=/assets/site.11111111.css>Talos",
    "blog/clúster/index.html": "<link href=/assets/site.11111111.css>clúster",
    "assets/site.11111111.css": "body{}",
    "img/armario.svg": "<svg/>",
    "feed.xml": "<feed/>",
    ".well-known/security.txt": "Contact: mailto:yo@example.org",
  ]

  static let now = Instant(seconds: 1_795_248_000)

  static func built(_ scratch: TemporaryFolder, _ folder: String = "public") throws -> BuiltSite {
    try BuiltSite(at: Path(scratch.url.appending(path: folder).path), workers: Workers(count: 2))
  }

  /// Plans and publishes; returns the plan.
  @discardableResult
  static func deploy(
    _ scratch: TemporaryFolder, to destination: Destination, as release: String = "r1", keepAssets: Int = 3
  ) throws -> Plan {
    let deployment = try Deployment(of: built(scratch), to: destination, keepAssets: keepAssets)
    try deployment.publish(as: release, at: now)
    return deployment.plan
  }
}
