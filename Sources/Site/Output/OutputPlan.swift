import Diagnostics
import Disk

/// What has to happen to the old output so that it becomes the new one: a pure function of both.
struct OutputPlan {
  /// What came of one file of the site.
  struct Outcome: Sendable {
    enum Kind: Sendable, Equatable {
      case unchanged
      case written, copied
      /// Something that is not ours stands there.
      case conflict(OutputFinding)
    }

    let path: String
    let kind: Kind
    let entry: OutputRecord.Entry
    /// Under which number the file is staged; nil when there was no need to.
    let number: Int?
    /// A folder stands where the file belongs; it has to be ours and to go.
    let replacesFolder: Bool
    /// Where the old record tells of it; nil where it does not.
    let place: Int?
  }

  let record: OutputRecord
  let summary: OutputSummary
  private(set) var steps: [OutputJournal.Step] = []
  private(set) var mistakes: [(path: String, finding: OutputFinding)] = []

  /// Plans the way from the old output, of which `old` knows our files and `finding` what is there.
  init(
    _ outcomes: [Outcome], over old: OutputRecord, finding: (String) -> Folder.Finding,
    files: (String) -> [String]
  ) {
    let (order, gone) = Self.order(of: outcomes, over: old)
    var summary = OutputSummary()
    var last: Int?
    for number in order {
      if let last, outcomes[last].path == outcomes[number].path {
        mistakes.append((outcomes[number].path, .writtenTwice))
      }
      last = number
      switch outcomes[number].kind {
      case .unchanged: summary.unchanged += 1
      case .written: summary.written += 1
      case .copied: summary.copied += 1
      case .conflict(let finding): mistakes.append((outcomes[number].path, finding))
      }
    }
    summary.deleted = gone.count
    record = OutputRecord(paths: order.map { outcomes[$0].path }, entries: order.map { outcomes[$0].entry })
    self.summary = summary
    let placed = order.filter { outcomes[$0].number != nil }.map { outcomes[$0] }
    if !placed.isEmpty || !gone.isEmpty { plan(placed, gone: gone, finding, files) }
  }

  /// The numbers of the outcomes in the order of their paths' bytes, and the old paths that are not among them.
  ///
  /// What stands in the old record is in order there; the others are put among it.
  private static func order(of outcomes: [Outcome], over old: OutputRecord) -> (order: [Int], gone: [String])
  {
    var places = [Int](repeating: -1, count: old.paths.count)
    // With their paths, which are compared where they lie.
    var others: [(path: String, number: Int)] = []
    for number in outcomes.indices {
      if let place = outcomes[number].place, places[place] < 0 {
        places[place] = number
      } else {
        others.append((path: outcomes[number].path, number: number))
      }
    }
    others.sort { $0.path.precedes($1.path) }
    var order: [Int] = []
    order.reserveCapacity(outcomes.count)
    var next = 0
    for number in places where number >= 0 {
      while next < others.count, others[next].path.precedes(outcomes[number].path) {
        order.append(others[next].number)
        next += 1
      }
      order.append(number)
    }
    order += others[next...].map(\.number)
    return (order, places.indices.filter { places[$0] < 0 }.map { old.paths[$0] })
  }

  /// Puts the steps in order: what is in the way goes, files come (assets before the pages that name them), the rest goes.
  private mutating func plan(
    _ placed: [Outcome], gone: [String], _ finding: (String) -> Folder.Finding, _ files: (String) -> [String]
  ) {
    // Who deletes nothing need not know what stays.
    let stays = gone.isEmpty ? [] : Set(record.paths)
    let needed = gone.isEmpty ? [] : Set(record.paths.flatMap(\.foldersAbove))
    let vanishing = Set(gone)
    checkFolders(placed, vanishing: vanishing, files)
    let early = gone.filter { path in
      needed.contains(path) || path.foldersAbove.contains(where: stays.contains)
    }
    steps += early.map { .remove($0) } + Self.emptied(early, needed: needed)
    for (folder, path) in Self.folders(of: placed) {
      switch finding(folder) {
      case .folder: continue
      case .nothing: steps.append(.makeFolder(folder))
      case .file where vanishing.contains(folder): steps.append(.makeFolder(folder))
      case .file, .other: mistakes.append((folder, .inTheWay(of: path)))
      }
    }
    let assets = placed.filter { $0.path.hasPrefix("assets/") }
    for outcome in assets + placed.filter({ !$0.path.hasPrefix("assets/") }) {
      if let number = outcome.number { steps.append(.place(number, at: outcome.path)) }
    }
    let done = Set(early)
    let late = gone.filter { !done.contains($0) }
    steps += late.map { .remove($0) } + Self.emptied(late, needed: needed)
  }

  /// A folder that has to make room for a file may hold nothing but files of ours that go.
  private mutating func checkFolders(
    _ placed: [Outcome], vanishing: Set<String>, _ files: (String) -> [String]
  ) {
    for outcome in placed where outcome.replacesFolder {
      if let other = files(outcome.path).first(where: { !vanishing.contains($0) }) {
        mistakes.append((other, .inTheWay(of: outcome.path)))
      }
    }
  }

  /// The folders that files come to, each once, those above first, each with a file that needs it.
  private static func folders(of placed: [Outcome]) -> [(folder: String, path: String)] {
    var seen: Set<String> = []
    var folders: [(String, String)] = []
    var last: Substring.UTF8View?
    for outcome in placed {
      // Neighbours mostly lie in one folder.
      let slash = outcome.path.utf8.lastIndex(of: UInt8(ascii: "/"))
      let folder = slash.map { outcome.path.utf8[..<$0] }
      if let folder, let last, folder.elementsEqual(last) { continue }
      last = folder
      for folder in outcome.path.foldersAbove where seen.insert(folder).inserted {
        folders.append((folder, outcome.path))
      }
    }
    return folders
  }

  /// The folders that may have become empty, the deepest first.
  private static func emptied(_ gone: [String], needed: Set<String>) -> [OutputJournal.Step] {
    Set(gone.flatMap(\.foldersAbove)).subtracting(needed).sorted { $1.precedes($0) }.map {
      .removeIfEmpty($0)
    }
  }
}

extension String {
  /// `a` and `a/b` for `a/b/c`.
  var foldersAbove: [String] {
    utf8.indices.filter { utf8[$0] == UInt8(ascii: "/") }.map { String(self[..<$0]) }
  }
}
