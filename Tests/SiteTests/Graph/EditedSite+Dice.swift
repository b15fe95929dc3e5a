import Disk
import Foundation
import Language
import Site
import TestSupport
import Workers

/// What edits are made with: disk and dice.
extension EditedSite {
  func write(_ path: String, _ text: String) throws {
    files[path] = text
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    touched.append(path)
    story.append("  \(path)")
  }

  func remove(_ path: String) throws {
    files[path] = nil
    try FileManager.default.removeItem(at: root.appending(path: path))
    touched.append(path)
    story.append("  − \(path)")
  }

  func one(_ list: [String]) -> String { list[dice.below(list.count)] }

  func some(_ list: [String]) -> String {
    (0...dice.below(3)).map { _ in one(list) }.joined(separator: ", ")
  }

  func words(_ count: Int) -> String {
    (0..<count).map { _ in one(Self.nouns) }.joined(separator: " ")
  }

  func date() -> String {
    let day = CivilDay(year: 2024 + dice.below(3), month: 1 + dice.below(12), day: 1 + dice.below(28))
    var out: [UInt8] = []
    if let day { out.append(rfc3339: day) }
    return String(decoding: out, as: UTF8.self)
  }

  static let nouns = [
    "nodo", "rack", "cable", "router", "disco", "talos", "cilium", "longhorn", "velero", "granja",
    "cortafuegos",
    "túnel", "señal", "árbol",
  ]
  static let tags = ["talos", "redes", "Clúster", "iac/terraform", "iac", "gpu"]
  static let series = ["Montaje", "Redes en casa"]
  static let known = ["acerca", "blog/fija"]

  static let beginning = [
    "site.yaml": "title: Casa\nbase_url: https://ejemplo.dev/\n",
    "content/acerca.md": "# Acerca\n\n## nodo\n\nHola\n",
    "content/blog/fija.md": "---\ntitle: Fija\ndate: 2025-01-01\n---\nHola\n",
    "static/img/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"5\" height=\"5\"/>",
    "templates/shortcodes/aviso.html": "<p id=\"{{ args[0] }}\">{{ page.title }} {{ args[0] }}</p>",
    "templates/especial.html": special,
  ]

  /// A layout that asks for all that the theme's own does not.
  static let special = """
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

  static let templates = [
    ("partials/mio.html", "<p>WORD {{ page.title }}</p>"),
    ("shortcodes/aviso.html", "<p>WORD {{ page.title }}</p>"),
    ("term.html", "{% extends \"list.html\" %}"), ("blog/post.html", "{% extends \"page.html\" %}"),
    ("post.html", "<!DOCTYPE html><title>WORD {{ page.title }}</title>{{ page.content }}{{ icon(\"rss\") }}"),
    ("especial.html", special + "WORD"),
    ("partials/footer.html", "<footer>WORD {{ site.year }}</footer>"),
  ]
}

extension Dice {
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func flip() -> Bool { below(2) == 0 }
}
