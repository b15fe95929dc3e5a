import Diagnostics
import Disk
import Foundation
import Language
import TestSupport
import Testing
import Workers

@testable import Site

@Suite("What a build keeps for the next one")
struct BuildStateTests {
  private static let now = Instant(seconds: 1_771_585_200)

  private static let files = [
    "site.yaml": "title: Casa\nauthor: {name: Ana}\n",
    "content/blog/a.md": "---\ntitle: A\ndate: 2025-01-01\ntags: [talos]\n---\nuno\n",
    "content/blog/b.md": "---\ntitle: B\ndate: 2025-01-02\n---\n[lejos](/nada/)\n",
    "content/acerca.md": "# Acerca\n\nHola\n",
  ]

  private func folder() throws -> OutputFolder {
    let folder = try OutputFolder()
    for (path, text) in Self.files { try folder.put(path, text) }
    settle()
    return folder
  }

  /// A file is believed to be unchanged only when it was settled at the last look.
  private func settle() { Thread.sleep(forTimeInterval: 0.08) }

  private func build(
    _ folder: OutputFolder, now: Instant = now, _ change: (inout SiteBuild.Request) -> Void = { _ in }
  ) throws -> SiteBuild.Outcome {
    var request = request(of: folder, now: now)
    change(&request)
    return try SiteBuild(request).run()
  }

  private func request(of folder: OutputFolder, now: Instant = now) -> SiteBuild.Request {
    SiteBuild.Request(source: folder.sources, output: folder.output, workers: Workers(count: 1), now: now)
  }

  private func state(of folder: OutputFolder) throws -> Path {
    let outputs = folder.sources.appending(".sitegen/outputs")
    let name = try #require(try File.names(in: outputs).first { $0.suffix(6).elementsEqual(".state".utf8) })
    return outputs.appending(name)
  }

  @Test("lets a build do nothing where nothing changed, and tell the same")
  func nothing() throws {
    let folder = try folder()
    let first = try build(folder)
    let second = try build(folder)
    #expect(first.rendered > 10 && second.rendered == 0)
    #expect(second.times.map(\.phase) == [.loading])
    #expect(second.report.told == first.report.told)
    #expect(second.pages == first.pages && second.output?.written == 0)
  }

  @Test("lets a build render what an edit concerns, and no more")
  func edits() throws {
    let folder = try folder()
    let first = try build(folder)
    try folder.put("content/acerca.md", "# Acerca\n\nAdiós\n")
    let body = try build(folder)
    #expect(body.rendered < first.rendered / 2)
    #expect(body.output?.written == 1)
    try folder.put("templates/page.html", "{{ page.title }}\n")
    let template = try build(folder)
    #expect(template.rendered < first.rendered)
    #expect(try folder.tree()["acerca/index.html"]?.hasPrefix("Acerca") == true)
    try folder.put("site.yaml", "title: Otra casa\n")
    #expect(try build(folder).output?.written ?? 0 > 3)
  }

  @Test("does not trust the stamps of another machine, but what files hold")
  func elsewhere() throws {
    let folder = try folder()
    let first = try build(folder)
    let second = try build(folder) { $0.trustsStamps = false }
    #expect(second.times.count > 1)
    #expect(second.rendered <= 1 && second.output?.written == 0)
    #expect(second.report.told == first.report.told)
  }

