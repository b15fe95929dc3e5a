import Nodes

// Texts, lists of texts, and pictures.

extension Metadata {
  mutating func readText(
    _ field: Field, _ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader
  ) {
    // `layout: false` and the like switch something off.
    if entry.value.boolean == false, field == .layout || field == .template || field == .icon { return }
    guard let text = reader.text(entry.value, key: entry.key) else {
      if case .scalar = entry.value.content { reader.ignore(entry.key, at: entry.keyRange, because: .empty) }
      return
    }
    guard claim(field, entry, row, with: &reader) else { return }
    switch field {
    case .title: title = text
    case .linkTitle: linkTitle = text
    case .description: description = text
    case .summary: summary = text
    case .slug: slug = text
    case .url: url = text
    case .type: type = text
    case .language: language = text
    case .translationKey: translationKey = text
    case .canonicalURL: canonicalURL = text
    case .robots: robots = text
    case .icon: icon = text
    case .coverAlt: cover = Picture(path: cover?.path ?? "", alt: text, caption: cover?.caption)
    case .layout: readLayout(text, entry, with: &reader)
    default:
      template = text
      if text.hasSuffix(".html") { reader.notice(.material, .htmlTemplate(text), weight: 2) }
    }
  }

  /// A layout that names an `.astro` file is Astro's; a bare word is Jekyll's.
  private mutating func readLayout(_ text: String, _ entry: Node.Entry, with reader: inout FieldReader) {
    layout = text
    if text.hasSuffix(".astro") {
      reader.notice(.astro, .astroFile(text), weight: 5)
    } else if text == "post" || text == "page" || text == "default" || text == "single" {
      reader.notice(.jekyll, .key(entry.key), weight: 1)
    }
  }

  mutating func readTexts(
    _ field: Field, _ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader
  ) {
    guard claim(field, entry, row, with: &reader) else { return }
    let separator: Character? = field == .series ? nil : ","
    guard let texts = reader.texts(entry.value, key: entry.key, separator: separator) else {
      release(field)
      return
    }
    switch field {
    case .tags:
      tags = texts
      if row.rank == 0 { reader.noteSpaces(in: \.tags, of: entry.value) }
    case .categories:
      categories = texts
      if row.rank == 0 { reader.noteSpaces(in: \.categories, of: entry.value) }
    case .series: series = texts
    case .aliases: aliases = texts
    default: keywords = texts
    }
  }

  /// Reads the cover, or the list of pictures whose first is the cover when nothing else is.
  mutating func readPictures(_ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader) {
    if row.role == .images, case .map = entry.value.content {
      reader.notice(.hugo, .pictureMap(entry.key), weight: 3)
    }
    guard let pictures = reader.pictures(entry.value, key: entry.key), let first = pictures.first else {
      params.append(entry)
      return
    }
    if row.role == .images, case .list = entry.value.content {
      guard claim(.images, entry, row, with: &reader) else { return }
      reader.notice(.hugo, .key(entry.key), weight: 1)
      images = pictures
      return
    }
    guard claim(.cover, entry, row, with: &reader) else { return }
    setCover(
      first, from: Origin(field: .cover, teller: .key(entry.key), range: entry.keyRange, rank: row.rank))
  }

  /// Sets the cover; a text of its own beats that of another key.
  mutating func setCover(_ picture: Picture, from origin: Origin) {
    let alt = picture.alt ?? cover?.alt
    if picture.alt != nil {
      release(.coverAlt)
      origins.append(origin.saying(.coverAlt))
    }
    cover = Picture(path: picture.path, alt: alt, caption: picture.caption)
  }

  /// Reads the terms of all taxonomies, as Zola writes them.
  mutating func readTaxonomies(_ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader) {
    guard case .map(let entries) = entry.value.content else {
      reader.wrong(entry.value, key: entry.key, expected: .taxonomies)
      return
    }
    guard claim(.taxonomies, entry, row, with: &reader) else { return }
    for inner in entries where !inner.value.isNull {
      switch inner.key {
      case "tags": readTexts(.tags, inner, KeyTable.innerRow, with: &reader)
      case "categories": readTexts(.categories, inner, KeyTable.innerRow, with: &reader)
      case "series": readTexts(.series, inner, KeyTable.innerRow, with: &reader)
      case "authors": readInnerAuthors(inner, with: &reader)
      default:
        guard let terms = reader.texts(inner.value, key: inner.key) else { continue }
        taxonomies.append(Taxonomy(name: inner.key, terms: terms))
      }
    }
  }

  private mutating func readInnerAuthors(_ entry: Node.Entry, with reader: inout FieldReader) {
    guard claim(.authors, entry, KeyTable.innerRow, with: &reader) else { return }
    set(\.authors, .authors, to: reader.authors(entry.value, key: entry.key))
  }
}
