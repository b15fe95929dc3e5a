import Bytes

/// The digests of everything that an output of a site may read: what is equal in two of these tables has not changed.
///
/// Pages, sections and terms have a row with a cell for each column; all else has a key of its own. What is not there
/// has no digest, so that something new changes the keys of those who looked for it in vain.
struct Facts: Sendable {
  /// What everything depends on: addresses, languages, how texts are read.
  var frame: UInt64 = 0
  /// The keys of the subjects, and their cells row by row; the pages come first, in their order.
  private(set) var subjects: [UInt64] = []
  private(set) var cells: [UInt64] = []
  /// What answers where.
  private(set) var places: Places
  /// All other keys and their digests.
  private(set) var others: DigestTable

  /// How many cells a row has.
  static let width = Column.allCases.count

  /// Tables of one site share it as long as nothing moves.
  final class Places: Sendable {
    let digests: DigestTable

    init(_ digests: DigestTable) { self.digests = digests }
  }

  init(
    frame: UInt64, subjects: [UInt64], cells: [UInt64], places: DigestTable,
    others: DigestTable = DigestTable()
  ) {
    self.frame = frame
    self.subjects = subjects
    self.cells = cells
    self.places = Places(places)
    self.others = others
  }

  mutating func add(_ key: UInt64, _ digest: UInt64) { others[key] = digest }

  /// Forgets what is known beside subjects and places.
  mutating func removeOthers() { others = DigestTable() }

  /// The row of a subject, by its number.
  subscript(row: Int) -> FactRow {
    get { FactRow(cells[row * Self.width..<(row + 1) * Self.width]) }
    set { for column in Column.allCases { cells[row * Self.width + column.rawValue] = newValue[column] } }
  }

  /// The keys whose digests differ between two tables, or that only one of them has.
  func changes(since old: Facts) -> [UInt64] {
    var changed: [UInt64] = []
    addRows(since: old, to: &changed)
    if places !== old.places { places.digests.addChanges(since: old.places.digests, to: &changed) }
    others.addChanges(since: old.others, to: &changed)
    return changed
  }

  private func addRows(since old: Facts, to changed: inout [UInt64]) {
    // Mostly the rows stand where they stood.
    guard subjects != old.subjects else {
      for place in cells.indices where cells[place] != old.cells[place] {
        changed.append(Self.key(of: subjects[place / Self.width], place % Self.width))
      }
      return
    }
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(old.subjects.count)
    for (row, subject) in old.subjects.enumerated() { places[subject] = row }
    for (row, subject) in subjects.enumerated() {
      let other = places.removeValue(forKey: subject)
      for column in 0..<Self.width {
        let cell = cells[row * Self.width + column]
        if other.map({ old.cells[$0 * Self.width + column] }) != cell {
          changed.append(Self.key(of: subject, column))
        }
      }
    }
    for subject in places.keys { for column in Column.allCases { changed.append(column.key(of: subject)) } }
  }

  private static func key(of subject: UInt64, _ column: Int) -> UInt64 {
    Column(rawValue: column)?.key(of: subject) ?? 0
  }
}

/// The digests of one subject, column by column.
struct FactRow: Sendable {
  /// As many as there are columns.
  private var cells = InlineArray<18, UInt64>(repeating: 0)

  init() {}

  init(_ cells: ArraySlice<UInt64>) {
    for (column, cell) in cells.enumerated() { self.cells[column] = cell }
  }

  subscript(column: Column) -> UInt64 {
    get { cells[column.rawValue] }
    set { cells[column.rawValue] = newValue }
  }

  /// Fills a cell by mixing.
  @inline(__always)
  mutating func set(_ column: Column, _ mix: (inout Mixer) -> Void) {
    var mixer = Mixer()
    mix(&mixer)
    self[column] = mixer.value
  }

  func append(to all: inout [UInt64]) { for column in 0..<Facts.width { all.append(cells[column]) } }
}
