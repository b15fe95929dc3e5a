import Nodes

/// The block `inventory` of `site.yaml`: who tells facts, and how old they may become.
public struct InventorySettings: Fielded {
  private let list: SourceList
  public let freshness: FreshnessSettings

  public init(reading fields: inout Fields) {
    list = fields.value("sources", "Who tells facts about the homelab.", default: .standIn)
    freshness = fields.block("freshness", "How old facts may be.")
  }

  public var sources: [SourceSettings] { list.sources }

  /// The ages that hold for each source.
  public var ages: FreshnessPolicy {
    FreshnessPolicy(
      freshness,
      sources: Dictionary(sources.map { ($0.id.value, $0.maxAge) }, uniquingKeysWith: { one, _ in one }))
  }
}

/// The sources of a site, each with a name of its own.
private struct SourceList: Readable {
  let sources: [SourceSettings]

  static func read(_ node: Node, in reading: inout Reading) -> SourceList {
    let sources = [SourceSettings].read(node, in: &reading)
    var known: Set<String> = []
    for id in sources.map(\.id) where !id.value.isEmpty && !known.insert(id.value).inserted {
      reading.add(SourceFinding.declaredTwice(id.value), at: id.range)
    }
    return SourceList(sources: sources)
  }

  static func describe(in schema: inout Schema) -> Node { [SourceSettings].describe(in: &schema) }
  static var standIn: SourceList { SourceList(sources: []) }
  var written: Node? { sources.isEmpty ? [] : nil }
}
