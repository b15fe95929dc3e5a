import Nodes

// The dates of a page.

extension Metadata {
  mutating func readDate(
    _ field: Field, _ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader
  ) {
    if field == .date, case .map(let entries) = entry.value.content {
      reader.notice(.material, .dateMap(entry.key), weight: 4)
      readDates(entries, of: entry, row, with: &reader)
      return
    }
    guard claim(field, entry, row, with: &reader) else { return }
    set(field, to: reader.date(entry.value, key: entry.key))
  }

  /// Reads `date: {created: …, updated: …}`.
  private mutating func readDates(
    _ entries: [Node.Entry], of outer: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader
  ) {
    var hasDate = false
    for inner in entries where !inner.value.isNull {
      let field: Field
      switch inner.key {
      case "created", "published": field = .date
      case "updated", "modified": field = .lastmod
      default: continue
      }
      hasDate = true
      let named = Node.Entry(key: "\(outer.key).\(inner.key)", keyRange: inner.keyRange, value: inner.value)
      if claim(field, named, row, with: &reader) { set(field, to: reader.date(inner.value, key: named.key)) }
    }
    if !hasDate { reader.wrong(outer.value, key: outer.key, expected: .date) }
  }

  /// `published` is a date for Hugo, and the contrary of a draft for Jekyll.
  mutating func readPublished(_ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader) {
    guard let isPublished = entry.value.boolean else {
      readDate(.publishDate, entry, row, with: &reader)
      return
    }
    reader.notice(.jekyll, .key(entry.key), weight: 2)
    if claim(.draft, entry, row, with: &reader) { isDraft = !isPublished }
  }

  private mutating func set(_ field: Field, to date: PageDate?) {
    switch field {
    case .date: self.date = date
    case .publishDate: publishDate = date
    case .lastmod: lastmod = date
    default: expiryDate = date
    }
    if date == nil { origins.removeAll { $0.field == field } }
  }

  /// Gives a page without a `date` the next best one: its publication, its file's name, its last change.
  mutating func settleDate(by fileName: @autoclosure () -> FileName, with reader: inout FieldReader) {
    guard date == nil else { return }
    if let publishDate, let origin = origin(of: .publishDate) {
      date = publishDate
      origins.append(origin.saying(.date))
    } else if let named = fileName().date {
      date = named
      origins.append(Origin(field: .date, teller: .fileName, range: 0..<0, rank: 0))
      reader.notice(.jekyll, .dateInFileName, weight: 1)
    } else if let lastmod, let origin = origin(of: .lastmod) {
      date = lastmod
      origins.append(origin.saying(.date))
    }
  }
}
