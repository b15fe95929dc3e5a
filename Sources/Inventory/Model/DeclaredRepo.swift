import Nodes

/// A repository.
public struct DeclaredRepo: Declaration {
  static let kind = Kind.repo

  public let common: Common
  public let url: String?
  public let role: String?
  public let path: String?
  public let owner: String?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    url = facts.take("url", "Its address.", &fields)
    role = facts.take("role", "What it holds.", &fields)
    path = facts.take("path", "The folder that matters.", &fields)
    owner = facts.take("owner", "Who looks after it.", &fields)
    self.facts = facts
  }
}
