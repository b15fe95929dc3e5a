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

  private func access(in pull: PullContext) throws(SourceRefusal) -> ClusterAccess {
    let policy = AccessPolicy(
      environment: pull.environment, now: pull.now,
      // A kubeconfig of the user's own may run what it likes, as it does for kubectl; one that the site names may not.
      allowsExec: kubeconfig == nil || pull.allowsExec, allowsInsecure: allowsInsecure,
      execLimit: pull.remaining(of: Self.longestPlugin))
    do throws(Report) {
      return try .find(kubeconfig: kubeconfig.map { pull.path($0).text }, context: context, under: policy)
    } catch {
      throw SourceRefusal(error)
    }
  }
}
