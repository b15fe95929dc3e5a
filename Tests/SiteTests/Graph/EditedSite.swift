import Disk
import Foundation
import Language
import Site
import TestSupport
import Workers

/// A site with every feature that its author edits at random: one edit after the other, told by a seed.
final class EditedSite {
  let root: URL
  var files: [String: String] = [:]
  var now = 1_771_585_200
  /// What was done so far, for whoever reads that a test failed.
  var story: [String] = []
  /// The files that the last edit wrote or removed.
  var touched: [String] = []
  var dice: Dice
  var count = 0

  init(seed: UInt64) throws {
    dice = Dice(seed: seed)
    root = FileManager.default.temporaryDirectory.appending(path: "edited-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    for (path, text) in Self.beginning { try write(path, text) }
    for _ in 0..<8 { try addPage() }
    story = []
  }

  deinit {
    _ = try? FileManager.default.removeItem(at: root)
    _ = try? FileManager.default.removeItem(
      at: root.deletingLastPathComponent().appending(path: "clean-\(root.lastPathComponent)"))
  }

  var source: Path { Path(root.path) }
  var output: Path { source.appending("public") }

  var request: SiteBuild.Request {
    var request = SiteBuild.Request(
      source: source, output: output, workers: Workers(count: 2), now: Instant(seconds: now))
    request.drafts = false
    return request
  }

  /// Does one thing that an author does.
  func edit() throws {
    let edits: [(String, () throws -> Void)] = [
      ("body", body), ("body", body), ("body", body), ("add", addPage), ("delete", delete),
      ("rename", rename),
      ("retitle", { try self.front("title", self.words(2)) }),
      ("retag", { try self.front("tags", "[\(self.some(Self.tags))]") }),
      ("redate", { try self.front("date", self.date()) }),
      ("draft", { try self.front("draft", self.dice.flip() ? "true" : "false") }),
      ("expire", { try self.front("expiryDate", self.date()) }),
      ("series", { try self.front("series", "[\(self.one(Self.series))]") }),
      ("describe", { try self.front("description", self.words(4)) }),
      ("alias", { try self.front("aliases", "[/vieja-\(self.dice.below(6))/]") }),
      ("slug", { try self.front("slug", "lugar-\(self.dice.below(40))") }),
      ("weight", { try self.front("weight", "\(self.dice.below(9))") }),
      ("pin", { try self.front("pin", self.dice.flip() ? "true" : "false") }),
      ("param", { try self.front("estado", self.one(Self.nouns)) }),
      ("layout", { try self.front("layout", self.dice.flip() ? "especial" : "page") }),
      ("template", template), ("string", string), ("configure", configure), ("configure", configure),
      ("static", staticFile), ("data", data), ("language", language), ("cascade", cascade),
      ("inventory", inventory), ("section", section), ("time", time), ("icon", icon), ("asset", asset),
      ("term", term), ("bundle", bundle), ("comment", comment),
    ]
    let (name, edit) = edits[dice.below(edits.count)]
    story.append(name)
    touched = []
    try edit()
  }
}

// MARK: Pages

extension EditedSite {
  var pages: [String] {
    files.keys.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") }.sorted()
  }

  func page() -> String? { pages.isEmpty ? nil : pages[dice.below(pages.count)] }

  private func addPage() throws {
    count += 1
    let folder = one(["content/blog", "content/blog/redes", "content/proyectos", "content", "content/notas"])
    let ending = dice.below(6) == 0 ? ".en.md" : ".md"
    try write("\(folder)/pagina-\(count)\(ending)", head() + text())
  }

  func head() -> String {
    var lines = ["title: \(words(2))"]
    if dice.below(4) > 0 { lines.append("date: \(date())") }
    if dice.flip() { lines.append("tags: [\(some(Self.tags))]") }
    if dice.below(3) == 0 { lines.append("categories: [\(one(Self.nouns))]") }
    if dice.below(4) == 0 { lines.append("series: [\(one(Self.series))]") }
    if dice.below(6) == 0 { lines.append("authors: [\(one(["ana", "luis"]))]") }
    if dice.below(8) == 0 { lines.append("cover: \(one(["/img/a.svg", "/img/b.svg"]))") }
    return "---\n\(lines.joined(separator: "\n"))\n---\n"
  }

  func text() -> String {
    var parts: [String] = []
    for _ in 0..<(1 + dice.below(5)) { parts.append(part()) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func part() -> String {
    switch dice.below(14) {
    case 0: "## \(words(2))"
    case 1: "[\(words(1))](\(target()))"
    case 2: "[\(words(1))](\(target())#\(one(Self.nouns)))"
    case 3: "![\(words(1))](\(one(["/img/a.svg", "/img/b.svg", "c.svg", "/img/no.svg"])))"
    case 4: "{{< aviso \"\(one(Self.nouns))\" >}}"
    case 5: "{{< relref \"\(one(Self.known))\" >}}"
    case 6: "```yaml\na: \(words(1))\n```"
    case 7 where files["inventory/casa.yaml"] != nil: "{{< totals >}}"
    case 8: "<!--more-->"
    default: words(6 + dice.below(60))
    }
  }

  private func target() -> String {
    let page = page().map { String($0.dropFirst("content".count)) } ?? "/nada.md"
    return switch dice.below(6) {
    case 0: page
    case 1: "/lugar-\(dice.below(40))/"
    case 2: "/etiquetas/\(one(Self.tags))/"
    case 3: "/blog/"
    case 4: "pagina-\(dice.below(20)).md"
    default: "/vieja-\(dice.below(6))/"
    }
  }

  private func body() throws {
    guard let page = page(), let file = files[page] else { return }
    let (head, _) = Self.split(file)
    try write(page, head + text())
  }

  private func comment() throws {
    guard let page = page(), let file = files[page] else { return }
    let (head, body) = Self.split(file)
    guard !head.isEmpty else { return }
    try write(
      page,
      head.replacingOccurrences(
        of: "---\n", with: "---\n# nota\n", range: head.startIndex..<head.index(head.startIndex, offsetBy: 4))
        + body)
  }

  private func delete() throws { if let page = page(), isFree(page) { try remove(page) } }

  /// Most sites name some pages that have to be there; now and then one of them goes all the same.
  private func isFree(_ page: String) -> Bool {
    dice.below(30) == 0 || !Self.known.contains { page == "content/\($0).md" }
  }

  private func rename() throws {
    guard let page = page(), let file = files[page], isFree(page) else { return }
    try remove(page)
    count += 1
    let folder = one(["content/blog", "content/proyectos", "content/blog/redes"])
    try write("\(folder)/otra-\(count).md", file)
  }

  /// Says a key of the front matter anew.
  private func front(_ key: String, _ value: String) throws {
    guard let page = page(), let file = files[page], isFree(page) else { return }
    let (head, body) = Self.split(file)
    var lines = head.split(separator: "\n").map(String.init).filter {
      $0 != "---" && !$0.hasPrefix("\(key):")
    }
    lines.append("\(key): \(value)")
    try write(page, "---\n\(lines.joined(separator: "\n"))\n---\n\(body)")
  }

  static func split(_ file: String) -> (head: String, body: String) {
    guard file.hasPrefix("---\n"), let end = file.range(of: "\n---\n") else { return ("", file) }
    return (String(file[..<end.upperBound]), String(file[end.upperBound...]))
  }
}
