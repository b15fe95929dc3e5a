import Nodes

/// Old addresses that lead to new ones: rules of the site's own, and whole families of other generators.
public struct Redirects: Readable {
  /// A generator whose addresses can be derived from ours.
  public enum Legacy: String, CaseIterable, Readable {
    case hugo, material
  }

  public let rules: [RedirectRule]
  public let legacy: [Legacy]

  public init(rules: [RedirectRule] = [], legacy: [Legacy] = []) {
    self.rules = rules
    self.legacy = legacy
  }

  /// A list is the rules alone; a map may ask for families too.
  public static func read(_ node: Node, in reading: inout Reading) -> Redirects {
    guard node.list == nil else { return Redirects(rules: [RedirectRule].read(node, in: &reading)) }
    let block = Block.read(node, in: &reading)
    return Redirects(rules: block.rules, legacy: block.legacy)
  }

  public static func describe(in schema: inout Schema) -> Node {
    ["anyOf": [[RedirectRule].describe(in: &schema), Block.describe(in: &schema)]]
  }

  public static var standIn: Redirects { Redirects() }

  private struct Block: Fielded {
    let rules: [RedirectRule]
    let legacy: [Legacy]

    init(reading fields: inout Fields) {
      rules = fields.value("rules", "Redirects of the site's own.", default: [])
      legacy = fields.value("legacy", "Generators whose old addresses go on working.", default: [])
    }
  }
}

/// One address that leads to another.
public struct RedirectRule: Fielded {
  public let from: String
  public let to: String
  public let status: Int

  public init(reading fields: inout Fields) {
    from = fields.value("from", "The old path.")
    to = fields.value("to", "The new path or address.")
    status = fields.value(
      "status", "The HTTP status: 301 for good, 302 for now.", default: 301, in: 300...308)
  }
}

/// HTTP headers for the paths that match.
public struct HeaderRule: Fielded {
  public let path: String
  public let values: Table<String>

  public init(reading fields: inout Fields) {
    path = fields.value("path", "A path of the site; * stands for anything.")
    values = fields.value("values", "The headers, by name.")
  }
}

/// What differs in one environment, such as staging.
public struct EnvironmentSettings: Fielded {
  public let baseURL: BaseURL?
  public let drafts: Bool
  public let future: Bool
  public let noIndex: Bool

  public init(reading fields: inout Fields) {
    baseURL = fields.optional("base_url", "Where this environment is published.")
    drafts = fields.value("drafts", "Whether drafts are built.", default: false)
    future = fields.value("future", "Whether posts with a later date are built.", default: false)
    noIndex = fields.value("noindex", "Whether search engines are asked to stay away.", default: false)
  }
}
