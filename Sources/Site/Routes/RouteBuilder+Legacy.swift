import Frontmatter
import Language

// The addresses that other systems would have given to the same content.

extension RouteBuilder {
  mutating func addLegacy(_ family: Redirects.Legacy) {
    switch family {
    case .hugo: addHugo()
    case .material: addMaterial()
    }
  }
}

// MARK: Hugo

extension RouteBuilder {
  /// Hugo keeps accents and dates of file names, calls tags `tags`, pages of lists `page`, and feeds `index.xml`.
  private mutating func addHugo() {
    for page in tree.pages where page.entry.metadata.url == nil {
      let file = page.entry.file
      let name = page.entry.metadata.slug ?? file.name
      let folder = [file.folder, name].filter { !$0.isEmpty }.joined(separator: "/")
      let url = settings.root(of: page.language) + LegacyName.hugo(folder) + "/"
      table.redirect(url, to: page.url, source: .file(file.shownPath))
    }
    for (number, section) in tree.sections.enumerated() {
      let path = section.path.isEmpty ? "" : LegacyName.hugo(section.path) + "/"
      let url = settings.root(of: section.language) + path
      table.redirect(url, to: section.url, source: .settings)
      if table.route(at: section.url + FeedFormat.rss.fileName) != nil {
        table.redirect("\(url)index.xml", to: section.url + FeedFormat.rss.fileName, source: .settings)
      }
      addPages(of: Self.pagination(ofSection: number, in: tree, settings: settings), below: url)
    }
    for index in indexes {
      let url = "\(settings.root(of: index.language))\(index.name)/"
      table.redirect(url, to: index.url, source: .settings)
      for term in index.terms {
        let old = "\(url)\(LegacyName.hugo(term.name))/"
        table.redirect(old, to: term.url, source: .settings)
        table.redirect("\(old)index.xml", to: term.url + FeedFormat.atom.fileName, source: .settings)
      }
    }
  }

  private mutating func addPages(of list: Pagination, below url: String) {
    for page in 1...list.count {
      if let target = list.url(of: page) {
        table.redirect("\(url)page/\(page)/", to: target, source: .settings)
      }
    }
  }
}

// MARK: Material for MkDocs

extension RouteBuilder {
  /// The blog of Material names posts by their date and title, in a folder `blog`.
  private mutating func addMaterial() {
    guard
      let blog = tree.sections.firstIndex(where: { $0.path == "blog" && $0.language == settings.language })
    else {
      return
    }
    let url = tree.sections[blog].url
    let pages = tree.allPages(of: blog)
    for page in pages.map({ tree.pages[$0] }) {
      guard let date = page.entry.dates.date else { continue }
      let name = page.entry.metadata.slug ?? LegacyName.material(page.entry.metadata.title)
      let day = [Self.padded(date.day.year), Self.padded(date.day.month), Self.padded(date.day.day)]
      table.redirect(
        "/blog/\(day.joined(separator: "/"))/\(name)/", to: page.url, source: .file(page.entry.file.shownPath)
      )
    }
    let words = ListWords(Tongue(of: settings.language))
    for year in Archive(of: pages, in: tree).years {
      table.redirect(
        "/blog/archive/\(Self.padded(year.year))/", to: "\(url)\(words.archive)/\(year.year)/",
        source: .settings)
    }
    for index in indexes where index.name == "categories" && index.language == settings.language {
      for term in index.terms {
        table.redirect("/blog/category/\(LegacyName.material(term.name))/", to: term.url, source: .settings)
      }
    }
    addPages(of: Self.pagination(ofSection: blog, in: tree, settings: settings), below: "/blog/")
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
