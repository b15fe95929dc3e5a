import Disk
import Foundation
import Language
import Site
import TestSupport
import Workers

/// Edits of everything beside the pages.
extension EditedSite {
  func toggle(_ path: String, _ text: String) throws {
    if files[path] != nil, dice.below(3) == 0 { try remove(path) } else { try write(path, text) }
  }

  func template() throws {
    let (path, text) = Self.templates[dice.below(Self.templates.count)]
    try toggle("templates/\(path)", text.replacingOccurrences(of: "WORD", with: words(1)))
  }

  func string() throws {
    try toggle("strings/es.yaml", "aviso: \"\(words(2))\"\nmade-with: \"\(words(2))\"\n")
  }

  func configure() throws {
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

  func staticFile() throws {
    let size = 10 + dice.below(90)
    try toggle(
      "static/img/\(one(["a", "b"])).svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(size)\" height=\"\(size)\"/>")
  }

  func data() throws {
    try toggle("data/cosas.yaml", "- {nombre: \(words(1))}\n- {nombre: \(words(1))}\n")
  }

  func icon() throws { try toggle("icons/propio.svg", "<svg><title>\(words(1))</title></svg>") }

  func asset() throws { try toggle("assets/mio.css", "b { order: \(dice.below(9)) }\n") }

  func language() throws {
    count += 1
    guard let page = page(), let file = files[page], !page.hasSuffix(".en.md") else { return }
    try toggle(String(page.dropLast(3)) + ".en.md", file)
  }

  func cascade() throws {
    try toggle(
      "content/blog/_defaults.yaml",
      one(["tags: [\(one(Self.tags))]\n", "estado: \(one(Self.nouns))\n", "draft: true\n", "weight: 3\n"]))
  }

  func section() throws {
    let folder = one(["blog", "blog/redes", "notas"])
    let extra = dice.flip() ? "cascade: {estado: \(one(Self.nouns))}\n" : ""
    try toggle("content/\(folder)/_index.md", "---\ntitle: \(words(2))\n\(extra)---\n\(text())")
  }

  func term() throws {
    try toggle("content/etiquetas/\(one(Self.tags))/_index.md", "---\ntitle: \(words(2))\n---\n\(words(4))\n")
  }

  func bundle() throws {
    let folder = "content/blog/caja-\(dice.below(3))"
    if files["\(folder)/index.md"] == nil { try write("\(folder)/index.md", head() + text()) }
    try toggle(
      "\(folder)/c.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(dice.below(90) + 1)\" height=\"5\"/>")
  }

  func inventory() throws {
    let hosts = (0...dice.below(3)).map { "  - {id: nodo-\($0), name: \(words(1)), site: casa}" }.joined(
      separator: "\n")
    try write(
      "inventory/casa.yaml",
      "homelab: {title: \(words(2))}\nsites:\n  - {id: casa, name: Casa}\nhosts:\n\(hosts)\n")
  }

  func time() throws { now += [3600, 86_400, 40 * 86_400, -86_400, 1, 400 * 86_400][dice.below(6)] }
}
