import Diagnostics
import Foundation
import HTTP
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// Asks the recorded clusters.
enum Asking {
  static func reader(
    of cluster: String = "gordito", with scenario: String? = nil, token: String? = "token-of-the-reader",
    limits: Limits = Limits(), test: String = #function
  ) throws -> ClusterReader {
    let key = test.filter { $0.isLetter }
    let path = scenario.map { "/with/\($0)/\(key)" } ?? ""
    return ClusterReader(api: try api(of: cluster, path: path, token: token, limits: limits))
  }

  static func api(
    of cluster: String = "gordito", path: String = "", token: String? = "token-of-the-reader",
    limits: Limits = Limits(), named name: String? = nil
  ) throws -> ClusterAPI {
    let server = try RecordedClusters.started.get().server
    let authority = try server.certificates.read("authority.pem")
    let access = ClusterAccess(
      server: String(server.url(cluster).dropLast()) + path,
      trust: Trust(authorities: authority, serverName: name), proxy: .none,
      headers: token.map { [HTTP.Header("Authorization", "Bearer \($0)")] } ?? [], acceptsCompression: true,
      allowsPlain: false, secrets: [])
    var client = Client(access: access, limits: limits)
    client.pace = Pace(now: { .now }, sleep: { _ in }, chance: { 0 })
    return ClusterAPI(access, client: client)
  }

  static func refusal(of reader: ClusterReader) -> ClusterRefusal? {
    do throws(ClusterRefusal) {
      _ = try reader.read(now: Recordings.now)
      return nil
    } catch {
      return error
    }
  }
}

@Suite("reading a cluster")
struct ClusterReaderTests {
  @Test("gives exactly the facts that were put in", arguments: ["gordito", "data", "talos"])
  func facts(cluster: String) throws {
    let observed = try Asking.reader(of: cluster).read(now: Recordings.now)
    let expected = try Recordings.json("\(cluster)/expected.json")
    let told = Told(observed)
    for (section, value) in told.sections {
      expectSame(value, Told.published(expected[section] ?? [:], in: section), at: "\(cluster) \(section)")
    }
    #expect(observed.cluster?.distribution == expected["distribution"] as? String)
    #expect(observed.cluster?.gitops == expected["gitopsTool"] as? String)
    #expect(observed.cluster?.version == expected["apiServerVersion"] as? String)
    #expect(observed.cluster?.kubeProxy == (cluster == "talos" ? .replaced : nil))
    #expect(observed.cluster?.cni == (cluster == "talos" ? "cilium" : nil))
  }

