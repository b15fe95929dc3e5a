import HTTP
import Language
import Nodes

/// Reads what may be known of a cluster: version, nodes, workloads, exposure, deliveries, databases, storage.
struct ClusterReader: Sendable {
  let api: ClusterAPI
  /// How many objects are asked for at a time.
  var pageSize = 500
  /// More pages than any cluster needs.
  var pageLimit = 1_000
  /// How many requests are under way at once.
  var atOnce = 4

  /// Reads; kinds that could not be read are told as gaps, and the others go on.
  func read(now: Instant) throws(ClusterRefusal) -> Observed {
    let version = try version()
    let discovery = try discovery()
    let lanes = try read(ResourceKind.lanes, by: discovery, now: now)
    try refuse(unlessSomethingOf: lanes.flatMap(\.outcomes))
    return Self.assemble(lanes, version: version, discovery: discovery)
  }
}

extension ClusterReader {
  /// What one lane read.
  private struct Lane: Sendable {
    var facts = Observed()
    var outcomes: [(kind: ResourceKind, outcome: ListReader.Outcome)] = []
  }

  /// Asks for the version first: it needs no rights, so what fails here fails everywhere.
  private func version() throws(ClusterRefusal) -> String? {
    switch api.get("/version") {
    case .document(let about, _):
      guard let version = about["gitVersion"]?.text else { throw .notKubernetes }
      return PlainText.version(version)
    case .unauthorized: throw .unauthorized
    case .unreadable, .absent: throw .notKubernetes
    case .status(let status): throw .status(status)
    case .failure(let failure), .storeSilent(let failure?): throw .failure(failure)
    case .storeSilent(nil): throw .silent
    case .forbidden, .expired: return nil
    }
  }

  private func discovery() throws(ClusterRefusal) -> Discovery {
    for type in [Discovery.accepted, "application/json"] {
      switch api.get("/apis", accepting: type) {
      case .document(let answer, _):
        if let discovery = Discovery(reading: answer) { return discovery }
      case .unauthorized: throw .unauthorized
      // 406: an old server that does not offer the one document.
      case .status(406): continue
      default: return .unknown
      }
    }
    return .unknown
  }

  private func read(
    _ lanes: [[ResourceKind]], by discovery: Discovery, now: Instant
  ) throws(ClusterRefusal) -> [Lane] {
    let reader = ListReader(api: api, pageSize: pageSize, pageLimit: pageLimit, now: now)
    do {
      return try api.each(lanes, atOnce: atOnce) { kinds in
        var lane = Lane()
        for kind in kinds {
          let outcome: ListReader.Outcome
          switch discovery.verdict(on: kind) {
          case .served(let version): outcome = reader.read(kind, version: version, into: &lane.facts)
          case .notInstalled: outcome = .gap(.notInstalled)
          case .unavailable: outcome = .gap(.unavailable)
          }
          lane.outcomes.append((kind, outcome))
        }
        return lane
      }
    } catch {
      throw .noThreads
    }
  }

  /// Refuses when nothing was read, with the best reason there is.
  private func refuse(
    unlessSomethingOf outcomes: [(kind: ResourceKind, outcome: ListReader.Outcome)]
  ) throws(ClusterRefusal) {
    if outcomes.contains(where: { $0.outcome == .unauthorized }) { throw .unauthorized }
    guard !outcomes.contains(where: { $0.outcome == .read || $0.outcome == .cached }) else { return }
    for case (_, .failure(let failure)) in outcomes { throw .failure(failure) }
    let asked = outcomes.filter { $0.outcome != .gap(.notInstalled) }
    throw asked.allSatisfy { $0.outcome == .gap(.forbidden) } ? .forbidden : .silent
  }
}

extension ClusterReader {
  private static func assemble(_ lanes: [Lane], version: String?, discovery: Discovery) -> Observed {
    var facts = Observed()
    var installed: Set<String> = []
    for lane in lanes {
      facts.add(lane.facts)
      for (kind, outcome) in lane.outcomes {
        if let reason = outcome.gap { facts.gaps[kind.name] = ObservedGap(reason) }
        if let part = kind.part, discovery.shows(kind, given: outcome) { installed.insert(part) }
      }
    }
    facts.cluster = ObservedCluster(
      of: facts, version: version, installed: installed.sorted(),
      knowsDaemonSets: facts.gaps["daemonsets"].map { $0.reason == .cached } ?? true)
    return facts
  }
}

extension ListReader.Outcome {
  /// What is to be told of it; nil when all went well.
  fileprivate var gap: ObservedGap.Reason? {
    switch self {
    case .read: nil
    case .cached: .cached
    case .gap(let reason): reason
    case .unauthorized: .forbidden
    case .failure: .unavailable
    }
  }
}

extension Discovery {
  /// Tells whether a kind is there: because the server said so, or because it could be read.
  fileprivate func shows(_ kind: ResourceKind, given outcome: ListReader.Outcome) -> Bool {
    switch outcome {
    case .read, .cached: true
    case .gap(.notInstalled): false
    // Without rights a server refuses even what it does not have.
    default: self != .unknown && verdict(on: kind) != .notInstalled
    }
  }
}

extension Observed {
  /// Takes over what another lane read; no two lanes fill the same fact.
  fileprivate mutating func add(_ other: Observed) {
    nodes.merge(other.nodes) { first, _ in first }
    workloads.merge(other.workloads) { first, _ in first }
    exposures.merge(other.exposures) { first, _ in first }
    deliveries.merge(other.deliveries) { first, _ in first }
    databases.merge(other.databases) { first, _ in first }
    storage.merge(other.storage) { first, _ in first }
  }
}
