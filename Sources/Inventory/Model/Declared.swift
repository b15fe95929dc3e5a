/// What the author says of the homelab, complete: every file read, defaults applied.
public struct Declared: Sendable, Equatable {
  public let title: LocalText?
  public let languages: [String]
  public let sites: Entities<DeclaredSite>
  public let hosts: Entities<DeclaredHost>
  public let platforms: Entities<DeclaredPlatform>
  public let guests: Entities<DeclaredGuest>
  public let clusters: Entities<DeclaredCluster>
  public let nodes: Entities<DeclaredNode>
  public let components: Entities<DeclaredComponent>
  public let apps: Entities<DeclaredApp>
  public let networks: Entities<DeclaredNetwork>
  public let repos: Entities<DeclaredRepo>
  public let cloud: Entities<DeclaredCloud>
  public let roadmap: Entities<RoadmapItem>
  public let publish: Publish
  /// Which of the files says so.
  let publishFile: Int
  /// Everything of every kind, in the order of the kinds.
  public let records: [Record]
  public let relations: Relations
  private let places: [EntityID: Int]

  /// The record with an id.
  public subscript(id: EntityID) -> Record? { places[id].map { records[$0] } }

  /// The records of one kind.
  public func records(of kind: Kind) -> ArraySlice<Record> {
    let first = records.firstIndex { $0.id.kind == kind } ?? records.endIndex
    return records[first...].prefix { $0.id.kind == kind }
  }

  /// An inventory that declares nothing.
  public static let empty = Declared(Gathering())

  init(_ all: Gathering) {
    title = all.header?.title
    languages = all.header?.languages ?? []
    sites = Entities(all.sites)
    hosts = Entities(all.hosts)
    platforms = Entities(all.platforms)
    guests = Entities(all.guests)
    clusters = Entities(all.clusters)
    nodes = Entities(all.nodes)
    components = Entities(all.components)
    apps = Entities(all.apps)
    networks = Entities(all.networks)
    repos = Entities(all.repos)
    cloud = Entities(all.cloud)
    roadmap = Entities(all.roadmap)
    publish = all.publish ?? .standard
    publishFile = all.publishFile
    records = Self.sorted(all.records)
    var places: [EntityID: Int] = [:]
    places.reserveCapacity(records.count)
    for (number, record) in records.enumerated() where places[record.id] == nil { places[record.id] = number }
    self.places = places
    relations = Relations(of: records, numbers: places)
  }

  /// By kinds, those of one kind in the order of declaration.
  private static func sorted(_ records: [Record]) -> [Record] {
    var kinds = Array(repeating: [Record](), count: Kind.allCases.count)
    for record in records { kinds[record.id.kind.order].append(record) }
    return Array(kinds.joined())
  }
}
