import Nodes

/// What a thing is called where it can be seen at work.
public struct Binding: Fielded, FactGroup, Equatable {
  public let source: String?
  public let workload: String?
  public let helm: String?
  public let kustomization: String?
  public let application: String?
  public let node: String?
  public let host: String?
  public let guest: String?
  public let database: String?
  public let storage: String?
  public let numbers: [String]
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    source = facts.take("source", "The source of site.yaml that knows it.", &fields)
    workload = facts.take("workload", "What runs it: deployment/NAMESPACE/NAME.", &fields)
    helm = facts.take("helm", "The Helm release: NAMESPACE/NAME.", &fields)
    kustomization = facts.take("kustomization", "The Kustomization: NAMESPACE/NAME.", &fields)
    application = facts.take("application", "The Argo CD application: NAMESPACE/NAME.", &fields)
    node = facts.take("node", "Its name as a node.", &fields)
    host = facts.take("host", "Its name as a machine of a hypervisor.", &fields)
    guest = facts.take("guest", "Its name as a guest of a hypervisor.", &fields)
    database = facts.take("database", "The database: NAMESPACE/NAME.", &fields)
    storage = facts.take("storage", "The storage system: longhorn.", &fields)
    numbers = facts.list("numbers", "Named numbers about it.", &fields)
    self.facts = facts
  }
}
