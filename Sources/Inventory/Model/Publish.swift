import Nodes

/// What may be published; it applies to what is declared and to what is observed.
public struct Publish: Fielded, Equatable {
  /// In which form an address that may be shown is shown.
  public enum Addresses: String, CaseIterable, Readable {
    /// Not at all.
    case hide
    /// With its last half crossed out.
    case mask
    case show
  }

  /// Whether names of machines and sites are shown.
  public struct Hostnames: Fielded, Equatable {
    /// How a name is shown.
    public enum Policy: String, CaseIterable, Readable {
      /// By the id in the inventory.
      case alias
      case show, hide
    }

    public let node: Policy
    public let `public`: Policy

    public init(reading fields: inout Fields) {
      node = fields.value("node", "Names of machines, as the sources know them.", default: .alias)
      `public` = fields.value("public", "Names by which applications are reached.", default: .show)
    }

    private init() { (node, `public`) = (.alias, .show) }
    static let standard = Hostnames()
  }

  public let addresses: Addresses
  public let hostnames: Hostnames
  public let allow: [Allowance]
  /// Patterns of paths that are never published, `*` standing for anything.
  public let deny: [String]

  public init(reading fields: inout Fields) {
    addresses = fields.value("addresses", "In which form allowed addresses are shown.", default: .hide)
    hostnames = fields.block("hostnames", "Whether names of machines and sites are shown.")
    allow = fields.value(
      "allow",
      "What may be shown all the same, each with its reason: host:nas.serial, env:GPG_KEY, content/tokens.md.",
      default: [])
    deny = fields.value("deny", "Patterns of paths that are never shown; they win.", default: [])
  }

  private init() { (addresses, hostnames, allow, deny) = (.hide, .standard, [], []) }

  /// What holds where nothing is said.
  public static let standard = Publish()
}
