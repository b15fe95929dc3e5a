import Disk
import Foundation
import Language
import Site
import TestSupport
import Workers

/// A site with every feature that its author edits at random: one edit after the other, told by a seed.
final class EditedSite {
  let root: URL
  private(set) var files: [String: String] = [:]
  private(set) var now = 1_771_585_200
  /// What was done so far, for whoever reads that a test failed.
  private(set) var story: [String] = []
  /// The files that the last edit wrote or removed.
  private(set) var touched: [String] = []
  private var dice: Dice
  private var count = 0

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
  private var pages: [String] {
    files.keys.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") }.sorted()
  }

  private func page() -> String? { pages.isEmpty ? nil : pages[dice.below(pages.count)] }

  private func addPage() throws {
    count += 1
    let folder = one(["content/blog", "content/blog/redes", "content/proyectos", "content", "content/notas"])
    let ending = dice.below(6) == 0 ? ".en.md" : ".md"
    try write("\(folder)/pagina-\(count)\(ending)", head() + text())
  }

  private func head() -> String {
    var lines = ["title: \(words(2))"]
    if dice.below(4) > 0 { lines.append("date: \(date())") }
    if dice.flip() { lines.append("tags: [\(some(Self.tags))]") }
    if dice.below(3) == 0 { lines.append("categories: [\(one(Self.nouns))]") }
    if dice.below(4) == 0 { lines.append("series: [\(one(Self.series))]") }
    if dice.below(6) == 0 { lines.append("authors: [\(one(["ana", "luis"]))]") }
    if dice.below(8) == 0 { lines.append("cover: \(one(["/img/a.svg", "/img/b.svg"]))") }
    return "---\n\(lines.joined(separator: "\n"))\n---\n"
  }

  private func text() -> String {
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

  private static func split(_ file: String) -> (head: String, body: String) {
    guard file.hasPrefix("---\n"), let end = file.range(of: "\n---\n") else { return ("", file) }
    return (String(file[..<end.upperBound]), String(file[end.upperBound...]))
  }
}

// MARK: Everything else

extension EditedSite {
  private func toggle(_ path: String, _ text: String) throws {
    if files[path] != nil, dice.below(3) == 0 { try remove(path) } else { try write(path, text) }
  }

  private func template() throws {
    let (path, text) = Self.templates[dice.below(Self.templates.count)]
    try toggle("templates/\(path)", text.replacingOccurrences(of: "WORD", with: words(1)))
  }

  private func string() throws {
    try toggle("strings/es.yaml", "aviso: \"\(words(2))\"\nmade-with: \"\(words(2))\"\n")
  }

  private func configure() throws {
    var lines = ["title: \(words(2))", "base_url: https://ejemplo.dev/"]
    if dice.flip() { lines.append("description: \(words(3))") }
    if dice.flip() { lines.append("author: {name: \(words(1)), url: /acerca/}") }
    if dice.flip() {
      lines.append("menu:\n  - {title: \(words(1)), url: /blog/}\n  - {title: Red, url: /notas/}")
    }
    lines.append(
      "sections: {blog: {paginate: \(2 + dice.below(3))}, notas: {sort: \(one(["weight", "title", "date"]))}}"
    )
    if dice.flip() { lines.append("taxonomies: {tags: {aliases: {\(one(Self.tags)): \(one(Self.tags))}}}") }
    if dice.flip() { lines.append("feeds: {limit: \(1 + dice.below(6)), full_content: \(dice.flip())}") }
    if dice.below(4) == 0 { lines.append("markdown: {typographer: \(dice.flip())}") }
    if dice.below(5) == 0 { lines.append("theme: {accent: \"#\(100 + dice.below(800))\"}") }
    if dice.below(4) == 0 { lines.append("redirects:\n  - {from: /x/, to: /blog/}") }
    try write("site.yaml", lines.joined(separator: "\n") + "\n")
  }

  private func staticFile() throws {
    let size = 10 + dice.below(90)
    try toggle(
      "static/img/\(one(["a", "b"])).svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(size)\" height=\"\(size)\"/>")
  }

  private func data() throws {
    try toggle("data/cosas.yaml", "- {nombre: \(words(1))}\n- {nombre: \(words(1))}\n")
  }

  private func icon() throws { try toggle("icons/propio.svg", "<svg><title>\(words(1))</title></svg>") }

  private func asset() throws { try toggle("assets/mio.css", "b { order: \(dice.below(9)) }\n") }

  private func language() throws {
    count += 1
    guard let page = page(), let file = files[page], !page.hasSuffix(".en.md") else { return }
    try toggle(String(page.dropLast(3)) + ".en.md", file)
  }

  private func cascade() throws {
    try toggle(
      "content/blog/_defaults.yaml",
      one(["tags: [\(one(Self.tags))]\n", "estado: \(one(Self.nouns))\n", "draft: true\n", "weight: 3\n"]))
  }

