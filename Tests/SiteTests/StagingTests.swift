import Disk
import Foundation
import Site
import TestSupport
import Testing

@Suite("A new output")
struct StagingTests {
  private func summary(written: Int = 0, copied: Int = 0, unchanged: Int = 0, deleted: Int = 0)
    -> OutputSummary
  {
    var summary = OutputSummary()
    (summary.written, summary.copied, summary.unchanged, summary.deleted) = (
      written, copied, unchanged, deleted
    )
    return summary
  }

  @Test("is there whole when it is committed, and nothing of it before")
  func whole() throws {
    let site = try OutputFolder()
    let staging = try Staging(site.output, of: site.sources, home: nil)
    try staging.write("index.html", Array("uno".utf8))
    try staging.write("blog/talos/index.html", Array("dos".utf8))
    #expect(try site.names() == [".public.sitegen", ".sitegen"])
    #expect(try staging.commit() == summary(written: 2))
    #expect(try site.tree() == ["index.html": "uno", "blog/talos/index.html": "dos"])
    #expect(try site.names() == [".sitegen", "public"])
  }

  @Test("leaves no trace when it is abandoned")
  func abandoned() throws {
    let site = try OutputFolder()
    let staging = try Staging(site.output, of: site.sources, home: nil)
    try staging.write("index.html", Array("uno".utf8))
    try staging.abandon()
    #expect(try site.names() == [".sitegen"])
  }

