/// How everything hangs together, as a tree of what stands in what, with lines across.
public struct Topology: Sendable, Equatable {
  /// One box: a site with its machines, a machine with its guests and nodes, a cluster with its applications.
  public struct Box: Sendable, Equatable {
    public let id: EntityID
    public let title: String
    /// What stands below the title: a model, a role, an operating system.
    public let subtitle: String
    public let status: LifeStatus
    /// How many alike it stands for.
    public let count: Int
    public let boxes: [Box]
  }

  /// One line from a thing to another.
  public struct Line: Sendable, Hashable {
    /// What the line means: `member` from a node to its cluster, `storage`, `device`, `exposed`, `depends`.
    public let kind: String
    public let from: EntityID
    public let to: EntityID
  }

  /// Sites with their machines; machines without a site stand for themselves.
  public let places: [Box]
  /// Clusters with their applications.
  public let clusters: [Box]
  public let lines: [Line]
}
