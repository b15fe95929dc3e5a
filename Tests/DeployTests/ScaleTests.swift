import Disk
import Foundation
import TestSupport
import Testing

@testable import Deploy

/// Many files, and large ones.
@Suite("A large site")
struct ScaleTests {
  private static let isSlow = BuiltProgram.isTriedAtLength

  /// Writes so many pages, and the few other files that a site has.
  private func write(_ count: Int, into scratch: TemporaryFolder) throws {
    let text = String(repeating: "<p>Talos arranca en el armario.</p>\n", count: 40)
    try scratch.write(["index.html": "x", "assets/site.11111111.css": "a{}"], in: "public")
    for number in 0..<count - 2 {
      try scratch.write("\(number)\n\(text)", to: "public/p/\(number / 100)/\(number)/index.html")
    }
  }

  /// Publishes to a target twice, then one post changed, then one gone.
  private func expectOnlyChanges(_ count: Int, to destination: () throws -> Destination) throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try write(count, into: scratch)
    #expect(try Sample.deploy(scratch, to: destination()).uploads.count == count)
    let nothing = try Deployment(of: Sample.built(scratch), to: destination(), keepAssets: 3).plan
    #expect(nothing.isEmpty && nothing.unchanged == count)
    try scratch.write(["p/0/7/index.html": "otra", "index.html": "y"], in: "public")
    try scratch.remove("public/p/0/8/index.html")
    let plan = try Sample.deploy(scratch, to: destination(), as: "r2")
    #expect(plan.uploads.map(\.file.key) == ["p/0/7/index.html", "index.html"])
    #expect(plan.deletes == ["p/0/8/index.html"] && plan.unchanged == count - 3)
    #expect(try Deployment(of: Sample.built(scratch), to: destination(), keepAssets: 3).plan.isEmpty)
  }

  @Test("goes into a folder, and then only what changed does")
  func folder() throws {
    let target = try TemporaryFolder(inMemory: true)
    try expectOnlyChanges(Self.isSlow ? 34_000 : 300) {
      .releases(Releases(at: Path(target.path).appending("srv"), keep: 2))
    }
  }

  @Test(
    "goes into a bucket, and then only what changed does",
    .enabled(if: Store.shared != nil, "there is no store to try with"))
  func bucket() throws {
    let store = try #require(Store.shared)
    let name = try store.make()
    try expectOnlyChanges(Self.isSlow ? 10_000 : 1_100) { .bucket(try store.bucket(name)) }
  }

  @Test(
    "may hold a file of a hundred megabytes",
    .enabled(if: Store.shared != nil && isSlow, "part of the long lane, and there must be a store"))
  func largeFile() throws {
    let store = try #require(Store.shared)
    let name = try store.make()
    let scratch = try TemporaryFolder(inMemory: true)
    var bytes = [UInt8](repeating: 0, count: 100 << 20)
    for index in stride(from: 0, to: bytes.count, by: 4096) { bytes[index] = UInt8(index >> 12 & 0xFF) }
    try scratch.write(bytes: bytes, to: "public/descargas/imagen.iso")
    try scratch.write(["index.html": "x"], in: "public")
    let plan = try Sample.deploy(scratch, to: .bucket(store.bucket(name)))
    let file = try #require(plan.uploads.first { $0.file.size == 100 << 20 }?.file)
    // One piece: then the store's name for it is the digest of the whole.
    #expect(try store.bucket(name).state().objects?[file.key]?.md5 == file.fingerprint.md5)
    #expect(
      try Deployment(of: Sample.built(scratch), to: .bucket(store.bucket(name)), keepAssets: 3).plan.isEmpty)
  }

  /// Processor time, since the machine may have other things to do; on an idle one it is less by the clock.
  @Test(
    "of 34,000 files is compared with its target in a moment",
    .enabled(if: BuiltProgram.isRelease && isSlow, "part of the long lane, with a release build"))
  func moment() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try write(34_000, into: scratch)
    try scratch.write(
      "base_url: https://blog.example.org/\ndeploy: {verify: 0, targets: {casa: {type: dir, path: srv}}}\n",
      to: "site.yaml")
    try LocalProgram.run(BuiltProgram.path, ["deploy", "--quiet"], in: scratch.url)
    let told = try LocalProgram.run(
      BuiltProgram.path, ["deploy", "--dry-run", "--lang", "en"], in: scratch.url)
    #expect(told == "casa (dir)\nunchanged: 34000\n")
    let times = try LocalProgram.run(
      "bash",
      ["-c", "TIMEFORMAT='%U %S'; { time \"$0\" deploy --dry-run >/dev/null; } 2>&1", BuiltProgram.path],
      in: scratch.url)
    let seconds = times.split { $0 == " " || $0 == "\n" }.compactMap { Double($0) }.reduce(0, +)
    #expect(seconds > 0 && seconds <= 1.5, "\(times)")
  }
}
