import Bytes
import Language
import Nodes

// Metadata as the program keeps them from one run to the next: what is said, each behind a number, and then who said it.

extension Metadata {
  /// Writes everything but where it was said: equal bytes mean that two pages say the same.
  public func packSaid(into packer: inout Packer) {
    packTexts(into: &packer)
    packDates(into: &packer)
    packLists(into: &packer)
    packMarks(into: &packer)
    packer.add(Part.end.rawValue)
  }

  /// Writes what decides where a page stands, in which lists, and by which template it is shown.
  public func packPlacing(into packer: inout Packer) {
    var placing = self
    placing.title = ""
    for text in [\Metadata.linkTitle, \.description, \.summary, \.icon] { placing[keyPath: text] = nil }
    for node in [\Metadata.links, \.menus, \.resources] { placing[keyPath: node] = nil }
    for flag in [\Metadata.toc, \.comments] { placing[keyPath: flag] = nil }
    for list in [\Metadata.keywords, \.hide] { placing[keyPath: list] = [] }
    (placing.cover, placing.images) = (nil, [])
    (placing.readTime, placing.search, placing.params) = (nil, SearchEntry(), [])
    placing.packSaid(into: &packer)
  }

  /// Writes who said what, and where in the file.
  public func packOrigins(into packer: inout Packer) {
    packer.add(origins.count)
    for origin in origins { origin.pack(into: &packer) }
  }

  /// Reads what both have written.
  public init(from unpacker: inout Unpacker) {
    self.init()
    while let part = Part(rawValue: unpacker.int()), part != .end, unpacker.isSound {
      if !readText(part, &unpacker), !readDate(part, &unpacker), !readList(part, &unpacker) {
        readMark(part, &unpacker)
      }
    }
    let count = unpacker.count()
    origins.reserveCapacity(count)
    for _ in 0..<count { if let origin = Origin(from: &unpacker) { origins.append(origin) } }
  }

  /// What stands behind a number.
  private enum Part: Int {
    case end, title, linkTitle, description, summary, slug, url, type, layout, template, language
    case translationKey, canonicalURL, robots, icon, changeFrequency
    case date, publishDate, lastmod, expiryDate
    case aliases, tags, categories, series, taxonomies, authors, cover, images, keywords, hide, outputs
    case links, menus, resources, cascade, params
    case draft, pinned, weight, toc, comments, readTime, outOfSitemap, priority, outOfSearch, boost
  }
}

// MARK: Texts

extension Metadata {
  private func packTexts(into packer: inout Packer) {
    packer.add(Part.title.rawValue)
    packer.add(title)
    pack(.linkTitle, linkTitle, &packer)
    pack(.description, description, &packer)
    pack(.summary, summary, &packer)
    pack(.slug, slug, &packer)
    pack(.url, url, &packer)
    pack(.type, type, &packer)
    pack(.layout, layout, &packer)
    pack(.template, template, &packer)
    pack(.language, language, &packer)
    pack(.translationKey, translationKey, &packer)
    pack(.canonicalURL, canonicalURL, &packer)
    pack(.robots, robots, &packer)
    pack(.icon, icon, &packer)
    pack(.changeFrequency, sitemap.changeFrequency, &packer)
  }

  @inline(__always)
  private func pack(_ part: Part, _ text: String?, _ packer: inout Packer) {
    guard let text else { return }
    packer.add(part.rawValue)
    packer.add(text)
  }

  private mutating func readText(_ part: Part, _ unpacker: inout Unpacker) -> Bool {
    switch part {
    case .title: title = unpacker.text()
    case .linkTitle: linkTitle = unpacker.text()
    case .description: description = unpacker.text()
    case .summary: summary = unpacker.text()
    case .slug: slug = unpacker.text()
    case .url: url = unpacker.text()
    case .type: type = unpacker.text()
    case .layout: layout = unpacker.text()
    case .template: template = unpacker.text()
    case .language: language = unpacker.text()
    case .translationKey: translationKey = unpacker.text()
    case .canonicalURL: canonicalURL = unpacker.text()
    case .robots: robots = unpacker.text()
    case .icon: icon = unpacker.text()
    case .changeFrequency: sitemap.changeFrequency = unpacker.text()
    default: return false
    }
    return true
  }
}

// MARK: Dates

extension Metadata {
  private func packDates(into packer: inout Packer) {
    for (part, date) in [
      (Part.date, date), (.publishDate, publishDate), (.lastmod, lastmod), (.expiryDate, expiryDate),
    ] {
      guard let date else { continue }
      packer.add(part.rawValue)
      date.pack(into: &packer)
    }
  }

