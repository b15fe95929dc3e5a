import Diagnostics
import Disk
import HTTP

extension ClusterAccess {
  /// Finds the way to a cluster as kubectl does.
  ///
  /// A kubeconfig that is named counts alone; else the files of `KUBECONFIG`, else `~/.kube/config`, else what a pod
  /// finds inside its cluster.
  static func find(
    kubeconfig: String?, context: String?, under policy: AccessPolicy
  ) throws(Report) -> ClusterAccess {
    if let kubeconfig {
      return try Kubeconfig(reading: [Path(kubeconfig)]).access(to: context, under: policy)
    }
    let listed = (policy.environment["KUBECONFIG"] ?? "").split(separator: ":").map { Path(String($0)) }
    let home = policy.environment["HOME"].map { [Path($0).appending(".kube/config")] } ?? []
    let paths = listed.isEmpty ? home : listed
    let configuration = try Kubeconfig(reading: paths, skippingAbsent: true)
    guard configuration.parts.isEmpty else { return try configuration.access(to: context, under: policy) }
    guard context == nil, let inside = try insideCluster(under: policy) else {
      throw Report([Mistake(KubeconfigFinding.noConfiguration, path: "kubeconfig", place: nil)])
    }
    return inside
  }
}

extension ClusterAccess {
  /// The way from a pod to its own cluster; nil where this is no pod.
  private static func insideCluster(under policy: AccessPolicy) throws(Report) -> ClusterAccess? {
    let tokenPath = policy.serviceAccount.appending("token")
    guard let host = policy.environment["KUBERNETES_SERVICE_HOST"], !host.isEmpty, File.exists(tokenPath)
    else {
      return nil
    }
    let port = policy.environment["KUBERNETES_SERVICE_PORT"] ?? "443"
    do throws(DiskFailure) {
      let token = try File.read(tokenPath, limit: Credentials.sizeLimit)
      let authority = try File.read(policy.serviceAccount.appending("ca.crt"), limit: Credentials.sizeLimit)
      var credentials = Credentials()
      credentials.token = String(decoding: token, as: UTF8.self).trimmed
      return ClusterAccess(
        server: "https://\(host.contains(":") ? "[\(host)]" : host):\(port)",
        trust: Trust(authorities: authority), proxy: .none, headers: credentials.headers,
        acceptsCompression: true, allowsPlain: false, secrets: credentials.secrets)
    } catch {
      throw Report([error.mistake])
    }
  }
}
