import Nodes

/// What runs as one deployment, stateful set or daemon set.
public struct ObservedWorkload: Fact {
  public var desired: Int?
  public var ready: Int?
  public var images: [ObservedImage] = []
  public var version: String?

  public init() {}

  public init(reading fields: inout Fields) {
    desired = fields.optional("desired", "How many copies are wanted.")
    ready = fields.optional("ready", "How many copies are ready.")
    images = fields.value("images", "What its containers run, the main one first.", default: [])
    version = fields.optional("version", "The version of what it runs, which is the tag of the main image.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("desired", .fact(desired)),
      ("ready", .fact(ready)),
      ("images", .fact(images)),
      ("version", .fact(version)),
    ]
  }
}
