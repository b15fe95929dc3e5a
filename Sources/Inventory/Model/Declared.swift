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
    publish = all.publish ?? .standard
    publishFile = all.publishFile
    (records, places) = Self.byKind(all.roll)
    relations = Relations(of: records, numbers: places)
    sites = Entities(all.sites, .site, places: places)
    hosts = Entities(all.hosts, .host, places: places)
    platforms = Entities(all.platforms, .platform, places: places)
    guests = Entities(all.guests, .guest, places: places)
    clusters = Entities(all.clusters, .cluster, places: places)
    nodes = Entities(all.nodes, .node, places: places)
    components = Entities(all.components, .component, places: places)
    apps = Entities(all.apps, .app, places: places)
    networks = Entities(all.networks, .network, places: places)
    repos = Entities(all.repos, .repo, places: places)
    cloud = Entities(all.cloud, .cloud, places: places)
    roadmap = Entities(all.roadmap, .roadmap, places: places)
  }

  /// By kinds, those of one kind in the order of declaration, with the place of each.
  private static func byKind(_ roll: Gathering.Roll) -> ([Record], [EntityID: Int]) {
    let places = Kind.allCases.flatMap { kind in
      roll.records.indices.filter { roll.records[$0].id.kind == kind }
    }
    if places.elementsEqual(roll.records.indices) { return (roll.records, roll.places) }
    var moved = places
    for (new, old) in places.enumerated() { moved[old] = new }
    return (places.map { roll.records[$0] }, roll.places.mapValues { moved[$0] })
  }
}