  private func section() throws {
    let folder = one(["blog", "blog/redes", "notas"])
    let extra = dice.flip() ? "cascade: {estado: \(one(Self.nouns))}\n" : ""
    try toggle("content/\(folder)/_index.md", "---\ntitle: \(words(2))\n\(extra)---\n\(text())")
  }

  private func term() throws {
    try toggle("content/etiquetas/\(one(Self.tags))/_index.md", "---\ntitle: \(words(2))\n---\n\(words(4))\n")
  }

  private func bundle() throws {
    let folder = "content/blog/caja-\(dice.below(3))"
    if files["\(folder)/index.md"] == nil { try write("\(folder)/index.md", head() + text()) }
    try toggle(
      "\(folder)/c.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(dice.below(90) + 1)\" height=\"5\"/>")
  }

  private func inventory() throws {
    let hosts = (0...dice.below(3)).map { "  - {id: nodo-\($0), name: \(words(1)), site: casa}" }.joined(
      separator: "\n")
    try write(
      "inventory/casa.yaml",
      "homelab: {title: \(words(2))}\nsites:\n  - {id: casa, name: Casa}\nhosts:\n\(hosts)\n")
  }

  private func time() throws { now += [3600, 86_400, 40 * 86_400, -86_400, 1, 400 * 86_400][dice.below(6)] }
}

// MARK: Disk and dice

extension EditedSite {
  private func write(_ path: String, _ text: String) throws {
    files[path] = text
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    touched.append(path)
    story.append("  \(path)")
  }

  private func remove(_ path: String) throws {
    files[path] = nil
    try FileManager.default.removeItem(at: root.appending(path: path))
    touched.append(path)
    story.append("  − \(path)")
  }

  private func one(_ list: [String]) -> String { list[dice.below(list.count)] }

  private func some(_ list: [String]) -> String {
    (0...dice.below(3)).map { _ in one(list) }.joined(separator: ", ")
  }

  private func words(_ count: Int) -> String {
    (0..<count).map { _ in one(Self.nouns) }.joined(separator: " ")
  }

  private func date() -> String {
    let day = CivilDay(year: 2024 + dice.below(3), month: 1 + dice.below(12), day: 1 + dice.below(28))
    var out: [UInt8] = []
    if let day { out.append(rfc3339: day) }
    return String(decoding: out, as: UTF8.self)
  }

  private static let nouns = [
    "nodo", "rack", "cable", "router", "disco", "talos", "cilium", "longhorn", "velero", "granja",
    "cortafuegos",
    "túnel", "señal", "árbol",
  ]
  private static let tags = ["talos", "redes", "Clúster", "iac/terraform", "iac", "gpu"]
  private static let series = ["Montaje", "Redes en casa"]
  private static let known = ["acerca", "blog/fija"]

  private static let beginning = [
    "site.yaml": "title: Casa\nbase_url: https://ejemplo.dev/\n",
    "content/acerca.md": "# Acerca\n\n## nodo\n\nHola\n",
    "content/blog/fija.md": "---\ntitle: Fija\ndate: 2025-01-01\n---\nHola\n",
    "static/img/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"5\" height=\"5\"/>",
    "templates/shortcodes/aviso.html": "<p id=\"{{ args[0] }}\">{{ page.title }} {{ args[0] }}</p>",
    "templates/especial.html": special,
  ]

  /// A layout that asks for all that the theme's own does not.
  private static let special = """
    <!DOCTYPE html><title>{{ page.title }}</title>
    {% include ["partials/no.html", "partials/mio.html"] ignore missing %}
    {{ page.content }} {{ site.now }} {{ page.date|date("ago") if page.date }} {{ page.words }}
    {% for other in pages(tag="talos", limit=2) %}<a href="{{ other.url }}">{{ other.title }}</a>{{ other.summary }}{% endfor %}
    {% for other in site.pages %}{{ other.title }}{{ other.minutes }}{% endfor %}
    {% for thing in site.data.cosas %}{{ thing.nombre }}{% endfor %}
    {% for other in pages(type="post", pinned=false)|sort(attribute="title") %}{{ other.params.estado }}{{ other.toc|length }}{% endfor %}
    {{ page("/acerca/").content }} {{ section("blog").title }} {{ section("blog").count }}
    {% for year in page.years %}{{ year.year }}{% for month in year.months %}{{ month.name }}{{ month.pages|length }}{% endfor %}{% endfor %}
    """

  private static let templates = [
    ("partials/mio.html", "<p>WORD {{ page.title }}</p>"),
    ("shortcodes/aviso.html", "<p>WORD {{ page.title }}</p>"),
    ("term.html", "{% extends \"list.html\" %}"), ("blog/post.html", "{% extends \"page.html\" %}"),
    ("post.html", "<!DOCTYPE html><title>WORD {{ page.title }}</title>{{ page.content }}{{ icon(\"rss\") }}"),
    ("especial.html", special + "WORD"),
    ("partials/footer.html", "<footer>WORD {{ site.year }}</footer>"),
  ]
}

extension Dice {
  fileprivate mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  fileprivate mutating func flip() -> Bool { below(2) == 0 }
}
