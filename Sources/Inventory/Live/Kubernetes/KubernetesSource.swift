import Diagnostics
import Disk
import HTTP

/// A Kubernetes cluster as a source of facts.
public struct KubernetesSource: LiveSource {
  private let kubeconfig: String?
  private let context: String?
  private let allowsInsecure: Bool
  private let limits: Limits
  private let place: SourcePlace

  /// Plugins of clouds ask servers of their own.
  private static let longestPlugin = Duration.seconds(15)

  public init(_ settings: SourceSettings, at place: SourcePlace) {
    kubeconfig = settings.kubeconfig
    context = settings.context
    allowsInsecure = settings.allowsInsecure
    limits = settings.limits.http
    self.place = place
  }

  public func fetch(in pull: PullContext) throws(SourceRefusal) -> SourceAnswer {
    let access = try access(in: pull)
    var client = Client(access: access, limits: limits)
    client.deadline = pull.deadline
    client.cancellation = pull.cancellation
    let facts: Observed
    do throws(ClusterRefusal) {
      facts = try ClusterReader(api: ClusterAPI(access, client: client)).read(now: pull.now)
    } catch {
      throw SourceRefusal(error, at: place)
    }
    let remarks = ClusterRemark.all(on: facts).map { place.mistake($0) }
    return SourceAnswer(facts, remarks: Report(remarks), secrets: access.secrets)
  }

  /// The secrets that a kubeconfig holds for a source; none where it cannot be read, or where a plugin would have to
  /// be run.
  static func credentials(of settings: SourceSettings, in pull: PullContext) -> [String] {
    guard settings.type == .kubernetes else { return [] }
    let source = KubernetesSource(settings, at: SourcePlace(path: "site.yaml"))
    do throws(SourceRefusal) {
      return try source.access(in: pull, allowingExec: false).secrets
    } catch {
      // Told where the source is asked.
      return []
    }
  }

  private func access(in pull: PullContext) throws(SourceRefusal) -> ClusterAccess {
    // A kubeconfig of the user's own may run what it likes, as it does for kubectl; one that the site names may not.
    try access(in: pull, allowingExec: kubeconfig == nil || pull.allowsExec)
  }

  private func access(
    in pull: PullContext, allowingExec: Bool
  ) throws(SourceRefusal) -> ClusterAccess {
    let policy = AccessPolicy(
      environment: pull.environment, now: pull.now, allowsExec: allowingExec, allowsInsecure: allowsInsecure,
      execLimit: pull.remaining(of: Self.longestPlugin))
    do throws(Report) {
      return try .find(kubeconfig: kubeconfig.map { pull.path($0).text }, context: context, under: policy)
    } catch {
      throw SourceRefusal(error)
    }
  }
}
