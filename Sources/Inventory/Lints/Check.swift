import Diagnostics
import Workers

/// Finds what does not fit together in an inventory, once all its files are read.
struct Check {
  let declared: Declared
  let gathered: Gathering
  let sources: [Source]
  let relations: Relations
  var report = Report()
  /// How many near misses are still looked for: each costs a comparison with every id, and nobody reads more.
  var suggestionsLeft = 100

  init(of declared: Declared, gathered: Gathering, sources: [Source]) {
    self.declared = declared
    self.gathered = gathered
    self.sources = sources
    relations = declared.relations
  }

  mutating func run(_ workers: Workers) {
    let checked = self
    for found in workers.each(Part.allCases, { part in checked.report(on: part) }) {
      report.add(contentsOf: found.sorted)
    }
  }

  /// What can be looked at by itself: each takes about as long as the others.
  private enum Part: CaseIterable { case references, cycles, fields, things }

  private func report(on part: Part) -> Report {
    var check = self
    switch part {
    case .references: check.checkReferences()
    case .cycles: check.checkCycles()
    case .fields: check.checkFields()
    case .things:
      check.checkGuests()
      check.checkDevices()
      check.checkClusters()
      check.checkLives()
      check.checkPublishing()
      check.checkIncludes()
    }
    return check.report
  }

  /// Reports what is wrong with a thing, at its id.
  mutating func add(_ finding: InventoryFinding, at id: EntityID) {
    guard let origin = declared[id]?.origin else { return }
    report.add(sources[origin.file].mistake(finding, at: origin.range))
  }

  /// Reports what is wrong with a thing, at one of its references.
  mutating func add(_ finding: InventoryFinding, at id: EntityID, field: String, to target: EntityID? = nil) {
    let uses = declared[id]?.facts.references.filter { $0.field == field } ?? []
    guard let use = uses.first(where: { $0.reference?.entity == target }) ?? uses.first,
      let origin = declared[id]?.origin
    else { return add(finding, at: id) }
    report.add(sources[origin.file].mistake(finding, at: use.range))
  }
}
