import Diagnostics

/// What an edit changed of a site in memory, as far as its readers have seen it.
public struct LiveChange: Sendable {
  /// The addresses that were asked for and would be answered otherwise now.
  public let outdated: [String]
  /// The addresses that answered before and no longer do, but for those of pages that have moved.
  public let removed: [String]
  /// Pages, lists and files that are somewhere else now.
  public let moved: [(from: String, to: String)]
  /// What is wrong with the site as it is now, without what only rendering tells.
  public let report: Report

  /// Whether readers see what they saw before.
  public var isEmpty: Bool { outdated.isEmpty && removed.isEmpty && moved.isEmpty }

  init(outdated: [String], removed: [String], moved: [(from: String, to: String)], report: Report) {
    self.outdated = outdated
    self.removed = removed
    self.moved = moved
    self.report = report
  }

  /// Compares the places of two states of a site: what comes from the same file and stands elsewhere has moved.
  init(from old: Publication?, to new: Publication, outdated: [String], report: Report) {
    guard let old else {
      self.init(outdated: outdated, removed: [], moved: [], report: report)
      return
    }
    var removed: [String] = []
    var moved: [(from: String, to: String)] = []
    let (before, now) = (old.tree.pages, new.tree.pages)
    let elsewhere = before.indices.filter { number in
      !now.indices.contains(number) || before[number].url != now[number].url
        || before[number].entry.file.path != now[number].entry.file.path
    }
    if !elsewhere.isEmpty {
      var places: [String: String] = [:]
      for page in now { places[page.entry.file.path] = page.url }
      for page in elsewhere.lazy.map({ before[$0] }) {
        if let place = places[page.entry.file.path], place != page.url { moved.append((page.url, place)) }
      }
    }
    let gone = Set(moved.map(\.from))
    for route in old.assembly.routes.routes
    where !gone.contains(route.url) && new.assembly.routes.route(at: route.url) == nil {
      removed.append(route.url)
    }
    self.init(outdated: outdated, removed: removed, moved: moved, report: report)
  }
}
