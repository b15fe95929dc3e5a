import Diagnostics
import Disk
import Foundation
import Nodes
import TestSupport
import Testing

@testable import Deploy

@Suite("Publishing with rsync", .serialized)
struct RsyncTests {
  private func settings(_ yaml: String) throws -> RsyncSettings {
    let source = Source(path: "site.yaml", bytes: Array(yaml.utf8))
    return try RsyncSettings.decode(YAML.read(source), from: source).value
  }

  private func destination(_ scratch: TemporaryFolder, _ server: LocalProgram, keep: Int = 5) throws
    -> Destination
  {
    let keys = scratch.url.appending(path: "keys").path
    let settings = try settings(
      """
      type: rsync
      to: 127.0.0.1:\(scratch.url.path)/srv
      port: \(server.port)
      identity: \(keys)/client
      known_hosts: \(keys)/known_hosts
      keep: \(keep)
      """)
    guard case .ssh(let host, let folder) = settings.to else { throw CocoaError(.fileNoSuchFile) }
    return .remote(RemoteReleases(host: host, folder: folder, settings))
  }

  private func shell(_ scratch: TemporaryFolder) throws -> LocalProgram {
    let keys = scratch.url.appending(path: "keys")
    try FileManager.default.createDirectory(at: keys, withIntermediateDirectories: true)
    return try LocalProgram.secureShell(keys: keys)
  }

  @Test("over ssh makes releases side by side, and can go back")
  func releases() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let server = try shell(scratch)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: destination(scratch, server))
    #expect(scratch.files(in: "srv/current") == Sample.site)
    try scratch.remove("public/assets/site.11111111.css")
    try scratch.write(["index.html": "segunda"], in: "public")
    let plan = try Sample.deploy(scratch, to: destination(scratch, server), as: "r2")
    #expect(plan.uploads.map(\.file.key) == ["index.html"])
    #expect(plan.kept == ["assets/site.11111111.css"])
    var expected = Sample.site
    expected["index.html"] = "segunda"
    #expect(scratch.files(in: "srv/current") == expected)
    let names = try FileManager.default.attributesOfItem(
      atPath: scratch.url.appending(path: "srv/current/blog/talos/index.html").path)
    #expect(names[.referenceCount] as? Int == 2)
    #expect(try destination(scratch, server).rollBack(to: nil, kind: .rsync) == "r1")
    #expect(scratch.files(in: "srv/current") == Sample.site)
    withExtendedLifetime(server) {}
  }

  @Test("over ssh keeps so many releases, and the lock is given back")
  func pruning() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let server = try shell(scratch)
    try scratch.write(Sample.site, in: "public")
    for number in 1...4 {
      try Sample.deploy(scratch, to: destination(scratch, server, keep: 2), as: "r\(number)")
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: scratch.url.appending(path: "srv/releases").path)
    #expect(left.sorted() == ["r3", "r4"])
    let records = try FileManager.default.contentsOfDirectory(
      atPath: scratch.url.appending(path: "srv/.deploy").path)
    #expect(records.sorted() == ["r3.json", "r4.json"])
    withExtendedLifetime(server) {}
  }

  @Test("over ssh waits for no other deploy, and trusts no unknown host")
  func refusals() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let server = try shell(scratch)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: destination(scratch, server))
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "srv/.deploy/lock"), withIntermediateDirectories: true)
    #expect(throws: DeployFailure.locked(by: "127.0.0.1:\(scratch.url.path)/srv/.deploy/lock")) {
      try Sample.deploy(scratch, to: destination(scratch, server), as: "r2")
    }
    try scratch.remove("srv/.deploy/lock")
    try Data().write(to: scratch.url.appending(path: "keys/known_hosts"))
    #expect {
      try Sample.deploy(scratch, to: destination(scratch, server), as: "r2")
    } throws: { error in
      guard case .refused("ssh 127.0.0.1", let said)? = error as? DeployFailure else { return false }
      return said.contains("Host key verification failed")
    }
    withExtendedLifetime(server) {}
  }

  @Test("names what it deletes from a module by patterns that match nothing else")
  func patterns() {
    #expect(
      Module.rules(for: ["a.html", "b/c/d*.html", "b/[x]/e?.txt", #"b/f\g*"#, #"h\i"#]) == [
        "/b/", #"/b/\[x]/"#, "/b/c/", "/a.html", #"/b/c/d\*.html"#, #"/b/\[x]/e\?.txt"#, #"/b/f\\g\*"#,
        #"/h\i"#,
      ])
  }

  @Test("into a module puts files in their places, and deletes its own alone")
  func module() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let served = scratch.url.appending(path: "served")
    try FileManager.default.createDirectory(at: served, withIntermediateDirectories: true)
    let server = try LocalProgram.rsync(module: served, password: "s3cr3to", scratch: scratch.url)
    let settings = try settings(
      "type: rsync\nto: rsync://autor@127.0.0.1/sitio/blog\nport: \(server.port)\n")
    guard case .module(let address) = settings.to else { throw CocoaError(.fileNoSuchFile) }
    func destination(password: String = "s3cr3to") -> Destination {
      .module(
        Module(
          address, settings, password: password, scratch: Path(scratch.url.appending(path: "cache").path)))
    }
    try scratch.write(["ajeno.txt": "no tocar"], in: "served/blog")
    try scratch.write(Sample.site, in: "public")
    let first = try Sample.deploy(scratch, to: destination())
    #expect(first.foreign == ["ajeno.txt"])
    func published() -> [String: String] {
      scratch.files(in: "served/blog").filter { !$0.key.hasPrefix(".deploy") }
    }
    #expect(published() == Sample.site.merging(["ajeno.txt": "no tocar"]) { $1 })
    try scratch.remove("public/img/armario.svg")
    try scratch.write(["blog/nuevo/index.html": "nuevo"], in: "public")
    let second = try Sample.deploy(scratch, to: destination(), as: "r2")
    #expect(second.deletes == ["img/armario.svg"])
    var expected = Sample.site
    expected["img/armario.svg"] = nil
    expected["ajeno.txt"] = "no tocar"
    expected["blog/nuevo/index.html"] = "nuevo"
    #expect(published() == expected)
    #expect(throws: DeployFailure.self) { try Sample.deploy(scratch, to: destination(password: "otra")) }
    withExtendedLifetime(server) {}
  }

  @Test(
    "takes only places that no shell could misread",
    arguments: [
      "host", "host:", "host:/", ":/srv", "-oProxyCommand=x:/srv", "host:/srv;rm", "host:/srv/$(x)",
      "host:/a b",
      "rsync://", "rsync://host", "rsync://host/", "host:relativo",
    ])
  func places(text: String) {
    #expect(RsyncSettings.Remote(text: text) == nil)
  }
}
