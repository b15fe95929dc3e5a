import Bytes
import HTTP
import Language
import Nodes

/// Reads all objects of one kind, page by page.
struct ListReader: Sendable {
  /// How it went.
  enum Outcome: Sendable, Equatable {
    case read
    /// Told by the server from its memory, since its store did not answer.
    case cached
    case gap(ObservedGap.Reason)
    case unauthorized
    case failure(HTTPFailure)
  }

  let api: ClusterAPI
  /// How many objects a page holds.
  let pageSize: Int
  /// How many pages a list may have; a server that never comes to an end is left there.
  let pageLimit: Int
  /// The clock, where the server does not tell its own.
  let now: Instant

  /// How often an expired list is begun anew; one that keeps expiring is too slow to be read.
  private static let restarts = 2

  /// Adds what may be known of the objects; leaves the facts as they were unless all could be read.
  func read(_ kind: ResourceKind, version: String, into facts: inout Observed) -> Outcome {
    let path = kind.path(version: version)
    for _ in 0...Self.restarts {
      var collected = facts
      switch pages(of: kind, at: path, into: &collected) {
      case .done(let outcome):
        if outcome == .read || outcome == .cached { facts = collected }
        return outcome
      case .again: continue
      case .fromMemory:
        var remembered = facts
        let outcome = memory(of: kind, at: path, into: &remembered)
        if outcome == .cached { facts = remembered }
        return outcome
      }
    }
    return .gap(.unavailable)
  }
}

extension ListReader {
  private enum Turn {
    case done(Outcome)
    case again
    case fromMemory
  }

  private func pages(of kind: ResourceKind, at path: String, into facts: inout Observed) -> Turn {
    var query = "?limit=\(pageSize)"
    for _ in 0..<pageLimit {
      switch api.get(path + query) {
      case .document(let list, let response):
        guard take(list, response, kind, into: &facts) else { return .done(.gap(.unavailable)) }
        let token = list["metadata"]?["continue"]?.text ?? ""
        guard !token.isEmpty else { return .done(.read) }
        query = "?limit=\(pageSize)&continue=\(token.percentEncoded(keeping: .unreserved))"
      case .expired: return .again
      case .storeSilent: return .fromMemory
      case .forbidden: return .done(.gap(.forbidden))
      case .absent: return .done(.gap(.notInstalled))
      case .status, .unreadable: return .done(.gap(.unavailable))
      case .unauthorized: return .done(.unauthorized)
      case .failure(let failure): return .done(.failure(failure))
      }
    }
    return .done(.gap(.unavailable))
  }

  private func memory(of kind: ResourceKind, at path: String, into facts: inout Observed) -> Outcome {
    switch api.get(path + "?resourceVersion=0") {
    case .document(let list, let response):
      return take(list, response, kind, into: &facts) ? .cached : .gap(.unavailable)
    case .storeSilent(let failure?), .failure(let failure): return .failure(failure)
    case .unauthorized: return .unauthorized
    default: return .gap(.unavailable)
    }
  }

  /// Takes a page; false when it is no list.
  private func take(_ list: Node, _ response: Response, _ kind: ResourceKind, into facts: inout Observed)
    -> Bool
  {
    guard list["kind"]?.text?.hasSuffix("List") == true, let items = list["items"] else { return false }
    // An empty list may be `null`.
    for item in items.list ?? [] { kind.project(item, &facts, response.date ?? now) }
    return items.list != nil || items.isNull
  }
}
