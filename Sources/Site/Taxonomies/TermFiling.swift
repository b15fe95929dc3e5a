import Bytes
import Diagnostics
import Frontmatter
import Language

/// The terms of a taxonomy while pages are filed under them.
struct TermFiling {
  private let place: TaxonomyPlace
  let url: String
  var name: String { place.name }
  var title: String? { place.title }
  var listSize: Int { place.listSize }
  private(set) var terms: [Term] = []
  private(set) var faults: [Fault] = []
  /// The term that a slug's digest means, whether it is its own or that of another spelling.
  private(set) var numbers: [Digest: Int] = [:]
  /// How often each spelling of a term was met, in the order of meeting.
  private var spellings: [[(name: TermName, count: Int)]] = []

  /// Preferred spellings by slug, and the slug that each alias stands for.
  private var preferred: [Digest: TermName] = [:]
  private let allowed: Set<Digest>
  private var described: [String: Entry] = [:]
  /// What the taxonomy's own `_index.md` says of the list of terms.
  private(set) var entry: Entry?
  /// The names that terms with levels may stand below.
  private var roots: Set<Digest> = []

  /// Begins a taxonomy; `names` are all spellings of its terms that pages use.
  init(
    _ place: TaxonomyPlace, in language: String, root: String, describing entries: [String: Entry],
    names spellings: some Sequence<TermName>
  ) {
    self.place = place
    url = "\(root)\(place.folder(in: language))/"
    let names = place.allowed.map(TermName.init)
    allowed = Set(names.map(\.key))
    for name in names { preferred[name.key] = name }
    for alias in place.aliases {
      let end = place.end(ofAlias: alias.other)
      // All names of a circle meet it; one of them tells.
      if let circle = end.circle, circle.min() == alias.other {
        faults.append(
          Fault(.aliasCycle(circle, taxonomy: place.name), path: SiteFolder.configurationName))
      }
      let name = TermName(end.spelling)
      if preferred[name.key] == nil { preferred[name.key] = name }
      preferred[TermName(alias.other).key] = preferred[name.key]
    }
    for folder in place.describingFolders(in: language).reversed() {
      let start = "\(root)\(folder)/"
      for (path, entry) in entries where path.hasPrefix(start) {
        described[TermName(String(path.dropFirst(start.count))).slug] = entry
      }
      entry = entries["\(root)\(folder)"] ?? entry
    }
    addRoots(among: spellings)
  }

  /// What stands alone somewhere can have levels below it; so can the beginning of what is written as a path.
  private mutating func addRoots(among spellings: some Sequence<TermName>) {
    guard spellings.contains(where: \.hasLevels) else { return }
    roots = Set(preferred.keys).union(described.keys.map { Digest(of: Array($0.utf8).span) })
    for name in spellings {
      if !name.hasLevels { roots.insert(name.key) } else if name.isPathLike { roots.insert(name.rootKey) }
    }
  }

  /// Files a page under a term and under those above it.
  mutating func file(_ page: PageID, _ entry: Entry, under written: TermName) {
    if let known = numbers[written.key] {
      count(written, of: known)
      add(page, to: known)
      return
    }
    guard !written.slug.isEmpty else {
      faults.append(Fault(.emptyTerm(written.spelling, taxonomy: place.name), in: entry, at: field))
      return
    }
    let name = preferred[written.key] ?? leveled(written)
    if !allowed.isEmpty, !allowed.contains(name.key) {
      let meant = nearest(to: written.spelling, among: place.allowed)
      faults.append(
        Fault(.unknownTerm(written.spelling, taxonomy: place.name, meant: meant), in: entry, at: field))
      return
    }
    let number = numbers[name.key] ?? term(name)
    numbers[written.key] = number
    count(written, of: number)
    add(page, to: number)
  }

  /// The terms by the names that they are shown by: their own page's, the configured one, or what most pages write.
  var namedTerms: [Term] {
    var terms = terms
    for number in terms.indices {
      let slug = terms[number].slug
      if let entry = terms[number].entry, entry.metadata.origin(of: .title)?.teller != .fileName {
        terms[number].name = entry.metadata.title
      } else if let name = preferred[Digest(of: Array(slug.utf8).span)] {
        terms[number].name = name.spelling
      } else if let usual = Self.mostUsual(of: spellings[number]) {
        terms[number].name = Self.name(usual, below: terms[number].parent.map { terms[$0].name })
      }
    }
    return terms
  }
}

extension TermFiling {
  /// A name with levels only where its highest one is a term of its own: `Redes/BGP` below `Redes`, but `CI/CD` whole.
  private func leveled(_ name: TermName) -> TermName {
    name.hasLevels && !roots.contains(name.rootKey) ? name.flat : name
  }

  /// Warns of descriptions that no page is filed under.
  mutating func findUnused() {
    let used = Set(terms.map(\.slug))
    for (slug, entry) in described.sorted(by: { $0.key < $1.key }) where !used.contains(slug) {
      faults.append(Fault(.unusedTerm(slug, taxonomy: place.name), in: entry))
    }
  }

  /// The key of the front matter that a wrong term points at.
  private var field: Field {
    switch place.name {
    case "tags": .tags
    case "categories": .categories
    case "series": .series
    case "authors": .authors
    default: .taxonomies
    }
  }

  private mutating func count(_ written: TermName, of number: Int) {
    if let index = spellings[number].firstIndex(where: { $0.name.spellingKey == written.spellingKey }) {
      spellings[number][index].count += 1
    } else {
      spellings[number].append((written, 1))
    }
  }

  /// Of equally usual spellings the one with more accents is better, then that of the latest page.
  private static func mostUsual(of spellings: [(name: TermName, count: Int)]) -> String? {
    var best = spellings.first
    for other in spellings.dropFirst() {
      guard let known = best else { break }
      // An accent takes a byte more than its letter alone.
      let rank = (known.count, known.name.spelling.utf8.count)
      if (other.count, other.name.spelling.utf8.count) > rank { best = other }
    }
    return best?.name.spelling
  }

  /// `redes/BGP` below the term `Redes` is `Redes/BGP`; terms stand after those above them, which are settled.
  private static func name(_ spelling: String, below parent: String?) -> String {
    guard let parent, let last = spelling.split(separator: "/").last else { return spelling }
    return "\(parent)/\(last)"
  }

  private mutating func add(_ page: PageID, to number: Int) {
    var next: Int? = number
    while let term = next {
      if terms[term].pages.last != page { terms[term].pages.append(page) }
      next = terms[term].parent
    }
  }

  /// Makes a term, and before it those above it.
  private mutating func term(_ name: TermName) -> Int {
    var parent: Int?
    if let above = name.above {
      parent = numbers[above.key] ?? term(preferred[above.key] ?? above)
    }
    let number = terms.count
    terms.append(
      Term(
        name: name.spelling, slug: name.slug, url: "\(url)\(name.slug)/", pages: [], parent: parent,
        children: [],
        entry: described[name.slug]))
    spellings.append([])
    if let parent { terms[parent].children.append(number) }
    numbers[name.key] = number
    return number
  }
}
