import Nodes

/// An operating system or hypervisor.
public struct DeclaredPlatform: Declaration {
  static let kind = Kind.platform

  public let common: Common
  public let kind: PlatformKind?
  public let version: VersionText?
  public let traits: [String]
  public let guestKinds: [GuestKind]
  public let homepage: String?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    kind = facts.take("kind", "What it is.", &fields)
    version = facts.take("version", "Its version, or a condition such as >=8.", &fields)
    traits = facts.list("traits", "What is special about it.", &fields)
    guestKinds = facts.list("guestKinds", "What can run on it.", &fields)
    homepage = facts.take("homepage", "Its page.", &fields)
    self.facts = facts
  }
}
