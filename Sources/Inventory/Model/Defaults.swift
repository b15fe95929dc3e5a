import Nodes

/// Fields that all things of a kind have unless they say otherwise.
struct Defaults: Fielded {
  /// The blocks that have some.
  let blocks: [Block]

  /// The defaults of the things of one kind.
  struct Block {
    let name: String
    /// Where the defaults themselves refer to.
    let references: [ReferenceUse]
  }

  init(reading fields: inout Fields) {
    blocks = [
      Self.block("sites", DeclaredSite.self, &fields),
      Self.block("hosts", DeclaredHost.self, &fields),
      Self.block("platforms", DeclaredPlatform.self, &fields),
      Self.block("guests", DeclaredGuest.self, &fields),
      Self.block("clusters", DeclaredCluster.self, &fields),
      Self.block("nodes", DeclaredNode.self, &fields),
      Self.block("components", DeclaredComponent.self, &fields),
      Self.block("apps", DeclaredApp.self, &fields),
      Self.block("networks", DeclaredNetwork.self, &fields),
      Self.block("repos", DeclaredRepo.self, &fields),
      Self.block("cloud", DeclaredCloud.self, &fields),
    ].compactMap(\.self)
  }

  private static func block<Value: Declaration>(
    _ name: String, _ type: Value.Type, _ fields: inout Fields
  ) -> Block? {
    fields.optional(name, "Fields of all \(name).", as: type).map {
      Block(name: name, references: $0.facts.references)
    }
  }
}
