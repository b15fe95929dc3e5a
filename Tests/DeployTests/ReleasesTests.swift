import Deploy
import Disk
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Releases side by side")
struct ReleasesTests {
  private func destination(_ scratch: TemporaryFolder, keep: Int = 5) -> Destination {
    .releases(Releases(at: Path(scratch.url.appending(path: "srv").path), keep: keep))
  }

  @Test("serve the whole site, hidden files too")
  func first() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Sample.site, in: "public")
    let plan = try Sample.deploy(scratch, to: destination(scratch))
    #expect(plan.uploads.count == Sample.site.count)
    #expect(scratch.files(in: "srv/current") == Sample.site)
    #expect(scratch.files(in: "srv/releases/r1") == Sample.site)
  }

  @Test("share the files that did not change, and keep assets that open pages still ask for")
  func second() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: destination(scratch))
    try scratch.remove("public/assets/site.11111111.css")
    try scratch.remove("public/img/armario.svg")
    try scratch.write(
      ["index.html": "<link href=/assets/site.22222222.css>", "assets/site.22222222.css": "p{}"], in: "public"
    )
    let plan = try Sample.deploy(scratch, to: destination(scratch), as: "r2")
    #expect(plan.uploads.map(\.file.key) == ["assets/site.22222222.css", "index.html"])
    #expect(plan.deletes == ["img/armario.svg"])
    var expected = Sample.site
    expected["index.html"] = "<link href=/assets/site.22222222.css>"
    expected["assets/site.22222222.css"] = "p{}"
    expected["img/armario.svg"] = nil
    #expect(scratch.files(in: "srv/current") == expected)
    #expect(scratch.files(in: "srv/releases/r1") == Sample.site)
    let names = try FileManager.default.attributesOfItem(
      atPath: scratch.url.appending(path: "srv/current/blog/talos/index.html").path)
    #expect(names[.referenceCount] as? Int == 2)
  }

  @Test("do not change when the built site does")
  func independence() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: destination(scratch))
    let handle = try FileHandle(forWritingTo: scratch.url.appending(path: "public/index.html"))
    try handle.write(contentsOf: Data("ESTROPEADO".utf8))
    #expect(scratch.files(in: "srv/current") == Sample.site)
  }

  @Test("can be gone back to, and only so many stay")
  func rollback() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    for number in 1...4 {
      try scratch.write(["index.html": "versión \(number)"], in: "public")
      try Sample.deploy(scratch, to: destination(scratch, keep: 3), as: "r\(number)")
    }
    #expect(scratch.text("srv/current/index.html") == "versión 4")
    #expect(try destination(scratch).rollBack(to: nil, kind: .dir) == "r3")
    #expect(scratch.text("srv/current/index.html") == "versión 3")
    #expect(try destination(scratch).rollBack(to: "r2", kind: .dir) == "r2")
    #expect(scratch.text("srv/current/index.html") == "versión 2")
    #expect(throws: DeployFailure.objection(.noEarlierRelease)) {
      try destination(scratch).rollBack(to: nil, kind: .dir)
    }
    #expect(throws: DeployFailure.objection(.noSuchRelease("r1", known: ["r2", "r3", "r4"]))) {
      try destination(scratch).rollBack(to: "r1", kind: .dir)
    }
  }

  @Test("leave no half a release behind, and the next deploy goes on")
  func interruption() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: destination(scratch))
    let site = try Sample.built(scratch)
    try scratch.write(["index.html": "otra"], in: "public")
    let deployment = try Deployment(of: Sample.built(scratch), to: destination(scratch), keepAssets: 3)
    try scratch.write(["index.html": "cambiada después del plan"], in: "public")
    #expect(throws: DeployFailure.changedMeanwhile("index.html")) {
      try deployment.publish(as: "r2", at: Sample.now)
    }
    #expect(scratch.files(in: "srv/current") == Sample.site)
    try Sample.deploy(scratch, to: destination(scratch), as: "r3")
    #expect(scratch.text("srv/current/index.html") == "cambiada después del plan")
    let left = try FileManager.default.contentsOfDirectory(
      atPath: scratch.url.appending(path: "srv/releases").path)
    #expect(left.sorted() == ["r1", "r3"])
    #expect(site.files.count == Sample.site.count)
  }

  @Test("are made by one deploy at a time")
  func lock() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: destination(scratch))
    let held = try FileLock(at: Path(scratch.url.appending(path: "srv/.deploy/lock").path))
    #expect(throws: DeployFailure.self) { try Sample.deploy(scratch, to: destination(scratch), as: "r2") }
    _ = consume held
    try Sample.deploy(scratch, to: destination(scratch), as: "r2")
  }

  @Test("never show a client a page whose assets are not there")
  func switches() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    func write(_ number: Int) throws {
      let name = String("\(100_000_000 + number)".dropFirst())
      try? FileManager.default.removeItem(at: scratch.url.appending(path: "public"))
      try scratch.write(
        ["index.html": "assets/site.\(name).css", "assets/site.\(name).css": "versión \(number)"],
        in: "public")
    }
    try write(0)
    try Sample.deploy(scratch, to: destination(scratch), as: "r1000")
    let root = scratch.url.appending(path: "srv/current")
    let client = Visitor { _ in
      let page = try? String(contentsOf: root.appending(path: "index.html"), encoding: .utf8)
      let asset = page.flatMap { try? Data(contentsOf: root.appending(path: $0)) }
      return (page, asset != nil)
    }
    for number in 1...200 {
      try write(number)
      // A client that is held up for long may meet assets of many deploys ago.
      try Sample.deploy(scratch, to: destination(scratch), as: "r\(1000 + number)", keepAssets: 100)
    }
    let seen = client.stop()
    #expect(seen.broken == [])
    #expect(seen.loads > 200)
  }
}
