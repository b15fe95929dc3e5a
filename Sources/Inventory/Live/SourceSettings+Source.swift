import Diagnostics
import Nodes

extension SourceSettings {
  /// The source that the settings describe.
  public func source(declaredIn site: Source) -> any LiveSource {
    let place = SourcePlace(id.range, in: site)
    return switch type {
    case .kubernetes: KubernetesSource(self, at: place)
    case .prometheus: PrometheusSource(settings: self, place: place)
    case .proxmox: ProxmoxSource(settings: self, place: place)
    case .gitops: GitOpsSource(settings: self, place: place)
    case .file: FileSource(settings: self, place: place)
    case .command: CommandSource(settings: self, place: place)
    }
  }
}