  @Test("tells nothing that was planted", arguments: ["gordito", "data", "talos"])
  func planted(cluster: String) throws {
    let observed = try Asking.reader(of: cluster).read(now: Recordings.now)
    let text = String(decoding: observed.node.json(), as: UTF8.self)
    #expect(try RecordedClusters.started.get().planted(in: text) == [])
    #expect(
      text.firstMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/) == nil, "no id of anything")
    let again = try Observed.decode(
      JSON.read(Source(path: "again", bytes: Array(text.utf8))), from: Source(path: "again", bytes: []))
    #expect(again.value == observed, "a snapshot holds all of it")
  }

  @Test("gives the same, whatever the size of the pages", arguments: [1, 7])
  func pages(size: Int) throws {
    let whole = try Asking.reader().read(now: Recordings.now)
    var reader = try Asking.reader()
    reader.pageSize = size
    #expect(try reader.read(now: Recordings.now) == whole)
  }

  @Test("begins a list anew when a page has expired, and gives up when it always does")
  func expired() throws {
    let whole = try Asking.reader().read(now: Recordings.now)
    var reader = try Asking.reader(with: "expiring")
    reader.pageSize = 1
    #expect(try reader.read(now: Recordings.now) == whole)
    reader = try Asking.reader(with: "expiring-always")
    reader.pageSize = 1
    let partial = try reader.read(now: Recordings.now)
    #expect(partial.gaps["nodes"]?.reason == .unavailable)
    #expect(partial.nodes.isEmpty, "the pages that were read are no answer")
    #expect(partial.workloads == whole.workloads, "whatever came in one page is there")
  }

  @Test(
    "takes what the server remembers when its store does not answer, and says so",
    arguments: ["frozen", "lost", "hung"])
  func remembered(scenario: String) throws {
    let whole = try Asking.reader().read(now: Recordings.now)
    let limits = Limits(total: scenario == "hung" ? .seconds(2) : .seconds(10))
    let observed = try Asking.reader(with: scenario, limits: limits).read(now: Recordings.now)
    #expect(observed.nodes == whole.nodes)
    #expect(observed.gaps["nodes"]?.reason == .cached)
  }

  @Test("judges signs of life by the server's clock, whatever this machine's says")
  func clockSkew() throws {
    let later = Recordings.now.adding(seconds: 3 * 365 * Instant.secondsPerDay)
    #expect(
      try Asking.reader(of: "talos").read(now: later) == Asking.reader(of: "talos").read(now: Recordings.now))
  }

  @Test("waits when the server is busy, and tries again")
  func busy() throws {
    #expect(
      try Asking.reader(with: "busy").read(now: Recordings.now) == Asking.reader().read(now: Recordings.now))
  }

  @Test("knows what is installed from old servers, and from secretive ones as far as it can")
  func discovery() throws {
    let whole = try Asking.reader().read(now: Recordings.now)
    for scenario in ["old", "older"] {
      #expect(try Asking.reader(with: scenario).read(now: Recordings.now) == whole)
    }
    #expect(try Asking.reader(with: "secretive").read(now: Recordings.now) == whole)
  }

  @Test(
    "goes on without a kind that cannot be read",
    arguments: [
      ("one-kind-forbidden", "deployments", ObservedGap.Reason.forbidden),
      ("one-kind-down", "helmreleases", .unavailable), ("one-kind-broken", "nodes", .unavailable),
      ("one-kind-500", "nodes", .unavailable), ("one-kind-redirect", "nodes", .unavailable),
      ("one-kind-odd", "nodes", .unavailable), ("one-kind-bomb", "deployments", .unavailable),
      ("one-kind-cut", "nodes", .unavailable), ("endless-pages", "nodes", .unavailable),
    ])
  func gaps(scenario: String, kind: String, reason: ObservedGap.Reason) throws {
    let whole = try Asking.reader().read(now: Recordings.now)
    var reader = try Asking.reader(with: scenario)
    reader.pageLimit = 20
    var observed = try reader.read(now: Recordings.now)
    #expect(observed.gaps.removeValue(forKey: kind)?.reason == reason)
    #expect(observed.gaps == whole.gaps)
    #expect(observed.exposures == whole.exposures)
    #expect(observed.nodes.isEmpty == (kind == "nodes"))
    #expect(
      try RecordedClusters.started.get().planted(in: String(decoding: observed.node.json(), as: UTF8.self))
        == [])
  }

  @Test("says why nothing was learned")
  func refusals() throws {
    #expect(try Asking.refusal(of: Asking.reader(token: "expired")) == .unauthorized)
    #expect(try Asking.refusal(of: Asking.reader(token: "token-without-rights")) == .forbidden)
    #expect(try Asking.refusal(of: Asking.reader(token: nil)) == .forbidden)
    #expect(try Asking.refusal(of: Asking.reader(with: "login")) == .notKubernetes)
    #expect(try Asking.refusal(of: Asking.reader(with: "elsewhere")) == .status(302))
    #expect(try Asking.refusal(of: Asking.reader(with: "broken")) == .status(500))
    #expect(try Asking.refusal(of: Asking.reader(with: "frozen-through")) == .silent)
    #expect(try Asking.refusal(of: Asking.reader(with: "gone")) == .failure(.connectionLost(gotBytes: 0)))
    #expect(try Asking.refusal(of: Asking.reader(with: "dead")) == .failure(.connectionLost(gotBytes: 0)))
    let distrustful = ClusterReader(api: try Asking.api(named: "outside.example"))
    #expect(Asking.refusal(of: distrustful) == .failure(.untrusted(.wrongName)))
  }
}
