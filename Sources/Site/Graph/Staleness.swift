import Language

/// Decides which outputs of a site have to be rendered again: a function of what was and what is.
///
///     let staleness = Staleness(from: oldFacts, at: then, to: facts, at: now) { publication.kinship($0) }
///     staleness.reasons(for: trace, showing: digest)            // none: its bytes would be the same
struct Staleness: Sendable {
  /// The keys that changed, by their lower halves.
  private let changed: [UInt32: UInt64]
  /// A bit for the end of each of them: most keys are no others for certain.
  private let ends: [UInt64]
  let hasOtherFrame: Bool
  private let then: Instant
  private let now: Instant
  /// For a key of `Column.kinship`, the key of the answer as it would be now; nil for other keys.
  private let answer: @Sendable (UInt64) -> UInt64?

  /// Compares what was known when the outputs were rendered with what is known now.
  init(
    from old: Facts, at then: Instant, to new: Facts, at now: Instant,
    answer: @escaping @Sendable (UInt64) -> UInt64?
  ) {
    var ends = [UInt64](repeating: 0, count: Self.endCount / 64)
    var changed: [UInt32: UInt64] = [:]
    for key in new.changes(since: old) {
      let short = max(1, UInt32(truncatingIfNeeded: key))
      changed[short] = changed[short] ?? key
      ends[Int(short) % Self.endCount / 64] |= 1 << UInt64(short % 64)
    }
    (self.changed, self.ends) = (changed, ends)
    hasOtherFrame = old.frame != new.frame
    self.then = then
    self.now = now
    self.answer = answer
  }

  private static let endCount = 1 << 16

  /// Whether a key may be among those that changed.
  @inline(__always)
  func mayHold(_ short: UInt32) -> Bool {
    ends[Int(short) % Self.endCount / 64] & 1 << UInt64(short % 64) != 0
  }

  /// Whether nothing that any output reads has changed.
  var isEmpty: Bool { changed.isEmpty && !hasOtherFrame }

  /// Why an output has to be rendered again; nothing when it need not be.
  func reasons(for trace: OutputTrace?, showing shown: UInt64) -> [Reason] {
    guard let trace else { return [.new] }
    var reasons: [Reason] = []
    if hasOtherFrame { reasons.append(.frame) }
    if trace.shows != shown { reasons.append(.showsOther) }
    if let expiry = passed(trace.expiry) { reasons.append(.expired(expiry)) }
    guard !changed.isEmpty else { return reasons }
    for short in trace.keys {
      guard mayHold(short), let key = changed[short], !isAnsweredAsBefore(key, in: trace) else { continue }
      reasons.append(.changed(key))
    }
    return reasons
  }

  /// The instant at which the output's bytes ceased to be true. For one that was rendered later than now nobody knows.
  func passed(_ expiry: Instant?) -> Instant? {
    guard let expiry, now != then else { return nil }
    return now >= expiry || now < then ? expiry : nil
  }

  /// Whether only what was looked at has changed, but not what was found; see `Publication.kinshipKey`.
  private func isAnsweredAsBefore(_ key: UInt64, in trace: OutputTrace) -> Bool {
    guard let answer = answer(key) else { return false }
    return trace.keys.contains(max(1, UInt32(truncatingIfNeeded: answer)))
  }
}

extension Staleness {
  /// Compares two states of a site.
  init(from old: Facts, at then: Instant, to publication: Publication, _ facts: Facts) {
    var places: [UInt64: PageID] = [:]
    for page in publication.tree.pages.indices {
      let (row, key) = (
        page * Facts.width + Column.kinship.rawValue, publication.keys.key(.page(page), .kinship)
      )
      let isWhereItWas = row < old.cells.count && old.subjects[page] == facts.subjects[page]
      if !isWhereItWas || old.cells[row] != facts.cells[row] { places[key] = page }
    }
    let pages = places
    self.init(from: old, at: then, to: facts, at: publication.setting.now) { key in
      pages[key].map { publication.kinshipKey(of: $0, answered: publication.related.pages(to: $0)) }
    }
  }
}
