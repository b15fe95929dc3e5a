import Diagnostics
import Nodes

/// The files of an inventory put together, kind by kind; each id once.
struct Gathering {
  var header: Header?
  var publish: Publish?
  /// In which file the `inventory` and `publish` blocks are.
  var headerFile = 0
  var publishFile = 0
  var sites: [Entity<DeclaredSite>] = []
  var hosts: [Entity<DeclaredHost>] = []
  var platforms: [Entity<DeclaredPlatform>] = []
  var guests: [Entity<DeclaredGuest>] = []
  var clusters: [Entity<DeclaredCluster>] = []
  var nodes: [Entity<DeclaredNode>] = []
  var components: [Entity<DeclaredComponent>] = []
  var apps: [Entity<DeclaredApp>] = []
  var networks: [Entity<DeclaredNetwork>] = []
  var repos: [Entity<DeclaredRepo>] = []
  var cloud: [Entity<DeclaredCloud>] = []
  var roadmap: [Entity<RoadmapItem>] = []
  var records: [Record] = []
  private var origins: [EntityID: Origin] = [:]

  /// Adds all things of a file, and reports what cannot be added.
  mutating func add(_ file: InventoryFile, at index: Int, of sources: [Source], to report: inout Report) {
    take(file.sites, into: \.sites, at: index, of: sources, to: &report)
    take(file.hosts, into: \.hosts, at: index, of: sources, to: &report)
    take(file.platforms, into: \.platforms, at: index, of: sources, to: &report)
    take(file.guests, into: \.guests, at: index, of: sources, to: &report)
    take(file.clusters, into: \.clusters, at: index, of: sources, to: &report)
    take(file.nodes, into: \.nodes, at: index, of: sources, to: &report)
    take(file.components, into: \.components, at: index, of: sources, to: &report)
    take(file.apps, into: \.apps, at: index, of: sources, to: &report)
    take(file.networks, into: \.networks, at: index, of: sources, to: &report)
    take(file.repos, into: \.repos, at: index, of: sources, to: &report)
    take(file.cloud, into: \.cloud, at: index, of: sources, to: &report)
    for item in file.roadmap {
      let name = item.value.id ?? ""
      let id = EntityID(.roadmap, name)
      let origin = Origin(file: index, range: item.range.lowerBound..<item.range.lowerBound + 1)
      guard item.value.id != nil else {
        report.add(sources[index].mistake(InventoryFinding.roadmapWithoutID, at: origin.range))
        continue
      }
      guard accept(id, at: origin, of: sources, to: &report) else { continue }
      roadmap.append(Entity(id: id, value: item.value))
      records.append(Record(id, item: item.value, origin: origin))
    }
  }

  private mutating func take<Value: Declaration>(
    _ table: Table<Value>, into list: WritableKeyPath<Gathering, [Entity<Value>]>, at index: Int,
    of sources: [Source], to report: inout Report
  ) {
    for row in table.rows {
      let id = EntityID(Value.kind, row.key)
      let origin = Origin(file: index, range: row.keyRange)
      guard accept(id, at: origin, of: sources, to: &report) else { continue }
      self[keyPath: list].append(Entity(id: id, value: row.value))
      records.append(Record(id, facts: row.value.facts, common: row.value.common, origin: origin))
    }
  }

  /// Tells whether an id is one, and new.
  private mutating func accept(
    _ id: EntityID, at origin: Origin, of sources: [Source], to report: inout Report
  ) -> Bool {
    guard EntityID.isID(id.id) else {
      report.add(sources[origin.file].mistake(InventoryFinding.badID(id), at: origin.range))
      return false
    }
    if let first = origins[id] {
      let bytes = sources[first.file].bytes
      let place = Place(of: first.range, in: bytes.span)
      let finding = InventoryFinding.declaredTwice(
        id, firstPath: sources[first.file].path, firstLine: place.line, firstColumn: place.column)
      report.add(sources[origin.file].mistake(finding, at: origin.range))
      return false
    }
    origins[id] = origin
    return true
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
