import Diagnostics
import Foundation
import Language
import Templates
import TestSupport
import Testing

@testable import Site

@Suite("Shortcodes")
struct ShortcodeTests {
  @Test("a failing template is told at its own place, and noted where it was used")
  func failure() throws {
    let site = try SampleSite(
      """

      -- blog/a.md --
      ---
      title: A
      date: 2025-01-01
      ---
      Hola {{< falla >}}
      -- templates/shortcodes/falla.html --
      {{ nada }}
      """)
    #expect(
      site.filled(.body, at: .page, withNotes: true) == """
        == /blog/a/
        <p>Hola </p>
        content/blog/a.md:5:6: note: the template of 'falla' fails for this use
           5 | Hola {{< falla >}}
             |      ^~~~~~~~~~~~~
        shortcodes/falla.html:1:4: error: 'nada' is not defined
           1 | {{ nada }}
             |    ^~~~
        hint: test it with 'is defined' or give it a 'default(…)'; there is: args, image, inner, inner_text, is_feed, is_inline, link, name, ordinal, page, params, site
        content/blog/a.md:5:6: nota: la plantilla de «falla» falla en este uso
           5 | Hola {{< falla >}}
             |      ^~~~~~~~~~~~~
        shortcodes/falla.html:1:4: error: «nada» no está definido
           1 | {{ nada }}
             |    ^~~~
        pista: compruébalo con «is defined» o dale un «default(…)»; hay: args, image, inner, inner_text, is_feed, is_inline, link, name, ordinal, page, params, site

        """)
  }

  @Test("what was looked at is noted, also in vain, so that a change there fills the text anew")
  func reads() throws {
    let site = try SampleSite(
      """

      -- blog/a.md --
      ---
      title: A
      ---
      [b](/blog/b/) ![](/rack.svg) [nada](/nada/) {{< foto >}}
      -- blog/b.md --
      ---
      title: B
      ---
      -- static/rack.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>
      -- templates/shortcodes/foto.html --
      {{ link("/blog/a/") }}
      """)
    var notes = FillingNotes()
    var out: [UInt8] = []
    site.filler.fill(
      site.articles[0], .whole, of: Home(site.assembly.tree.pages[0]), at: .page, into: &out, noting: &notes)
    let keys = Set(notes.reads.keys)
    // Of a place whose last part nothing has, that last part alone is noted: nothing can appear there without it.
    for place in ["/blog/b/", "/rack.svg", "/blog/a/"] {
      #expect(keys.contains(FactKey.route(place)), "\(place)")
    }
    #expect(keys.contains(FactKey.name(LinkPath.key("nada"))))
    #expect(keys.contains(PictureSizes.key(of: "static/rack.svg")))
    #expect(!keys.contains(FactKey.route("/otro/")))
  }

  @Test("what shows the homelab asks the inventory, which may refuse")
  func inventory() throws {
    let text = """

      -- blog/a.md --
      ---
      title: A
      ---
      {{< cluster "gordito" as_of="post" >}} {{< fact "nada" >}}
      -- templates/shortcodes/cluster.html --
      {{ cluster.name }} {{ cluster.asked }} {{ args[0] }}
      -- templates/shortcodes/fact.html --
      """
    let site = try SampleSite(text) { (request, reads) throws(HostRefusal) in
      reads.record(7)
      guard request.name == "cluster" else {
        throw HostRefusal(english: "no such fact", spanish: "no existe ese dato")
      }
      return ["cluster": ["name": .text("Gordito"), "asked": .text(request.home.path)]]
    }
    #expect(
      site.filled(.body, at: .page) == """
        == /blog/a/
        <p>Gordito content/blog/a.md gordito </p>
        content/blog/a.md:4:40: error: no such fact
           4 | {{< cluster "gordito" as_of="post" >}} {{< fact "nada" >}}
             |                                        ^~~~~~~~~~~~~~~~~~~
        content/blog/a.md:4:40: error: no existe ese dato
           4 | {{< cluster "gordito" as_of="post" >}} {{< fact "nada" >}}
             |                                        ^~~~~~~~~~~~~~~~~~~

        """)
  }

  @Test("the guide shows what shortcodes really become", arguments: Guide.examples)
  func guide(example: Guide.Example) throws {
    let site = try SampleSite(
      Guide.files + "-- blog/post.md --\n---\n\(Guide.frontmatter)---\n\(example.markdown)"
        + example.templates)
    let filled = site.filled(.body, at: .page)
    #expect(filled.components(separatedBy: "== /blog/post/\n").last == example.html)
  }
}

/// The examples of docs/shortcodes.md: what is written, and the HTML that it becomes.
enum Guide {
  struct Example: Sendable, CustomTestStringConvertible {
    let markdown: String
    let html: String
    /// The template that an example shows before its use, as a file of the sample.
    let templates: String

    var testDescription: String { markdown.prefix { $0 != "\n" }.description }
  }

  static let frontmatter = "title: Un post\ntalos: v1.9\n"
  /// What the examples refer to.
  static let files = """

    -- blog/k3s.md --
    ---
    title: K3s
    ---
    ## Red
    -- static/img/rack.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>

    """

  /// Blocks of `markdown` that a block of `html` follows; a block of `jinja` before them is a template, named by its
  /// title.
  static var examples: [Example] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../docs/shortcodes.md")
    guard let data = try? Data(contentsOf: file) else { return [] }
    var examples: [Example] = []
    var markdown = ""
    var templates = ""
    let parts = String(decoding: data, as: UTF8.self).components(separatedBy: "\n```")
    for (index, part) in parts.enumerated() where index % 2 == 1 {
      let info = String(part.prefix { $0 != "\n" })
      let body = String(part.dropFirst(info.count + 1)) + "\n"
      switch info.prefix(while: { $0 != " " }) {
      case "markdown": markdown = body
      case "jinja":
        let path = info.split(separator: "\"").dropFirst().first ?? ""
        templates += "-- \(path) --\n\(body)"
      case "html":
        examples.append(Example(markdown: markdown, html: body, templates: templates))
        templates = ""
      default: continue
      }
    }
    return examples
  }
}
