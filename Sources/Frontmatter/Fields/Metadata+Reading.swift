import Diagnostics
import Nodes

// One pass over the entries of a front matter: each key is looked up once and feeds its field.

extension Metadata {
  /// Reads the entries of a front matter.
  mutating func read(_ entries: [Node.Entry], with reader: inout FieldReader) {
    origins.reserveCapacity(entries.count)
    for entry in entries {
      read(entry, with: &reader)
    }
    if origin(of: .cover) == nil, let first = images.first {
      if let origin = origin(of: .images) {
        origins.append(origin.saying(.cover))
        setCover(first, from: origin)
      }
    }
  }

  private mutating func read(_ entry: Node.Entry, with reader: inout FieldReader) {
    guard let row = KeyTable.row(for: entry.key) else {
      if let meant = Self.misspelling(of: entry.key) {
        reader.note(.misspelt(key: entry.key, meant: meant), at: entry.keyRange)
      }
      params.append(entry)
      return
    }
    if row.weight > 0 { reader.notice(row.dialect, .key(entry.key), weight: row.weight) }
    if row.role == .other {
      params.append(entry)
      return
    }
    if KeyTable.isInWrongCase(entry.key, of: row), !hasRead(entry.key) {
      reader.note(.wrongCase(key: entry.key, meant: row.spelling), at: entry.keyRange)
    }
    guard !entry.value.isNull else {
      reader.ignore(entry.key, at: entry.keyRange, because: .empty)
      return
    }
    read(entry, as: row, with: &reader)
  }

  /// Finds the key of ours that an unknown one most likely means.
  private static func misspelling(of key: String) -> String? {
    guard key.utf8.count > 3 else { return nil }
    return KeyTable.spanish[key] ?? nearest(to: key, among: KeyTable.suggestions)
  }

  private mutating func read(_ entry: Node.Entry, as row: KeyTable.Row, with reader: inout FieldReader) {
    let value = entry.value
    switch row.role {
    case .text(let field): readText(field, entry, row, with: &reader)
    case .date(let field): readDate(field, entry, row, with: &reader)
    case .texts(let field): readTexts(field, entry, row, with: &reader)
    case .truth(let field): readTruth(field, entry, row, with: &reader)
    case .node(let field):
      if claim(field, entry, row, with: &reader) { self[node: field] = value }
    case .draft:
      if claim(.draft, entry, row, with: &reader) {
        set(\.isDraft, .draft, to: reader.truth(value, key: entry.key))
      }
    case .published: readPublished(entry, row, with: &reader)
    case .weight:
      if claim(.weight, entry, row, with: &reader) {
        set(\.weight, .weight, to: reader.integer(value, key: entry.key))
      }
    case .readTime:
      if claim(.readTime, entry, row, with: &reader) {
        set(\.readTime, .readTime, to: reader.integer(value, key: entry.key))
      }
    case .authors: readAuthors(entry, row, with: &reader)
    case .cover, .images: readPictures(entry, row, with: &reader)
    case .taxonomies: readTaxonomies(entry, row, with: &reader)
    case .hide: readHide(entry, row, with: &reader)
    case .outputs:
      if claim(.outputs, entry, row, with: &reader) {
        set(\.outputs, .outputs, to: reader.texts(value, key: entry.key))
      }
    case .params: readParams(entry, with: &reader)
    case .noIndex, .sitemap, .sitemapExclude, .search, .searchIndex, .searchExclude:
      readForMachines(entry, row, with: &reader)
    case .other: params.append(entry)
    }
  }
}

