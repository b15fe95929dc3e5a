import Diagnostics
import Nodes

extension FreshnessPolicy {
  /// Reads the ages that the block `inventory` of `site.yaml` names: its `freshness`, and that of each source.
  public init(ofBlock block: Node?, in file: Source) throws(Report) {
    var settings = FreshnessSettings.standard
    if let node = block?["freshness"], !node.isNull {
      settings = try FreshnessSettings.decode(node, from: file).value
    }
    var sources: [String: Thresholds] = [:]
    for source in block?["sources"]?.list ?? [] {
      guard let id = source["id"]?.text, let node = source["freshness"], !node.isNull else { continue }
      sources[id] = try Thresholds.decode(node, from: file).value
    }
    self.init(settings, sources: sources)
  }
}
