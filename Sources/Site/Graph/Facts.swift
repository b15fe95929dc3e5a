/// The digests of everything that an output of a site may read: what is equal in two of these tables has not changed.
///
/// Pages, sections and terms have a row with a cell for each column; all else has a key of its own. What is not there
/// has no digest, so that something new changes the keys of those who looked for it in vain.
struct Facts: Sendable, Equatable {
  /// What everything depends on: addresses, languages, how texts are read.
  var frame: UInt64 = 0
  /// The keys of the subjects, and their cells row by row.
  private(set) var subjects: [UInt64] = []
  private(set) var cells: [UInt64] = []
  /// All other keys and their digests.
  private(set) var others: [UInt64: UInt64] = [:]

  /// How many cells a row has.
  static let width = Column.allCases.count

  init() {}

  /// Takes a table that was kept.
  init(frame: UInt64, subjects: [UInt64], cells: [UInt64], others: [UInt64: UInt64]) {
    self.frame = frame
    self.subjects = subjects
    self.cells = cells
    self.others = others
  }

  mutating func reserve(subjects count: Int, others: Int) {
    subjects.reserveCapacity(count)
    cells.reserveCapacity(count * Self.width)
    self.others.reserveCapacity(others)
  }

  mutating func add(_ subject: UInt64, _ row: FactRow) {
    subjects.append(subject)
    cells += row.cells
  }

  mutating func add(_ key: UInt64, _ digest: UInt64) { others[key] = digest }

  /// The keys whose digests differ between two tables, or that only one of them has.
  func changes(since old: Facts) -> Set<UInt64> {
    var changed: Set<UInt64> = []
    addRows(since: old, to: &changed)
    for (key, digest) in others where old.others[key] != digest { changed.insert(key) }
    for key in old.others.keys where others[key] == nil { changed.insert(key) }
    return changed
  }

  private func addRows(since old: Facts, to changed: inout Set<UInt64>) {
    var places: [UInt64: Int] = [:]
    // Mostly the rows stand where they stood.
    let isSame = subjects == old.subjects
    if !isSame {
      places.reserveCapacity(old.subjects.count)
      for (row, subject) in old.subjects.enumerated() { places[subject] = row }
    }
    for (row, subject) in subjects.enumerated() {
      let other = isSame ? row : places.removeValue(forKey: subject)
      for column in Column.allCases {
        let cell = cells[row * Self.width + column.rawValue]
        if other.map({ old.cells[$0 * Self.width + column.rawValue] }) != cell {
          changed.insert(column.key(of: subject))
        }
      }
    }
    for subject in places.keys { for column in Column.allCases { changed.insert(column.key(of: subject)) } }
  }
}

/// The digests of one subject, column by column.
struct FactRow: Sendable {
  fileprivate(set) var cells = [UInt64](repeating: 0, count: Facts.width)

  subscript(column: Column) -> UInt64 {
    get { cells[column.rawValue] }
    set { cells[column.rawValue] = newValue }
  }

  /// Fills a cell by mixing.
  mutating func set(_ column: Column, _ mix: (inout Mixer) -> Void) {
    var mixer = Mixer()
    mix(&mixer)
    self[column] = mixer.value
  }
}
