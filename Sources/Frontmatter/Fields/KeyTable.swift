/// The keys that the front matter of six systems may hold, and the field that each one feeds.
///
/// Keys are looked up folded: in lower case, without `-` and `_`, so that `featured_image`, `featuredImage` and
/// `featured-image` are one row. A folded key of up to sixteen bytes is one integer, and the rows are sorted by it.
enum KeyTable {
  /// One key.
  struct Row: Sendable {
    /// As its system writes it; of several spellings the first that a person would think of.
    let spelling: String
    let role: Role
    /// Of two keys for one field, the one with the lower rank wins.
    let rank: Int
    /// The system that the key speaks for, and how loudly.
    let dialect: Dialect
    let weight: Int

    init(_ spelling: String, _ role: Role, rank: Int = 0, _ dialect: Dialect = .common, _ weight: Int = 0) {
      self.spelling = spelling
      self.role = role
      self.rank = rank
      self.dialect = dialect
      self.weight = weight
    }
  }

  /// What a key is read as.
  enum Role: Sendable, Equatable {
    case text(Field)
    case date(Field)
    case texts(Field)
    case node(Field)
    case draft, published, weight, readTime
    case truth(Field)
    case taxonomies, authors, cover, images
    case noIndex, sitemap, sitemapExclude, search, searchIndex, searchExclude, hide, outputs
    /// A map whose entries are parameters of the page.
    case params
    /// Known to some system, but nothing that we act upon: kept among the parameters.
    case other
  }

  /// Finds the row of a key.
  static func row(for key: String) -> Row? {
    guard let folded = fold(key) else { return nil }
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].folded < folded { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low].folded == folded ? sorted[low].row : nil
  }

  /// Tells a key with capitals that its system does not write: `Title` for `title`; `title` and `pubdate` are fine.
  static func isInWrongCase(_ key: String, of row: Row) -> Bool {
    guard key != row.spelling, key.utf8.contains(where: \.isUppercase) else { return false }
    // `featuredImage` is another way to write `featured_image`: capitals only where a word begins.
    let isCamelCase =
      key.utf8.first?.isUppercase == false && key.utf8.contains { $0.isLetter && !$0.isUppercase }
    let hasWords = row.spelling.utf8.contains { $0 == UInt8(ascii: "_") || $0.isUppercase }
    return !(isCamelCase && hasWords)
  }

  /// The rank of a key that any other key for its field beats.
  static let weakestRank = 100

  /// How keys inside `taxonomies` are read: after those at the top.
  static let innerRow = Row("taxonomies", .taxonomies, rank: 1)

  /// Packs a key into an integer; nil when it is too long to be one of ours.
  static func fold(_ key: String) -> UInt128? {
    var packed: UInt128 = 0
    var count = 0
    for byte in key.utf8 where byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") {
      guard count < 16, byte < 0x80 else { return nil }
      packed = packed << 8 | UInt128(byte.isUppercase ? byte | 0x20 : byte)
      count += 1
    }
    return count == 0 ? nil : packed
  }

  /// The spellings that a misspelt key is compared with: those that mean something to us.
  static let suggestions: [String] = rows.filter { $0.role != .other }.map(\.spelling)

  private static let sorted: [(folded: UInt128, row: Row)] =
    rows.compactMap { row in fold(row.spelling).map { (folded: $0, row: row) } }.sorted {
      $0.folded < $1.folded
    }
}
