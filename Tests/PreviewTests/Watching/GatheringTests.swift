import Testing

@testable import Preview

@Suite("Saving a file")
struct GatheringTests {
  private static let start = ContinuousClock.now
  private static let soon = start + .milliseconds(5)
  private static let later = start + .milliseconds(500)
  private let names = WatchedNames(keepsContentAtRoot: false, output: "public")

  /// What counts at once, and what counts after a moment.
  private func gathered(_ events: [FileEvent]) -> (soon: [String], later: [String]) {
    var gathering = Gathering(names: names)
    gathering.add(events, at: Self.start)
    let soon = gathering.take(at: Self.soon).paths.sorted()
    return (soon, gathering.take(at: Self.later).paths.sorted())
  }

  private let talos = "content/talos.md"

  @Test("by truncating and writing counts when it is closed")
  func truncating() {
    let (soon, later) = gathered([FileEvent(.written, talos)])
    #expect(soon == [talos])
    #expect(later.isEmpty)
  }

  @Test("with the old file moved aside first is no deletion")
  func movingAside() {
    let (soon, later) = gathered([
      FileEvent(.created, "content/4913"), FileEvent(.written, "content/4913"),
      FileEvent(.removed, "content/4913"),
      FileEvent(.renamed(from: talos), "content/talos.md~"), FileEvent(.created, talos),
      FileEvent(.written, talos),
      FileEvent(.removed, "content/talos.md~"),
    ])
    #expect(soon == [talos])
    #expect(later.isEmpty)
  }

  @Test(
    "under another name first counts as the file alone",
    arguments: [
      "content/sedx81Ha", "content/talos.md.d8Qx1", "content/.talos.md.swp", "content/talos.md___jb_tmp___",
    ])
  func renamingOver(draft: String) {
    let (soon, later) = gathered([
      FileEvent(.created, draft), FileEvent(.written, draft), FileEvent(.renamed(from: draft), talos),
    ])
    #expect(soon == [talos])
    #expect(later.isEmpty)
  }

  @Test("under another name first is one change when its arrival is told later than its departure")
  func arrivingLater() {
    var gathering = Gathering(names: names)
    let draft = "content/sedx81Ha"
    gathering.add(
      [FileEvent(.created, draft), FileEvent(.written, draft), FileEvent(.removed, draft)], at: Self.start)
    #expect(gathering.take(at: Self.start).isEmpty)
    gathering.add([FileEvent(.written, talos)], at: Self.soon)
    #expect(gathering.take(at: Self.soon).paths == [talos])
    #expect(gathering.due == nil && gathering.take(at: Self.later).isEmpty)
  }

  @Test("that is new and gone again changes nothing; once it was read, its going counts")
  func fleeting() {
    var gathering = Gathering(names: names)
    let new = "content/nueva.md"
    gathering.add(
      [FileEvent(.created, new), FileEvent(.written, new), FileEvent(.removed, new)], at: Self.start)
    #expect(gathering.take(at: Self.later).isEmpty)
    gathering.add([FileEvent(.created, new), FileEvent(.written, new)], at: Self.start)
    #expect(gathering.take(at: Self.start).paths == [new])
    gathering.add([FileEvent(.removed, new)], at: Self.start)
    #expect(gathering.take(at: Self.later).paths == [new])
    // What was there, went and came is not new.
    gathering.add([FileEvent(.removed, talos), FileEvent(.created, talos)], at: Self.start)
    gathering.add([FileEvent(.removed, talos)], at: Self.start)
    #expect(gathering.take(at: Self.later).paths == [talos])
  }

  @Test("under another name is told as a renaming")
  func renaming() {
    var gathering = Gathering(names: names)
    gathering.add([FileEvent(.renamed(from: talos), "content/otra.md")], at: Self.start)
    let change = gathering.take(at: Self.soon)
    #expect(change.paths == [talos, "content/otra.md"])
    #expect(change.renames == [talos: "content/otra.md"])
  }

  @Test("not at all but removing it counts after a moment")
  func removing() {
    let (soon, later) = gathered([FileEvent(.removed, talos)])
    #expect(soon.isEmpty)
    #expect(later == [talos])
  }

  @Test("that is new and of an unknown kind counts after a moment")
  func unknownKind() {
    let (soon, later) = gathered([FileEvent(.created, "static/CNAME"), FileEvent(.written, "static/CNAME")])
    #expect(soon.isEmpty)
    #expect(later == ["static/CNAME"])
  }

  @Test("tells when the next moment ends")
  func due() {
    var gathering = Gathering(names: names)
    #expect(gathering.due == nil)
    gathering.add([FileEvent(.removed, talos)], at: Self.start)
    #expect(gathering.due == Self.start + Gathering.grace)
  }
}

@Suite("Files that matter")
struct WatchedNamesTests {
  private let names = WatchedNames(keepsContentAtRoot: false, output: "public")

  @Test(
    "are those of the site",
    arguments: [
      "site.yaml", "content/a.md", "content/a/b/c.png", "templates/base.html",
      "static/.well-known/security.txt", "data/x.csv",
      "themes/t/templates/a.html", "strings/es.yaml", "inventory/hosts.yaml", "assets/a.css",
    ])
  func files(path: String) { #expect(names.contains(file: path)) }

  @Test(
    "are not what editors, builds and other programs leave",
    arguments: [
      "README.md", "public/index.html", ".git/HEAD", ".sitegen/state", "content/a.md~", "content/.a.md.swp",
      "content/4913",
      "content/#a.md#", "content/.#a.md", "content/.git/x", "static/node_modules/x.js", "content/a.md.bak",
    ])
  func others(path: String) { #expect(!names.contains(file: path)) }

  @Test("lie anywhere in a folder of loose files")
  func loose() {
    let names = WatchedNames(keepsContentAtRoot: true, output: "public")
    #expect(names.contains(file: "a.md"))
    #expect(names.contains(folder: "notas"))
    #expect(!names.contains(file: "public/index.html"))
    #expect(!names.contains(folder: ".git"))
  }
}
