/// What a table is asked for.
public struct TableRequest: Sendable, Equatable {
  public let kind: Kind
  /// Fields with the word that they must hold: `exposure` is `public`, `cluster` is `gordito`.
  public var filters: [Filter]
  /// The fields to show; when empty those that the kind usually shows and that tell something.
  public var columns: [String]
  /// The field to sort by, with a hyphen before it for the other way round; the order of declaration when empty.
  public var sort: String
  /// The field whose words part the rows in groups; none when empty.
  public var group: String

  /// A field with the word it must hold.
  public struct Filter: Sendable, Equatable {
    public let field: String
    public let value: String

    public init(_ field: String, _ value: String) {
      self.field = field
      self.value = value
    }
  }

  public init(
    _ kind: Kind, filters: [Filter] = [], columns: [String] = [], sort: String = "", group: String = ""
  ) {
    self.kind = kind
    self.filters = filters
    self.columns = columns
    self.sort = sort
    self.group = group
  }

  /// The columns asked for, else the usual ones, without those that a filter has already said.
  ///
  /// A status is shown nevertheless: it is more than a word that rows have in common.
  var shownColumns: [String] {
    guard columns.isEmpty else { return columns }
    let said = Set(filters.map(\.field)).subtracting(["status"])
    return Self.standardColumns(of: kind).filter { !said.contains($0) }
  }

  /// What a table of the kind shows when nothing else is asked for.
  public static func standardColumns(of kind: Kind) -> [String] {
    switch kind {
    case .site: ["name", "location", "machines", "cores", "memory", "storage"]
    case .host: ["model", "cpu.model", "memory.size", "purpose"]
    case .platform: ["name", "kind", "version", "traits"]
    case .guest: ["name", "kind", "runsOn", "os", "cpu", "memory", "status"]
    case .cluster: ["name", "nodeSummary", "version", "purpose"]
    case .node: ["name", "role", "cluster", "host", "version", "status"]
    case .component: ["name", "category", "version", "description"]
    case .app: ["name", "description", "version", "external"]
    case .network: ["name", "purpose", "speed"]
    case .repo: ["name", "role", "owner", "url"]
    case .cloud: ["name", "use", "cost"]
    case .roadmap: ["title", "status", "components", "options", "target"]
    }
  }
}
