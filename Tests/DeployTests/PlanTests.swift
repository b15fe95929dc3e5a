import Bytes
import Deploy
import Diagnostics
import Language
import Testing

@Suite("A deploy plan")
struct PlanTests {
  private func file(_ key: String, _ text: String = "x") -> SiteFile {
    var file = SiteFile(key: key, bytes: Array(text.utf8))
    file.fingerprint.md5 = SecureDigest.md5(of: Array(text.utf8)).hexadecimal
    return file
  }

  private func plan(
    _ files: [SiteFile], over manifest: Manifest?, objects: [String: TargetState.Object]? = nil,
    keepAssets: Int = 3
  ) -> Plan {
    Plan(publishing: files, over: TargetState(manifest: manifest, objects: objects), keepAssets: keepAssets)
  }

  @Test("sends what pages need first, what leads to them last")
  func order() {
    let keys = [
      "index.html", "sitemap.xml", "blog/index.html", "blog/feed.xml", "assets/site.0b665e91.css",
      "img/a.png",
    ]
    #expect(
      plan(keys.map { file($0) }, over: nil).uploads.map(\.file.key) == [
        "assets/site.0b665e91.css", "img/a.png", "blog/index.html", "blog/feed.xml", "index.html",
        "sitemap.xml",
      ])
  }

  @Test(
    "knows a fingerprinted asset by its folder and its name",
    arguments: [
      ("assets/site.0b665e91.css", Phase.fingerprinted),
      ("es/assets/a.b.0123456789abcdef.js", .fingerprinted),
      ("assets/site.css", .assets), ("assets/site.2026.css", .assets), ("blog/site.0b665e91.css", .assets),
      ("assets/0b665e91.css", .assets), ("index.html", .entries), ("blog/index.html", .pages),
      ("404.html", .entries), ("etiquetas/talos/feed.xml", .entries), ("descargas/plan.pdf", .assets),
    ])
  func phases(key: String, phase: Phase) {
    #expect(Phase(of: key) == phase)
  }

  @Test("sends only what changed, and says why")
  func reasons() {
    let before = plan([file("a.txt"), file("b.txt"), file("c.txt"), file("d.txt")], over: nil).manifest
    let objects = [
      "a.txt": TargetState.Object(size: 1, md5: file("a.txt").fingerprint.md5),
      "b.txt": .init(size: 1, md5: file("b.txt").fingerprint.md5), "d.txt": .init(size: 1, md5: "00"),
      "ajeno.txt": .init(size: 9, md5: nil),
    ]
    let after = plan(
      [file("a.txt"), file("b.txt", "y"), file("c.txt"), file("d.txt"), file("e.txt")], over: before,
      objects: objects)
    #expect(
      after.uploads.map { "\($0.file.key) \($0.reason.rawValue)" } == [
        "b.txt changed", "c.txt missing", "d.txt overwritten", "e.txt new",
      ])
    #expect(after.unchanged == 1)
    #expect(after.foreign == ["ajeno.txt"])
    #expect(after.deletes.isEmpty)
  }

  @Test("sees that only headers changed")
  func headers() throws {
    let before = plan([file("a.css")], over: nil).manifest
    let json = String(decoding: before.json, as: UTF8.self)
    let other = json.split(separator: "max-age=3600").joined(separator: "max-age=60")
    let manifest = try #require(Manifest(json: Array(other.utf8)))
    #expect(plan([file("a.css")], over: manifest).uploads.map(\.reason) == [.headers])
  }

  @Test("deletes only what an earlier deploy put there, and only what is still there")
  func deletes() {
    let before = plan([file("a.txt"), file("b.txt"), file("c.txt")], over: nil).manifest
    let objects = [
      "a.txt": TargetState.Object(size: 1, md5: nil), "b.txt": .init(size: 1, md5: nil),
      "ajeno.txt": .init(size: 1, md5: nil),
    ]
    #expect(plan([file("a.txt")], over: before, objects: objects).deletes == ["b.txt"])
    #expect(plan([file("a.txt")], over: nil, objects: objects).deletes.isEmpty)
  }

  @Test("keeps an old fingerprinted asset for as many deploys as asked for")
  func keptAssets() {
    let old = file("assets/site.11111111.css")
    var manifest = plan([file("index.html"), old], over: nil).manifest
    var fate: [String] = []
    for _ in 0..<4 {
      let next = plan([file("index.html")], over: manifest, keepAssets: 2)
      fate.append(next.kept.isEmpty ? next.deletes.isEmpty ? "gone" : "deleted" : "kept")
      manifest = next.manifest
    }
    #expect(fate == ["kept", "kept", "deleted", "gone"])
  }

  @Test("leaves a record that is read back as it was written")
  func manifest() throws {
    let manifest = plan([file("a.txt"), file("clúster/índice.html")], over: nil).manifest
    #expect(Manifest(json: manifest.json) == manifest)
    #expect(Manifest(json: Array("{}".utf8)) == nil)
    #expect(Manifest(json: Array("{\"version\": 1, \"deploy\": 1, \"files\": {\"a\": {}}}".utf8)) == nil)
    #expect(Manifest(json: [0xFF, 0x00]) == nil)
  }

  @Test("that deletes much is refused, by count and by share")
  func guards() {
    let files = (0..<100).map { file("p/\($0).html") }
    let manifest = plan(files, over: nil).manifest
    func objections(_ left: Int, _ guarding: Guard) -> [DeployFinding] {
      guarding.objections(to: plan(Array(files.prefix(left)), over: manifest))
    }
    let usual = Guard(maxDeletes: 50, maxDeleteShare: 20, adopts: false)
    #expect(objections(90, usual).isEmpty)
    #expect(objections(80, usual).isEmpty)
    #expect(objections(79, usual) == [.tooGreatAShare(21, of: 100, percent: 20)])
    #expect(objections(49, usual) == [.tooManyDeletes(51, limit: 50)])
    #expect(objections(49, Guard(maxDeletes: 51, maxDeleteShare: 100, adopts: false)).isEmpty)
  }

  @Test("for a place that holds files of others is refused unless they may stay")
  func foreignFiles() {
    let objects = ["boda/fotos.zip": TargetState.Object(size: 1, md5: nil)]
    let plan = plan([file("index.html")], over: nil, objects: objects)
    #expect(
      Guard(maxDeletes: 9, maxDeleteShare: 9, adopts: false).objections(to: plan) == [
        .foreignFiles(1, first: "boda/fotos.zip")
      ])
    #expect(Guard(maxDeletes: 9, maxDeleteShare: 9, adopts: true).objections(to: plan).isEmpty)
  }

  @Test("is told by phase")
  func account() {
    let before = plan([file("viejo.html"), file("blog/index.html"), file("a.txt")], over: nil).manifest
    let after = plan(
      [file("index.html"), file("blog/index.html", "nuevo"), file("a.txt")], over: before)
    #expect(
      after.told(in: .spanish) == """
        3 páginas: 1 archivo, 5\u{A0}B
          ~ blog/index.html
        4 puntos de entrada: 1 archivo, 1\u{A0}B
          + index.html
        borrado al final: 1
          - viejo.html
        sin cambios: 1

        """)
    #expect(
      after.told(in: .english, limit: 0) == """
        3 pages: 1 file, 5\u{A0}B
          … and 1 more: --verbose
        4 entry points: 1 file, 1\u{A0}B
          … and 1 more: --verbose
        deleted at the end: 1
          … and 1 more: --verbose
        unchanged: 1

        """)
  }
}