  private mutating func readDate(_ part: Part, _ unpacker: inout Unpacker) -> Bool {
    switch part {
    case .date: date = PageDate(from: &unpacker)
    case .publishDate: publishDate = PageDate(from: &unpacker)
    case .lastmod: lastmod = PageDate(from: &unpacker)
    case .expiryDate: expiryDate = PageDate(from: &unpacker)
    default: return false
    }
    return true
  }
}

// MARK: Lists

extension Metadata {
  private func packLists(into packer: inout Packer) {
    for (part, texts) in [
      (Part.aliases, aliases), (.tags, tags), (.categories, categories), (.series, series),
      (.keywords, keywords), (.hide, hide), (.outputs, outputs),
    ] where !texts.isEmpty {
      packer.add(part.rawValue)
      packer.add(texts)
    }
    if !taxonomies.isEmpty {
      packer.add(Part.taxonomies.rawValue)
      packer.add(taxonomies.count)
      for taxonomy in taxonomies {
        packer.add(taxonomy.name)
        packer.add(taxonomy.terms)
      }
    }
    if !authors.isEmpty {
      packer.add(Part.authors.rawValue)
      packer.add(authors.count)
      for author in authors { author.pack(into: &packer) }
    }
    if let cover {
      packer.add(Part.cover.rawValue)
      cover.pack(into: &packer)
    }
    if !images.isEmpty {
      packer.add(Part.images.rawValue)
      packer.add(images.count)
      for image in images { image.pack(into: &packer) }
    }
    for (part, node) in [
      (Part.links, links), (.menus, menus), (.resources, resources), (.cascade, cascade),
    ] {
      guard let node else { continue }
      packer.add(part.rawValue)
      node.pack(into: &packer)
    }
    if !params.isEmpty {
      packer.add(Part.params.rawValue)
      Node.Entry.pack(params, into: &packer)
    }
  }

  private mutating func readList(_ part: Part, _ unpacker: inout Unpacker) -> Bool {
    switch part {
    case .aliases: aliases = unpacker.texts()
    case .tags: tags = unpacker.texts()
    case .categories: categories = unpacker.texts()
    case .series: series = unpacker.texts()
    case .keywords: keywords = unpacker.texts()
    case .hide: hide = unpacker.texts()
    case .outputs: outputs = unpacker.texts()
    case .taxonomies:
      taxonomies = (0..<unpacker.count()).map { _ in
        Taxonomy(name: unpacker.text(), terms: unpacker.texts())
      }
    case .authors: authors = (0..<unpacker.count()).map { _ in Author(from: &unpacker) }
    case .cover: cover = Picture(from: &unpacker)
    case .images: images = (0..<unpacker.count()).map { _ in Picture(from: &unpacker) }
    case .links: links = Node(from: &unpacker)
    case .menus: menus = Node(from: &unpacker)
    case .resources: resources = Node(from: &unpacker)
    case .cascade: cascade = Node(from: &unpacker)
    case .params: params = Node.Entry.unpacked(from: &unpacker)
    default: return false
    }
    return true
  }
}

// MARK: Marks

extension Metadata {
  private func packMarks(into packer: inout Packer) {
    for (part, isSet) in [
      (Part.draft, isDraft), (.pinned, isPinned), (.outOfSitemap, sitemap.isExcluded),
      (.outOfSearch, search.isExcluded),
    ] where isSet { packer.add(part.rawValue) }
    for (part, number) in [(Part.weight, weight), (.readTime, readTime)] {
      guard let number else { continue }
      packer.add(part.rawValue)
      packer.add(number)
    }
    for (part, flag) in [(Part.toc, toc), (.comments, comments)] {
      guard let flag else { continue }
      packer.add(part.rawValue)
      packer.add(flag)
    }
    for (part, number) in [(Part.priority, sitemap.priority), (.boost, search.boost)] {
      guard let number else { continue }
      packer.add(part.rawValue)
      packer.add(fixed: number.bitPattern)
    }
  }

  private mutating func readMark(_ part: Part, _ unpacker: inout Unpacker) {
    switch part {
    case .draft: isDraft = true
    case .pinned: isPinned = true
    case .outOfSitemap: sitemap.isExcluded = true
    case .outOfSearch: search.isExcluded = true
    case .weight: weight = unpacker.int()
    case .readTime: readTime = unpacker.int()
    case .toc: toc = unpacker.flag()
    case .comments: comments = unpacker.flag()
    case .priority: sitemap.priority = Double(bitPattern: unpacker.fixed())
    case .boost: search.boost = Double(bitPattern: unpacker.fixed())
    default: break
    }
  }
}
