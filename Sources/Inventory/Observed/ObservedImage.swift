import Nodes

/// The name of a container image without its registry, and its tag; never a digest.
public struct ObservedImage: Fact {
  public var name: String?
  public var tag: String?

  public init() {}

  public init(reading fields: inout Fields) {
    name = fields.optional("name", "The last part of the name.")
    tag = fields.optional("tag", "The tag; none for an image that names none.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("name", .fact(name)),
      ("tag", .fact(tag)),
    ]
  }
}
