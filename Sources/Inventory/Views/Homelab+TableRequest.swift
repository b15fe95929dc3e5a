import Diagnostics
import Language

// Which rows a table shows, in which order, and whether what was asked for exists.

extension Homelab {
  /// Refuses columns and words that no thing of the kind can have.
  func check(_ request: TableRequest) throws(FactFinding) {
    let known = FieldNames.all(of: request.kind) + (Self.madeColumns[request.kind] ?? [])
    let sort = request.sort.hasPrefix("-") ? String(request.sort.dropFirst()) : request.sort
    let asked = request.columns + request.filters.map(\.field) + [sort, request.group].filter { !$0.isEmpty }
    for column in asked where !known.contains(column) && !isOwn(column, of: request.kind) {
      throw .noColumn(
        column, request.kind, nearest: nearest(to: column, among: known),
        known: known.filter { !$0.contains(".") })
    }
    for filter in request.filters {
      if filter.field == "status", filter.value == "all" { continue }
      try checkWord(filter, request.kind)
    }
  }

  private func checkWord(_ filter: TableRequest.Filter, _ kind: Kind) throws(FactFinding) {
    if let words = Vocabulary.known(of: filter.field, kind: kind), !words.contains(filter.value) {
      throw .noWord(
        filter.value, field: filter.field, nearest: nearest(to: filter.value, among: words), known: words)
    }
    // A field such as `cluster` has the name of the kind it refers to.
    if let target = Kind(rawValue: filter.field) { _ = try record(filter.value, kind: target) }
  }

  /// Whether a column is a key of the author's own, a level below a list, or a named device.
  private func isOwn(_ column: String, of kind: Kind) -> Bool {
    if column.hasPrefix("x-") { return true }
    let fields = column.split(separator: ".").map(String.init)
    return declared.records(of: kind).contains { $0.facts.fact(at: fields) != nil }
  }

  func holds(_ filter: TableRequest.Filter, for record: Record, _ audience: Audience) -> Bool {
    let path = FactPath(record.id, filter.field.split(separator: ".").map(String.init))
    do throws(FactFinding) {
      return try fact(path, for: audience).value?.matches(filter.value) ?? false
    } catch {
      // What is private, or not said, holds no word.
      return false
    }
  }

  /// Sorts by a field; what lacks it comes last, equals stay in the order of declaration.
  func sort(_ records: inout [Record], by field: String, _ wording: Wording, _ audience: Audience) {
    guard !field.isEmpty else { return }
    let isDown = field.hasPrefix("-")
    let key = isDown ? String(field.dropFirst()) : field
    let keyed = records.enumerated().map { index, record in
      (
        record: record, key: SortKey(of: cell(key, of: record, wording, audience), in: wording.tongue),
        index: index
      )
    }
    records = keyed.sorted { one, other in
      if one.key.isMissing != other.key.isMissing { return other.key.isMissing }
      if one.key == other.key { return one.index < other.index }
      return isDown ? other.key < one.key : one.key < other.key
    }.map(\.record)
  }
}

/// By what a cell is sorted: amounts by their size, versions by their numbers, words by the alphabet.
private struct SortKey: Comparable {
  let isMissing: Bool
  private let amount: Double
  private let version: Version?
  private let words: CollationKey

  init(of cell: FactTable.Cell, in tongue: Tongue) {
    isMissing = cell.value == nil || cell.value == .unknown
    words = CollationKey(of: cell.text, in: tongue)
    var found: (amount: Double, version: Version?) = (0, nil)
    switch cell.value {
    case .integer(let integer): found.amount = Double(integer)
    case .number(let number): found.amount = number
    case .quantity(let quantity): found.amount = Double(quantity.amount)
    case .instant(let instant): found.amount = Double(instant.seconds)
    case .version(let text): found.version = Version(text.text)
    default: break
    }
    (amount, version) = found
  }

  static func < (one: SortKey, other: SortKey) -> Bool {
    if one.amount != other.amount { return one.amount < other.amount }
    if let mine = one.version, let theirs = other.version, mine != theirs { return mine < theirs }
    return one.words < other.words
  }
}

extension FactValue {
  /// Tells whether it is, or holds, what a filter names; a thing may be named by its id alone.
  func matches(_ wanted: String) -> Bool {
    switch self {
    case .text(let text): text.lowercased() == wanted.lowercased()
    case .words(let words): words.variants.contains { $0.text.lowercased() == wanted.lowercased() }
    case .version(let version): version.text == wanted
    case .integer(let integer): String(integer) == wanted
    case .truth(let truth): wanted == (truth ? "true" : "false")
    case .reference(let reference):
      reference.entity.id == wanted || reference.description == wanted
        || reference.entity.description == wanted
    case .list(let items): items.contains { $0.matches(wanted) }
    case .unknown: wanted == "unknown"
    case .number, .quantity, .instant, .group: false
    }
  }
}
