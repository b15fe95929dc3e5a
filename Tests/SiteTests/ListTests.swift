import Language
import Site
import Testing

@Suite("Lists")
struct ListTests {
  @Test(
    "are cut into pages",
    arguments: [
      (0, 1, [0..<0]), (1, 1, [0..<1]), (20, 1, [0..<20]), (21, 2, [0..<20, 20..<21]),
      (40, 2, [0..<20, 20..<40]),
    ])
  func pages(total: Int, count: Int, ranges: [Range<Int>]) {
    let list = Pagination(of: total, size: 20, at: "/blog/", word: "pagina")
    #expect(list.count == count)
    #expect((1...list.count).map(list.items) == ranges)
    #expect(list.url(of: 1) == "/blog/")
    #expect(list.url(of: 2) == (count > 1 ? "/blog/pagina/2/" : nil))
    #expect(list.url(of: 0) == nil)
  }

  private let blog = """

    -- blog/a.md --
    ---
    title: Talos en casa
    date: 2025-01-01
    tags: [talos, kubernetes]
    series: [Clúster]
    ---
    -- blog/b.md --
    ---
    title: Redes con BGP
    date: 2025-01-02
    tags: [kubernetes, bgp]
    pin: true
    ---
    -- blog/c.md --
    ---
    title: Actualizar el clúster
    date: 2025-01-03
    tags: [kubernetes]
    series: [Clúster]
    ---
    -- blog/d.md --
    ---
    title: Talos, otra vez
    date: 2024-01-04
    tags: [talos]
    ---
    -- blog/e.md --
    ---
    title: Nada que ver
    ---
    -- notas/f.md --
    ---
    title: Otra sección
    date: 2025-06-01
    ---
    """

  private func names(_ pages: [PageID?], in tree: ContentTree) -> String {
    pages.map { $0.map { tree.pages[$0].entry.file.name } ?? "–" }.joined(separator: " ")
  }

  @Test("show pinned pages first, and go by date all the same")
  func pinned() throws {
    let tree = try SampleContent(blog).tree
    let section = try #require(tree.section("blog", in: "es"))
    #expect(names(section.pages, in: tree) == "c b a d e")
    #expect(names(tree.pinnedFirst(section.pages), in: tree) == "b c a d e")
  }

  @Test("lead from page to page within a section")
  func neighbours() throws {
    let tree = try SampleContent(blog).tree
    let all = Neighbours.all(in: tree).map { names([$0.previous, $0.next], in: tree) }
    #expect(all == ["d b", "a c", "b –", "e a", "– d", "– –"])
  }

  @Test("group dated pages by year")
  func archive() throws {
    let tree = try SampleContent(blog).tree
    let section = try #require(tree.section("blog", in: "es"))
    let years = Archive(of: section.pages, in: tree).years.map { "\($0.year): \(names($0.pages, in: tree))" }
    #expect(years == ["2025: c b a", "2024: d"])
  }

  @Test("relate pages by their rarest terms, their series and the words of their titles")
  func related() throws {
    let sample = try SampleContent(blog)
    let assembly = Assembly(sample.tree, sample.configuration, settings: sample.settings)
    let related = Related(assembly.tree, assembly.indexes)
    // `a` shares a series and a tag with `c`, a rare tag and a word with `d`, a common tag with `b`.
    #expect(names(related.pages(to: 0), in: sample.tree) == "c d b")
    #expect(names(related.pages(to: 0, limit: 1), in: sample.tree) == "c")
    #expect(related.pages(to: 4).isEmpty)
  }

  @Test("read a series from its beginning, or by the numbers of its parts")
  func series() throws {
    var text = ""
    for (name, day, order) in [
      ("a", 1, ""), ("b", 2, "series_order: 2\n"), ("c", 3, "weight: 1\n"), ("d", 4, ""),
    ] {
      text += "\n-- \(name).md --\n---\ndate: 2025-01-0\(day)\nseries: Talos\n\(order)---"
    }
    let sample = try SampleContent(text)
    let assembly = Assembly(sample.tree, sample.configuration, settings: sample.settings)
    let index = try #require(assembly.indexes.first { $0.name == "series" })
    let series = SeriesParts(index.terms[0], in: sample.tree)
    #expect(names(series.parts, in: sample.tree) == "c b a d")
    let place = try #require(series.place(of: 1))
    #expect(place.number == 2)
    #expect(names([place.previous, place.next], in: sample.tree) == "c a")
    #expect(series.place(of: 9) == nil)
  }
}
