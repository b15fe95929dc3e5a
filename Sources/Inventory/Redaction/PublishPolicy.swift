import Nodes

/// What of the inventory may be published, as its `publish` says; for declared and observed facts alike.
public struct PublishPolicy: Fielded {
  /// What becomes of a private address.
  public enum Addresses: String, CaseIterable, Readable {
    /// It is left out.
    case hide
    /// Its last parts become letters: `192.168.x.x`.
    case mask
    case show
  }

  /// What becomes of a private name.
  public enum Names: String, CaseIterable, Readable {
    /// The name that the inventory gives the thing stands in its place.
    case alias
    case show
    case hide
  }

  /// What becomes of names, by whose they are.
  public struct HostNames: Fielded {
    public let node: Names
    public let `public`: Names

    public init(reading fields: inout Fields) {
      node = fields.value("node", "The names of machines.", default: .alias)
      `public` = fields.value("public", "The public names of applications.", default: .show)
    }
  }

  public let addresses: Addresses
  public let hostNames: HostNames
  public let allowances: [Allowance]
  public let denials: [FactPattern]

  public init(reading fields: inout Fields) {
    addresses = fields.value("addresses", "What becomes of private addresses.", default: .hide)
    hostNames = fields.block("hostnames", "What becomes of private names.")
    allowances = fields.value(
      "allow", "Facts that are published although they look private, each with the reason.", default: [])
    denials = fields.value("deny", "Facts that are never published; wins over all else.", default: [])
  }

  /// The policy of an inventory that says nothing.
  public static var cautious: PublishPolicy { standIn }
}

/// A fact that is published although it looks private or is private by default.
public struct Allowance: Fielded {
  public let path: FactPattern
  public let reason: String

  public init(reading fields: inout Fields) {
    path = fields.value("path", "The fact, such as host:nas.serial; * stands for anything.")
    reason = fields.value("reason", "Why it does no harm.")
    if reason.allSatisfy(\.isWhitespace) { fields.report(PublishFinding.noReason, at: "reason") }
  }
}

extension PublishPolicy {
  /// What is said of a fact by its path.
  public enum Word: Sendable, Equatable {
    case denied
    case allowed(reason: String)
    case nothing
  }

  /// Looks up a fact, such as `host:nas.serial`; denials win.
  public func word(on path: String) -> Word {
    if denials.contains(where: { $0.matches(path) }) { return .denied }
    guard let allowance = allowances.first(where: { $0.path.matches(path) }) else { return .nothing }
    return .allowed(reason: allowance.reason)
  }
}
