import Diagnostics
import HTTP
import Nodes

/// Asks one API server, and tells its answers apart.
struct ClusterAPI: Sendable {
  /// What came of asking.
  enum Answer {
    case document(Node, Response)
    /// 401: whoever asks is not known.
    case unauthorized
    /// 403: whoever asks may not; it does not show that the thing exists.
    case forbidden
    /// 404: there is no such path.
    case absent
    /// 410: the page asked for has expired.
    case expired
    /// No whole answer, or 504, which is no failure: the server stands, but what lies behind it does not answer.
    case storeSilent(HTTPFailure?)
    /// Any other status: redirects, errors of ours, servers that are down.
    case status(Int)
    /// 200 without JSON: a page to log in, a proxy's excuse.
    case unreadable
    case failure(HTTPFailure)
  }

  private let access: ClusterAccess
  private let client: Client

  init(_ access: ClusterAccess, client: Client) {
    self.access = access
    self.client = client
  }

  /// Gets what stands at a path.
  func get(_ path: String, accepting type: String = "application/json") -> Answer {
    let request = Request(
      .get, access.server + path, headers: access.headers + [HTTP.Header("Accept", type)],
      acceptsCompression: access.acceptsCompression)
    do throws(HTTPFailure) {
      return Self.answer(try client.send(request), at: path)
    } catch {
      switch error {
      case .connectionLost, .answerTimeout, .stalled: return .storeSilent(error)
      default: return .failure(error)
      }
    }
  }

  /// Does the same for several things, so many at once.
  func each<Item: Sendable, Value: Sendable>(
    _ items: [Item], atOnce count: Int, _ body: @escaping @Sendable (Item) -> Value
  ) throws -> [Value] {
    try client.each(items, atOnce: count, body)
  }
}

extension ClusterAPI {
  private static func answer(_ response: Response, at path: String) -> Answer {
    switch response.status {
    case 200:
      do throws(Report) {
        return .document(try JSON.read(Source(path: path, bytes: response.body)), response)
      } catch {
        // What is wrong with it would show what the server said.
        return .unreadable
      }
    case 401: return .unauthorized
    case 403: return .forbidden
    case 404: return .absent
    case 410: return .expired
    case 504: return .storeSilent(nil)
    default: return .status(response.status)
    }
  }
}
