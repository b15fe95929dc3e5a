import Nodes

/// The fields that things of a kind can have, whether or not one has them.
enum FieldNames {
  /// What sources tell beyond what can be declared.
  private static let observed: [Kind: [String]] = [
    .cluster: ["version", "status", "nodes", "ready", "cpu", "memory", "gitops", "cni", "kubeProxy"],
    .node: [
      "version", "status", "os", "kernel", "arch", "runtime", "cpu", "memory", "storage", "devices", "roles",
    ],
    .host: ["version", "status", "cpu.model", "cpu.cores", "cpu.threads", "memory.size"],
    .guest: ["status", "cpu", "memory", "disk"],
    .app: observedOfSoftware, .component: observedOfSoftware,
  ]

  private static let observedOfSoftware = [
    "version", "replicas", "ready", "status", "images", "chart", "chartVersion", "sync", "health", "commit",
    "engine", "disk", "lastBackup", "volumes", "size", "capacity", "available",
  ]

  /// What is reckoned.
  static let derived: [Kind: [String]] = [
    .site: ["machines", "cores", "threads", "memory", "storage", "watts"],
    .host: ["guests", "nodes", "clusters", "apps"],
    .guest: ["host", "nodes"],
    .node: ["host"],
    .cluster: [
      "members", "workerNodes", "availability", "hosts", "apps", "components", "cores", "ram", "disk",
    ],
    .component: ["usedBy"],
  ]

  /// All fields of a kind, dots between the levels, in the order of the schema.
  static func all(of kind: Kind) -> [String] { lists[kind] ?? [] }

  /// Describing a schema costs a millisecond, and tables ask for each cell that is empty.
  private static let lists = Dictionary(
    Kind.allCases.map { ($0, list(of: $0)) }, uniquingKeysWith: { first, _ in first })

  private static func list(of kind: Kind) -> [String] {
    var schema = Schema()
    let declared = paths(in: type(of: kind).describe(in: &schema), depth: 0)
    var seen: Set<String> = []
    return (["id", "kind", "name"] + declared + (observed[kind] ?? []) + (derived[kind] ?? []))
      .filter { seen.insert($0).inserted }
  }

  static func type(of kind: Kind) -> any Readable.Type {
    switch kind {
    case .site: DeclaredSite.self
    case .host: DeclaredHost.self
    case .platform: DeclaredPlatform.self
    case .guest: DeclaredGuest.self
    case .cluster: DeclaredCluster.self
    case .node: DeclaredNode.self
    case .component: DeclaredComponent.self
    case .app: DeclaredApp.self
    case .network: DeclaredNetwork.self
    case .repo: DeclaredRepo.self
    case .cloud: DeclaredCloud.self
    case .roadmap: RoadmapItem.self
    }
  }

  /// The properties of a schema, and those of its maps.
  private static func paths(in schema: Node, depth: Int) -> [String] {
    guard depth < 4 else { return [] }
    var found: [String] = []
    for property in schema["properties"]?.entries ?? [] {
      found.append(property.key)
      found += paths(in: property.value, depth: depth + 1).map { "\(property.key).\($0)" }
    }
    for choice in schema["anyOf"]?.list ?? [] { found += paths(in: choice, depth: depth + 1) }
    return found
  }
}
