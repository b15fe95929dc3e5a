/// How everything hangs together, as a tree of what stands in what, with lines across.
public struct Topology: Sendable, Equatable {
  /// One box: a site with its machines, a machine with its guests and nodes, a cluster with its applications.
  public struct Box: Sendable, Equatable {
    public let id: EntityID
    public let title: String
    /// What stands below the title: a model, a role, a purpose.
    public let subtitle: String
    /// What else there is to say in a few words: a processor, a version, what an application is for.
    public let note: String
    public let status: LifeStatus
    /// The status in a word; empty where all is well.
    public let state: String
    /// How many alike it stands for.
    public let count: Int
    public let boxes: [Box]
  }

  /// One line from a thing to another.
  public struct Line: Sendable, Hashable {
    /// What a line means, by the words that templates know.
    public enum Kind: String, Sendable, CaseIterable {
      /// From a node to its cluster.
      case member
      /// From what lets requests in to the cluster it stands before.
      case gate
      /// From what lets requests in, or the cluster where nobody said, to what the internet can reach.
      case exposed
      /// From a cluster to what keeps its volumes.
      case storage
      /// From what keeps volumes to the machine whose disks they are.
      case backed
      /// From an application to a device of a machine.
      case device
      /// From an application to what it cannot do without.
      case depends
    }

    public let kind: Kind
    public let from: EntityID
    public let to: EntityID
  }

  /// Sites with their machines; machines without a site stand for themselves.
  public let places: [Box]
  /// Clusters with their applications, and with storage of their own.
  public let clusters: [Box]
  /// What lets requests in, each once.
  public let gates: [Box]
  /// What keeps volumes on a machine of its own.
  public let storages: [Box]
  public let lines: [Line]

  /// All boxes, each before those inside it.
  public var boxes: [Box] { (gates + clusters + storages + places).flatMap(\.all) }
}

extension Topology.Box {
  /// The box, and all inside it.
  var all: [Topology.Box] { [self] + boxes.flatMap(\.all) }
}

extension Topology {
  /// The topology with each text as it may be published.
  ///
  /// A text that must not be published at all stays, so that the page that would show it is refused.
  func judged(by redaction: Redaction) -> Topology {
    func judged(_ box: Box) -> Box {
      func text(_ text: String, _ field: String) -> String {
        switch redaction.verdict(on: text, of: "\(box.id).\(field)") {
        case .clear(let clear): clear
        case .denied: ""
        case .leaking: text
        }
      }
      return Box(
        id: box.id, title: text(box.title, "title"), subtitle: text(box.subtitle, "subtitle"),
        note: text(box.note, "note"), status: box.status, state: box.state, count: box.count,
        boxes: box.boxes.map(judged))
    }
    return Topology(
      places: places.map(judged), clusters: clusters.map(judged), gates: gates.map(judged),
      storages: storages.map(judged), lines: lines)
  }
}
