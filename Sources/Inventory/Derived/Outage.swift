/// What stops, or loses a part of itself, when one machine stops.
public struct Outage: Sendable, Equatable {
  /// Why something is affected.
  public enum Cause: Sendable, Hashable {
    /// It runs on something that stopped.
    case runsOn(EntityID)
    /// So many of a cluster's members are gone that it takes no decisions.
    case noQuorum(EntityID)
    /// No node of its cluster is left that takes work.
    case noWorkers(EntityID)
    /// Some of its nodes are gone.
    case fewerNodes(EntityID)
    /// The device it uses is gone.
    case device(Reference)
    /// What keeps its data is gone.
    case storage(EntityID)
    /// Something it cannot do without stopped.
    case needs(EntityID)
  }

  /// How hard something is hit.
  public enum Effect: Int, Sendable, Comparable {
    case weakened, stopped

    public static func < (one: Effect, other: Effect) -> Bool { one.rawValue < other.rawValue }
  }

  /// One thing that is hit.
  public struct Hit: Sendable, Equatable {
    public let id: EntityID
    public let effect: Effect
    public let cause: Cause
  }

  /// What is hit besides the machine, by kind and id; each once, with its first and hardest cause.
  public let hits: [Hit]

  /// The applications that are hit.
  public var apps: [Hit] { hits.filter { $0.id.kind == .app } }
}

extension Declared {
  /// Tells what is hit when a machine stops; of several alike, one stops.
  public func outage(of host: EntityID, by relations: Relations) -> Outage {
    var spread = OutageSpread(declared: self, relations: relations)
    spread.stop(host)
    return Outage(hits: spread.hits.values.filter { $0.id != host }.sorted { $0.id < $1.id })
  }
}