  @Test("replaces, adds and deletes, and leaves alone what stays")
  func changed() throws {
    let site = try OutputFolder()
    try site.build(["a.html": "a", "b/index.html": "b", "c/d/e.html": "e", "igual.html": "igual"])
    let before = try stamps(site)
    let after = try site.build(["a.html": "A", "b/index.html": "b", "f/g.html": "g", "igual.html": "igual"])
    #expect(after == summary(written: 2, unchanged: 2, deleted: 1))
    #expect(
      try site.tree() == ["a.html": "A", "b/index.html": "b", "f/g.html": "g", "igual.html": "igual"])
    #expect(!File.exists(site.output.appending("c")), "an empty folder stays behind")
    #expect(try stamps(site)["igual.html"] == before["igual.html"])
    #expect(try site.names() == [".sitegen", "public"])
  }

  @Test("is not written at all when nothing changed")
  func unchanged() throws {
    let site = try OutputFolder()
    let files = ["index.html": "uno", "blog/index.html": "dos"]
    try site.build(files)
    let before = try stamps(site)
    #expect(try site.build(files) == summary(unchanged: 2))
    #expect(try stamps(site) == before)
  }

  @Test("mends a file that somebody changed, and knows one that was only touched")
  func meddled() throws {
    let site = try OutputFolder()
    let files = ["a.html": "uno", "b.html": "dos", "c.html": "tres"]
    try site.build(files)
    try site.put("public/a.html", "UNO")
    try site.put("public/b.html", "dos")
    try site.remove("public/c.html")
    #expect(try site.build(files) == summary(written: 2, unchanged: 1))
    #expect(try site.tree() == files)
    #expect(try site.build(files) == summary(unchanged: 3))
  }

  @Test("turns files into folders and folders into files")
  func shapes() throws {
    let site = try OutputFolder()
    try site.build(["a": "1", "b/c/d": "2", "b/e": "3"])
    #expect(try site.build(["a/x/y": "4", "b": "5"]) == summary(written: 2, deleted: 3))
    #expect(try site.tree() == ["a/x/y": "4", "b": "5"])
  }

  @Test("is built into an empty folder too, which keeps its permissions")
  func empty() throws {
    let site = try OutputFolder()
    try FileManager.default.createDirectory(
      at: site.root.appending(path: "public"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o750])
    try site.build(["index.html": "uno"])
    let attributes = try FileManager.default.attributesOfItem(atPath: site.output.text)
    #expect(attributes[.posixPermissions] as? Int == 0o750)
    #expect(try site.tree() == ["index.html": "uno"])
  }

  @Test("goes into a folder that is a checked-out branch, and leaves its .git alone")
  func branch() throws {
    let site = try OutputFolder()
    try site.put("public/.git", "gitdir: …")
    try site.build(["index.html": "uno"])
    try site.build(["index.html": "dos"])
    #expect(try site.tree() == [".git": "gitdir: …", "index.html": "dos"])
  }

  @Test("leaves alone what no build wrote")
  func foreign() throws {
    let site = try OutputFolder()
    try site.build(["a/index.html": "a", "b/index.html": "b"])
    try site.put("public/CNAME", "ejemplo.dev")
    try site.put("public/b/nota.txt", "mía")
    try site.build(["a/index.html": "a"])
    #expect(try site.tree() == ["a/index.html": "a", "b/nota.txt": "mía", "CNAME": "ejemplo.dev"])
  }

  @Test("takes a file of somebody else's for its own when it is the same")
  func adopted() throws {
    let site = try OutputFolder()
    try site.build(["a.html": "a"])
    try site.put("public/CNAME", "ejemplo.dev")
    #expect(try site.build(["a.html": "a", "CNAME": "ejemplo.dev"]) == summary(unchanged: 2))
    #expect(try site.build(["a.html": "a"]) == summary(unchanged: 1, deleted: 1))
  }

  @Test("may lie anywhere, in folders that are not there yet")
  func elsewhere() throws {
    let site = try OutputFolder()
    let output = site.sources.appending("sitio/web")
    try site.build(["index.html": "uno"], to: output)
    #expect(try site.build(["index.html": "uno"], to: output) == summary(unchanged: 1))
    #expect(try site.tree("sitio/web") == ["index.html": "uno"])
  }

  @Test("moves with its site, and is known by its path from there")
  func moved() throws {
    let site = try OutputFolder()
    try site.put("sitio/site.yaml", "")
    let old = site.sources.appending("sitio")
    let staging = try Staging(old.appending("public"), of: old, home: nil)
    try staging.write("index.html", Array("uno".utf8))
    _ = try staging.commit()
    let new = site.sources.appending("otro")
    try File.move(old, to: new)
    let again = try Staging(new.appending("public"), of: new, home: nil)
    try again.write("index.html", Array("uno".utf8))
    #expect(try again.commit() == summary(unchanged: 1))
  }

  @Test("follows a link to where the folder really is")
  func linked() throws {
    let site = try OutputFolder()
    try site.put("fuera/x", "")
    try site.remove("fuera/x")
    try File.makeLink(to: "fuera", at: site.output)
    try site.build(["index.html": "uno"])
    #expect(File.linkTarget(of: site.output) == "fuera")
    #expect(try site.tree("fuera") == ["index.html": "uno"])
  }

  @Test("copies files, again only when they changed, and never links them")
  func copies() throws {
    let site = try OutputFolder()
    try site.put("static/rack.jpg", "foto")
    let files = ["rack.jpg": "@static/rack.jpg", "index.html": "uno"]
    #expect(try site.build(files) == summary(written: 1, copied: 1))
    #expect(try site.build(files) == summary(unchanged: 2))
    try site.put("static/rack.jpg", "foto")
    #expect(try site.build(files) == summary(unchanged: 2), "only touched")
    try site.put("static/rack.jpg", "otra")
    #expect(try site.tree()["rack.jpg"] == "foto", "linked to its source")
    #expect(try site.build(files) == summary(copied: 1, unchanged: 1))
    #expect(try site.tree()["rack.jpg"] == "otra")
  }

  @Test("copies large and empty files byte for byte")
  func largeCopies() throws {
    let site = try OutputFolder()
    var dice = Dice(seed: 7)
    let bytes = Data((0..<700_001).map { _ in UInt8.random(in: 0...255, using: &dice) })
    try site.put("static/vacío", "")
    try bytes.write(to: site.root.appending(path: "static/grande"))
    try site.build(["grande": "@static/grande", "vacío": "@static/vacío"])
    #expect(try Data(contentsOf: site.root.appending(path: "public/grande")) == bytes)
    #expect(try Data(contentsOf: site.root.appending(path: "public/vacío")).isEmpty)
  }

  @Test("compares originals byte by byte when stamps are not to be trusted")
  func untrusted() throws {
    let site = try OutputFolder()
    try site.put("static/a", "uno")
    for expected in [summary(copied: 1), summary(unchanged: 1)] {
      let staging = try Staging(site.output, of: site.sources, home: nil, trustsStamps: false)
      try staging.copy(site.sources.appending("static/a"), to: "a")
      #expect(try staging.commit() == expected)
    }
  }

  private func stamps(_ site: OutputFolder) throws -> [String: Date] {
    var stamps: [String: Date] = [:]
    for path in try site.tree().keys {
      let attributes = try FileManager.default.attributesOfItem(atPath: site.output.appending(path).text)
      stamps[path] = attributes[.modificationDate] as? Date
    }
    return stamps
  }
}
