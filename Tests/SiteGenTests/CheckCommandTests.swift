import Foundation
import TestSupport
import Testing

@Suite("sitegen check")
struct CheckCommandTests {
  private static let page = "---\ntitle: Inicio\n---\n\n[nada](nada.md)\n"
  private static let site = ["check", "--source", "site", "--now", "2026-06-01T10:00:00Z"]

  private static func run(_ options: String..., in scratch: TemporaryFolder) throws -> Program.Run {
    try Program.run(arguments: site + options, in: scratch.url)
  }

  @Test("tells findings as results, fails when it is strict, and writes nothing")
  func findings() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(Self.page, to: "site/content/_index.md")
    let plain = try Self.run(in: scratch)
    #expect(plain.status == 0)
    #expect(
      plain.output.hasPrefix("content/_index.md:5:8: warning: no page and no file answers at 'nada.md'\n"))
    #expect(plain.errors == "2 pages: 1 warning\n")
    #expect(try Self.run("--strict", in: scratch).status == 1)
    let spanish = try Self.run("--lang", "es", in: scratch)
    #expect(spanish.errors == "2 páginas: 1 aviso\n")
    let json = try Self.run("--format", "json", in: scratch)
    #expect(json.output.hasSuffix("{\"pages\":2,\"errors\":0,\"warnings\":1,\"known\":0,\"stale\":0}\n"))
    let github = try Self.run("--format", "github", in: scratch)
    #expect(github.output.hasPrefix("::warning file=content/_index.md,line=5,col=8,"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["site"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.url.appending(path: "site").path)
        == ["content"])
  }

  @Test("leaves out what a baseline knows, and tells how much that is")
  func baseline() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(Self.page, to: "site/content/_index.md")
    let written = try Self.run("--baseline", "known.yaml", "--write-baseline", in: scratch)
    #expect(written.status == 0)
    #expect(written.errors == "1 finding is known from now on: known.yaml\n")
    let known = try Self.run("--baseline", "known.yaml", "--strict", in: scratch)
    #expect(known.status == 0)
    #expect(known.output == "")
    #expect(known.errors == "2 pages: nothing found, 1 known\n")
    try scratch.write("---\ntitle: Inicio\n---\n\nTexto.\n", to: "site/content/_index.md")
    let mended = try Self.run("--baseline", "known.yaml", "--lang", "es", in: scratch)
    #expect(mended.status == 0)
    #expect(mended.errors == "2 páginas: nada que objetar, 1 conocido ya no está\n")
    #expect(
      mended.output.contains("known.yaml:4:3: nota: «link-broken» en «content/_index.md» ya no aparece\n"))
  }

  @Test("tells a command line and a baseline that are wrong from findings")
  func refusals() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(Self.page, to: "site/content/_index.md")
    #expect(try Self.run("--write-baseline", in: scratch).status == 2)
    let absent = try Self.run("--baseline", "known.yaml", in: scratch)
    #expect(absent.status == 1)
    #expect(absent.errors.hasPrefix("known.yaml: error: "))
    try scratch.write("titel: x\n", to: "site/site.yaml")
    #expect(try Self.run(in: scratch).status == 1)
  }
}
