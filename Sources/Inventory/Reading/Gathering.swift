import Diagnostics
import Nodes

/// The files of an inventory put together, kind by kind; each id once.
struct Gathering {
  var header: Header?
  var publish: Publish?
  /// In which file the `inventory` and `publish` blocks are.
  var headerFile = 0
  var publishFile = 0
  private(set) var sites: [Entity<DeclaredSite>] = []
  private(set) var hosts: [Entity<DeclaredHost>] = []
  private(set) var platforms: [Entity<DeclaredPlatform>] = []
  private(set) var guests: [Entity<DeclaredGuest>] = []
  private(set) var clusters: [Entity<DeclaredCluster>] = []
  private(set) var nodes: [Entity<DeclaredNode>] = []
  private(set) var components: [Entity<DeclaredComponent>] = []
  private(set) var apps: [Entity<DeclaredApp>] = []
  private(set) var networks: [Entity<DeclaredNetwork>] = []
  private(set) var repos: [Entity<DeclaredRepo>] = []
  private(set) var cloud: [Entity<DeclaredCloud>] = []
  private(set) var roadmap: [Entity<RoadmapItem>] = []
  private(set) var roll = Roll()

  /// Adds all things of a file, and reports what cannot be added.
  mutating func add(_ file: InventoryFile, at index: Int, of sources: [Source], to report: inout Report) {
    let desk = Desk(file: index, sources: sources)
    desk.take(file.sites, into: &sites, &roll, &report)
    desk.take(file.hosts, into: &hosts, &roll, &report)
    desk.take(file.platforms, into: &platforms, &roll, &report)
    desk.take(file.guests, into: &guests, &roll, &report)
    desk.take(file.clusters, into: &clusters, &roll, &report)
    desk.take(file.nodes, into: &nodes, &roll, &report)
    desk.take(file.components, into: &components, &roll, &report)
    desk.take(file.apps, into: &apps, &roll, &report)
    desk.take(file.networks, into: &networks, &roll, &report)
    desk.take(file.repos, into: &repos, &roll, &report)
    desk.take(file.cloud, into: &cloud, &roll, &report)
    desk.take(file.roadmap, into: &roadmap, &roll, &report)
  }
}

extension Gathering {
  /// Everything that was taken, of every kind, as it came.
  struct Roll {
    private(set) var records: [Record] = []
    /// The place of each among them.
    private(set) var places: [EntityID: Int] = [:]

    mutating func expect(_ count: Int) { places.reserveCapacity(places.count + count) }

    /// Adds a record, unless there is one with its id already, which is given back.
    mutating func add(_ record: Record) -> Record? {
      if let first = places.updateValue(records.count, forKey: record.id) {
        places[record.id] = first
        return records[first]
      }
      records.append(record)
      return nil
    }
  }

  /// Where the things of one file are taken from.
  private struct Desk {
    let file: Int
    let sources: [Source]

    func take<Value: Declaration>(
      _ table: Table<Value>, into list: inout [Entity<Value>], _ roll: inout Roll, _ report: inout Report
    ) {
      guard !table.rows.isEmpty else { return }
      roll.expect(table.rows.count)
      for row in table.rows {
        let id = EntityID(Value.kind, row.key)
        let record = Record(
          id, facts: row.value.facts, common: row.value.common,
          origin: Origin(file: file, range: row.keyRange))
        if accept(record, &roll, &report) { list.append(Entity(id: id, value: row.value)) }
      }
    }

    func take(
      _ items: [Located<RoadmapItem>], into list: inout [Entity<RoadmapItem>], _ roll: inout Roll,
      _ report: inout Report
    ) {
      for (index, item) in items.enumerated() {
        let id = EntityID(.roadmap, item.value.id ?? "")
        let start = item.range.lowerBound
        let origin = Origin(file: file, range: start..<start + 1, item: index)
        guard item.value.id != nil else {
          report.add(sources[file].mistake(InventoryFinding.roadmapWithoutID, at: origin.range))
          continue
        }
        if accept(Record(id, item: item.value, origin: origin), &roll, &report) {
          list.append(Entity(id: id, value: item.value))
        }
      }
    }

    /// Tells whether an id is one, and new.
    private func accept(_ record: Record, _ roll: inout Roll, _ report: inout Report) -> Bool {
      guard EntityID.isID(record.id.id.utf8) else {
        report.add(sources[file].mistake(InventoryFinding.badID(record.id), at: record.origin.range))
        return false
      }
      guard let first = roll.add(record)?.origin else { return true }
      let bytes = sources[first.file].bytes
      let place = Place(of: first.range, in: bytes.span)
      let finding = InventoryFinding.declaredTwice(
        record.id, firstPath: sources[first.file].path, firstLine: place.line, firstColumn: place.column)
      report.add(sources[file].mistake(finding, at: record.origin.range))
      return false
    }
  }
}

extension Record {
  fileprivate convenience init(_ id: EntityID, facts: Facts, common: Common, origin: Origin) {
    self.init(
      id: id, facts: facts, name: common.name, status: common.status, visibility: common.visibility,
      count: common.count, live: common.live, origin: origin)
  }

  /// A plan is a thing that is not there yet.
  fileprivate convenience init(_ id: EntityID, item: RoadmapItem, origin: Origin) {
    self.init(
      id: id, facts: item.facts, name: item.title, status: item.status == .done ? .active : .planned,
      visibility: item.visibility, count: 1, live: nil, origin: origin)
  }
}