  @Test("is the same in another folder, on a machine where every file is new")
  func moves() throws {
    let folder = try folder()
    let first = try build(folder)
    let other = try OutputFolder()
    for name in try folder.names() {
      try FileManager.default.copyItem(
        at: folder.root.appending(path: name), to: other.root.appending(path: name))
    }
    let old: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)]
    for path in Self.files.keys {
      try FileManager.default.setAttributes(old, ofItemAtPath: other.root.appending(path: path).path)
    }
    let second = try build(other) { $0.trustsStamps = false }
    #expect(second.notice == nil && second.rendered <= 1 && second.output?.written == 0)
    #expect(second.report.told == first.report.told)
    #expect(try other.tree() == folder.tree())
  }

  @Test("does not keep an output from being searched for a secret that became one since")
  func secrets() throws {
    let folder = try folder()
    try folder.put("content/blog/c.md", "# C\n\nLa clave es hunter2-jellyfin\n")
    settle()
    #expect(try !build(folder).report.fails())
    let secret = try build(folder) { $0.variables = ["DB_PASSWORD": "hunter2-jellyfin"] }
    #expect(secret.report.fails() && secret.output == nil)
    #expect(secret.report.told.contains("public/blog/c/index.html"))
    #expect(try !build(folder) { $0.variables = ["DB_PASSWORD": "otra-clave-larga"] }.report.fails())
    try folder.put("content/acerca.md", "# Acerca\n\nAdiós\n")
    let later = try build(folder) { $0.variables = ["DB_PASSWORD": "hunter2-jellyfin"] }
    #expect(later.report.fails() && later.output == nil)
  }

  @Test("is not believed of a file of the output that somebody changed or deleted")
  func touched() throws {
    let folder = try folder()
    _ = try build(folder)
    let tree = try folder.tree()
    try folder.put("public/acerca/index.html", "otra cosa\n")
    #expect(try build(folder).output?.written == 1)
    #expect(try folder.tree() == tree)
    try folder.remove("public/blog/a/index.html")
    #expect(try build(folder).output?.written == 1)
    #expect(try folder.tree() == tree)
  }

  @Test("lets the build after the first do nothing, however young the files are")
  func youngFiles() throws {
    let folder = try OutputFolder()
    for (path, text) in Self.files { try folder.put(path, text) }
    _ = try build(folder)
    #expect(try build(folder).times.map(\.phase) == [.loading])
    try folder.put("content/acerca.md", "# Acerca\n\nadiós\n")
    #expect(try build(folder).output?.written == 1)
    #expect(try build(folder).times.map(\.phase) == [.loading])
  }

  @Test("is left aside where it is damaged, wherever that is, and a line says so")
  func damage() throws {
    let folder = try folder()
    _ = try build(folder)
    let path = try state(of: folder)
    let whole = try File.read(path)
    for part in 0..<50 {
      try File.write(Array(whole[..<(whole.count * part / 50)]), to: path)
      try folder.put("content/acerca.md", "# Acerca\n\nHola\n")
      let outcome = try build(folder)
      #expect(outcome.notice == .damaged, "cut at \(part)/50")
      #expect(outcome.rendered > 10 && outcome.output?.written == 0)
    }
    var dice = Dice(seed: 7)
    for _ in 0..<20 {
      var bytes = whole
      let place = Int(dice.next() % UInt64(bytes.count))
      bytes[place] ^= 1 << UInt8(dice.next() % 8)
      try File.write(bytes, to: path)
      // Where nothing was touched most of it is not even read.
      try folder.put("content/acerca.md", "# Acerca\n\nHola\n")
      let notice = try build(folder).notice
      #expect(notice == .damaged || notice == .otherVersion, "bit of byte \(place)")
    }
  }

  @Test("is left aside where another version, another program or a broken build wrote it")
  func foreign() throws {
    let folder = try folder()
    _ = try build(folder)
    #expect(try build(folder) { $0.program = 5 }.notice == .otherProgram)
    #expect(try build(folder).notice == .otherProgram)
    let path = try state(of: folder)
    let older = try File.read(path)
    try folder.put("content/blog/c.md", "# C\n")
    _ = try build(folder)
    try File.write(older, to: path)
    #expect(try build(folder).notice == .interrupted)
    try File.write(Array("sitegen state 9\n".utf8) + Array(older.dropFirst(16)), to: path)
    #expect(try build(folder).notice == .otherVersion)
    #expect(try build(folder) { $0.fresh = true }.notice == .refused)
  }

  @Test("knows when time alone changes something")
  func time() throws {
    let folder = try folder()
    try folder.put("content/blog/pronto.md", "---\ntitle: Pronto\ndate: 2026-03-01\n---\nHola\n")
    settle()
    _ = try build(folder)
    let day = Instant.secondsPerDay
    #expect(try build(folder, now: Self.now.adding(seconds: day)).times.count == 1)
    let later = try build(folder, now: Self.now.adding(seconds: 20 * day))
    #expect(later.times.count > 1 && later.rendered > 0)
    #expect(try folder.tree()["blog/pronto/index.html"] != nil)
  }

  @Test("is checked byte for byte when asked to")
  func verifying() throws {
    let folder = try folder()
    _ = try build(folder)
    #expect(try build(folder) { $0.verify = true }.report.fails() == false)
    let output = folder.sources.appending("public")
    let count = try Tree(walking: output, taking: .whole).files.count
    #expect(try build(folder) { $0.verify = true }.verified == count)
    let bytes = try File.read(output.appending("acerca/index.html"))
    try File.write(Array(bytes.dropLast(2)) + Array("x\n".utf8), to: output.appending("acerca/index.html"))
    try File.write(Array("a".utf8), to: output.appending("_headers"))
    try File.write(Array("a".utf8), to: output.appending("de-nadie.txt"))
    try FileManager.default.removeItem(atPath: output.appending("sitemap.xml").text)
    let verification = try Verification(request(of: folder))
    let hint = "\nhint: build once with --fresh, and please report this: it is a mistake of the program"
    #expect(
      verification.mistakes.map { Report([$0]).told(in: .english).replacing("\(output.text)/", with: "") }
        == [
          "acerca/index.html: error: this is not what a build from nothing makes: it differs from byte "
            + "\(bytes.count - 2) on\(hint)\n",
          "sitemap.xml: error: a build from nothing makes this file, and it is not there\(hint)\n",
          "_headers: error: this is not what a build from nothing makes: it differs from byte 0 on\(hint)\n",
          "de-nadie.txt: error: a build from nothing does not make this file\(hint)\n",
        ])
  }

  @Test("explains why an output is rendered")
  func explaining() throws {
    let folder = try folder()
    #expect(
      try build(folder) { $0.explain = "/acerca/" }.explanation?.lines(in: .english)
        == ["acerca/index.html is rendered: nothing was known from an earlier build"])
    try folder.put("content/acerca.md", "# Acerca\n\nAdiós\n")
    #expect(
      try build(folder) { $0.explain = "acerca" }.explanation?.lines(in: .spanish).first
        == "acerca/index.html se genera:")
    #expect(
      try build(folder) { $0.explain = "/acerca/" }.explanation?.lines(in: .english)
        == ["acerca/index.html is kept: nothing that it has read changed"])
    #expect(
      try build(folder) { $0.explain = "/no/" }.explanation?.lines(in: .spanish)
        == ["el sitio no tiene esa salida"])
  }

  @Test("says in one line why everything is built")
  func sentences() {
    func told(_ finding: StateFinding) -> [String] {
      [Tongue.english, .spanish].map { finding.sentence(in: $0).message }
    }
    #expect(
      told(.damaged) == [
        "everything is built: what the last build kept is damaged",
        "se genera todo: lo que guardó la última compilación está dañado",
      ])
    #expect(
      told(.otherVersion) == [
        "everything is built: what the last build kept is of another version",
        "se genera todo: lo que guardó la última compilación es de otra versión",
      ])
    #expect(
      told(.otherProgram) == [
        "everything is built: another sitegen wrote what was kept",
        "se genera todo: lo guardado lo escribió otro sitegen",
      ])
    #expect(
      told(.interrupted) == [
        "everything is built: the output is not as the last build that ended left it",
        "se genera todo: la salida no está como la dejó la última compilación completa",
      ])
    #expect(told(.refused) == ["everything is built, as asked", "se genera todo, como se ha pedido"])
  }
}
