import Deploy
import Disk
import Foundation
import TestSupport
import Testing

@Suite("A tar file of the site")
struct ArtifactTests {
  @Test("is read by tar, holds every file, and is the same each time")
  func archive() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let long = "blog/" + String(repeating: "una-dirección-larga/", count: 8) + "index.html"
    let site = Sample.site.merging([long: "larga"]) { $1 }
    try scratch.write(site, in: "public")
    let file = scratch.url.appending(path: "artifact.tar")
    try Sample.deploy(scratch, to: .artifact(Artifact(Path(file.path))))
    let first = try Data(contentsOf: file)
    let out = scratch.url.appending(path: "out")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    try LocalProgram.run("tar", ["-xf", file.path, "-C", out.path])
    #expect(scratch.files(in: "out") == site)
    try Sample.deploy(scratch, to: .artifact(Artifact(Path(file.path))))
    #expect(try Data(contentsOf: file) == first)
    let listing = try LocalProgram.run("tar", ["-tvf", file.path, "--numeric-owner"])
    let rows = listing.split(separator: "\n")
    #expect(rows.allSatisfy { $0.hasPrefix("-rw-r--r-- 0/0") || $0.hasPrefix("drwxr-xr-x 0/0") })
  }
}
