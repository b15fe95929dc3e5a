import Disk
import Foundation
import TestSupport
import Testing

@testable import Deploy

@Suite("Compressed forms")
struct CompressionTests {
  private func destination(_ scratch: TemporaryFolder) -> Destination {
    .releases(
      Releases(
        at: Path(scratch.path).appending("srv"), keep: 5,
        compressor: Compressor(in: Path(scratch.path).appending("compressed"))))
  }

  @Test("lie beside texts that they make shorter, are read by everybody, and are always the same")
  func beside() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    let noise = (0..<2000).map { _ in "\(UInt8.random(in: 0...255))" }.joined()
    try scratch.write(
      [
        "index.html": Public.page, "corto.html": "x", "foto.png": Public.page, "a.txt": noise,
        "a.txt.gz": "propio",
      ],
      in: "public")
    try Sample.deploy(scratch, to: destination(scratch))
    let published = try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/srv/current/")
      .sorted()
    #expect(
      published == [
        "a.txt", "a.txt.br", "a.txt.gz", "corto.html", "foto.png", "index.html", "index.html.br",
        "index.html.gz",
      ])
    #expect(scratch.text("srv/current/a.txt.gz") == "propio")
    let gzip = try scratch.read("srv/current/index.html.gz")
    #expect(
      try LocalProgram.run("gzip", ["-dc", "srv/current/index.html.gz"], in: scratch.url) == Public.page)
    #expect(Array(gzip.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    try scratch.remove("compressed")
    try scratch.write(["otra/index.html": Public.page], in: "public")
    try Sample.deploy(scratch, to: destination(scratch), as: "r2")
    #expect(try scratch.read("srv/current/otra/index.html.gz") == gzip)
    let links = try FileManager.default.attributesOfItem(atPath: "\(scratch.path)/srv/current/index.html.br")
    #expect(links[.referenceCount] as? Int == 2)
  }

  @Test("go with the text that they are a form of")
  func going() throws {
    let scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(["index.html": Public.page, "b.html": Public.page + "b"], in: "public")
    try Sample.deploy(scratch, to: destination(scratch))
    try scratch.remove("public/b.html")
    try scratch.write(["index.html": "breve"], in: "public")
    try Sample.deploy(scratch, to: destination(scratch), as: "r2")
    #expect(scratch.files(in: "srv/current") == ["index.html": "breve"])
    #expect(scratch.files(in: "compressed") == [:])
  }

  @Test("of nothing and of little are none", arguments: CompressedForm.allCases)
  func short(form: CompressedForm) throws {
    #expect(try form.compressed([]) == nil)
    #expect(try form.compressed(Array("x".utf8)) == nil)
  }
}