extension Metadata {
  /// Gives a field to a key, unless a better key has it already.
  mutating func claim(
    _ field: Field, _ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader
  ) -> Bool {
    let origin = Origin(field: field, teller: .key(entry.key), range: entry.keyRange, rank: row.rank)
    guard let index = origins.firstIndex(where: { $0.field == field }) else {
      origins.append(origin)
      return true
    }
    let other = origins[index]
    guard case .key(let otherKey) = other.teller else { return false }
    if other.rank == row.rank, KeyTable.fold(otherKey) == KeyTable.fold(entry.key) {
      reader.note(.repeated(key: entry.key, first: otherKey), at: entry.keyRange)
    }
    guard row.rank < other.rank else {
      reader.ignore(entry.key, at: entry.keyRange, because: .overridden(by: otherKey))
      return false
    }
    reader.ignore(otherKey, at: other.range, because: .overridden(by: entry.key))
    origins[index] = origin
    return true
  }

  /// Takes a field back from a key whose value was wrong.
  mutating func release(_ field: Field) {
    origins.removeAll { $0.field == field }
  }

  /// Sets a field to what was read; a wrong value leaves it as if nothing had been said.
  mutating func set<Value>(_ path: WritableKeyPath<Metadata, Value>, _ field: Field, to value: Value?) {
    if let value { self[keyPath: path] = value } else { release(field) }
  }

  mutating func set<Value>(_ path: WritableKeyPath<Metadata, Value?>, _ field: Field, to value: Value?) {
    if let value { self[keyPath: path] = value } else { release(field) }
  }

  /// Tells whether a key was read before, in another case.
  private func hasRead(_ key: String) -> Bool {
    let folded = KeyTable.fold(key)
    return origins.contains { origin in
      guard case .key(let other) = origin.teller else { return false }
      return KeyTable.fold(other) == folded
    }
  }

  private mutating func readTruth(
    _ field: Field, _ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader
  ) {
    // A table of contents may come with its own settings; those are the theme's.
    if field != .pin, case .map = entry.value.content {
      params.append(entry)
      return
    }
    guard claim(field, entry, row, with: &reader) else { return }
    guard let truth = reader.truth(entry.value, key: entry.key) else {
      release(field)
      return
    }
    switch field {
    case .pin: isPinned = truth
    case .toc: toc = truth
    default: comments = truth
    }
  }

  private mutating func readAuthors(_ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader)
  {
    guard claim(.authors, entry, row, with: &reader) else { return }
    if row.rank == 0, case .list(let items) = entry.value.content, items.allSatisfy({ $0.shape == .scalar }) {
      reader.notice(.material, .authorIDs(entry.key), weight: 2)
    }
    set(\.authors, .authors, to: reader.authors(entry.value, key: entry.key))
  }

  private mutating func readHide(_ entry: Node.Entry, _ row: KeyTable.Row, with reader: inout FieldReader) {
    // `hide: true` hides the whole page in some themes.
    guard entry.value.boolean == nil else {
      params.append(entry)
      return
    }
    if claim(.hide, entry, row, with: &reader) {
      set(\.hide, .hide, to: reader.texts(entry.value, key: entry.key))
    }
  }

  /// Keys below `params` and `extra` are the theme's; a cover is understood there too when nothing else names one.
  private mutating func readParams(_ entry: Node.Entry, with reader: inout FieldReader) {
    guard case .map(let entries) = entry.value.content else {
      reader.wrong(entry.value, key: entry.key, expected: .params)
      return
    }
    for inner in entries {
      if let row = KeyTable.row(for: inner.key), row.role == .cover || row.role == .images,
        !inner.value.isNull,
        origin(of: .cover) == nil, let picture = reader.pictures(inner.value, key: inner.key)?.first
      {
        let weak = Origin(
          field: .cover, teller: .key(inner.key), range: inner.keyRange, rank: KeyTable.weakestRank)
        origins.append(weak)
        setCover(picture, from: weak)
      }
      params.append(inner)
    }
  }

  private subscript(node field: Field) -> Node? {
    get { nil }
    set {
      switch field {
      case .links: links = newValue
      case .menus: menus = newValue
      case .resources: resources = newValue
      default: cascade = newValue
      }
    }
  }
}

extension Origin {
  /// The same place, for another field that the value feeds.
  func saying(_ field: Field) -> Origin {
    Origin(field: field, teller: teller, range: range, rank: rank)
  }
}
