import Deploy
import Diagnostics
import Disk
import Foundation
import Nodes
import TestSupport
import Testing

@Suite("Publishing to a branch")
struct BranchTests {
  private func destination(
    _ scratch: TemporaryFolder, remote: String, history: Bool = false,
    token: (user: String, token: String)? = nil,
    folder: String = "own.git"
  ) throws -> Destination {
    let yaml = "type: git\nbranch: pages\nhistory: \(history)\ncname: true\n"
    let source = Source(path: "site.yaml", bytes: Array(yaml.utf8))
    let settings = try BranchSettings.decode(YAML.read(source), from: source).value
    return .branch(
      Branch(
        settings, in: Path(scratch.url.appending(path: folder).path), remote: remote, token: token,
        domain: "blog.example.org"))
  }

  private func bare(_ scratch: TemporaryFolder) throws -> URL {
    let url = scratch.url.appending(path: "repos/blog.git")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try LocalProgram.run("git", ["init", "--quiet", "--bare", url.path])
    return url
  }

  /// What a visitor's checkout of the branch holds, without our own record.
  private func published(_ scratch: TemporaryFolder, _ repository: URL) throws -> [String: String] {
    let clone = scratch.url.appending(path: "clone-\(UUID().uuidString)")
    try LocalProgram.run("git", ["clone", "--quiet", "--branch", "pages", repository.path, clone.path])
    return scratch.files(in: clone.lastPathComponent).filter {
      !$0.key.hasPrefix(".git/") && !$0.key.hasPrefix(".deploy/")
    }
  }

  private var expected: [String: String] {
    Sample.site.merging([".nojekyll": "", "CNAME": "blog.example.org\n"]) { $1 }
  }

  @Test("makes one commit without a parent, and replaces it the next time")
  func orphan() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let repository = try bare(scratch)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: destination(scratch, remote: repository.path))
    #expect(try published(scratch, repository) == expected)
    try scratch.remove("public/img/armario.svg")
    try scratch.write(["index.html": "segunda"], in: "public")
    let plan = try Sample.deploy(scratch, to: destination(scratch, remote: repository.path), as: "r2")
    #expect(plan.uploads.map(\.file.key) == ["index.html"])
    #expect(plan.deletes == ["img/armario.svg"])
    var after = expected
    after["index.html"] = "segunda"
    after["img/armario.svg"] = nil
    #expect(try published(scratch, repository) == after)
    #expect(try LocalProgram.run("git", ["-C", repository.path, "rev-list", "--count", "pages"]) == "1\n")
  }

  @Test("may keep the history, and works from a fresh machine")
  func history() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let repository = try bare(scratch)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: destination(scratch, remote: repository.path, history: true))
    try scratch.write(["index.html": "segunda"], in: "public")
    try Sample.deploy(
      scratch, to: destination(scratch, remote: repository.path, history: true, folder: "fresh.git"), as: "r2"
    )
    #expect(try LocalProgram.run("git", ["-C", repository.path, "rev-list", "--count", "pages"]) == "2\n")
    #expect(try published(scratch, repository)["index.html"] == "segunda")
  }

  @Test("refuses to overwrite what somebody else pushed meanwhile")
  func lease() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let repository = try bare(scratch)
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(scratch, to: destination(scratch, remote: repository.path))
    try scratch.write(["index.html": "mía"], in: "public")
    let mine = try Deployment(
      of: Sample.built(scratch), to: destination(scratch, remote: repository.path), keepAssets: 3)
    try scratch.write(["index.html": "de otra persona"], in: "public")
    try Sample.deploy(
      scratch, to: destination(scratch, remote: repository.path, folder: "other.git"), as: "r2")
    try scratch.write(["index.html": "mía"], in: "public")
    #expect {
      try mine.publish(as: "r3", at: Sample.now)
    } throws: { error in
      guard case .refused("git push", let said)? = error as? DeployFailure else { return false }
      return said.contains("stale info")
    }
    #expect(try published(scratch, repository)["index.html"] == "de otra persona")
  }

  @Test("leaves alone a branch that holds somebody else's files")
  func foreign() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let repository = try bare(scratch)
    let other = scratch.url.appending(path: "other")
    try scratch.write(["notas.txt": "ajenas"], in: "other")
    try LocalProgram.run("git", ["init", "--quiet", "-b", "pages"], in: other)
    try LocalProgram.run("git", ["add", "."], in: other)
    try LocalProgram.run(
      "git", ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "x"],
      in: other)
    try LocalProgram.run("git", ["push", "--quiet", repository.path, "pages"], in: other)
    try scratch.write(Sample.site, in: "public")
    let deployment = try Deployment(
      of: Sample.built(scratch), to: destination(scratch, remote: repository.path), keepAssets: 3)
    #expect(
      Guard(maxDeletes: 9, maxDeleteShare: 9, adopts: false).objections(to: deployment.plan) == [
        .foreignFiles(1, first: "notas.txt")
      ])
    try deployment.publish(as: "r1", at: Sample.now)
    #expect(try published(scratch, repository) == expected.merging(["notas.txt": "ajenas"]) { $1 })
  }

  @Test("over HTTP sends the token in a header, and never repeats it in a message")
  func smartHTTP() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let repository = try bare(scratch)
    try LocalProgram.run("git", ["-C", repository.path, "config", "http.receivepack", "true"])
    let server = try LocalServer(
      script: "Servers/git-http.py",
      arguments: [repository.deletingLastPathComponent().path, "autor", "s3cr3t0-largo"])
    let remote = server.url("git", "blog.git", scheme: "http")
    try scratch.write(Sample.site, in: "public")
    try Sample.deploy(
      scratch, to: destination(scratch, remote: remote, token: ("autor", "s3cr3t0-largo")))
    #expect(try published(scratch, repository) == expected)
    let configuration = try #require(scratch.text("own.git/config"))
    #expect(!configuration.contains("s3cr3t0"))
    #expect {
      try Sample.deploy(scratch, to: destination(scratch, remote: remote, token: ("autor", "otra-clave-99")))
    } throws: { error in
      guard case .refused(_, let said)? = error as? DeployFailure else { return false }
      return !said.isEmpty && !said.contains("otra-clave-99")
    }
    withExtendedLifetime(server) {}
  }
}
