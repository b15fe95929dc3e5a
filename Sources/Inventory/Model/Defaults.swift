import Nodes

/// Fields that all things of a kind have unless they say otherwise.
struct Defaults: Fielded {
  /// Where the defaults themselves refer to.
  let references: [ReferenceUse]

  init(reading fields: inout Fields) {
    var references: [ReferenceUse] = []
    references += Self.facts("sites", DeclaredSite.self, &fields)
    references += Self.facts("hosts", DeclaredHost.self, &fields)
    references += Self.facts("platforms", DeclaredPlatform.self, &fields)
    references += Self.facts("guests", DeclaredGuest.self, &fields)
    references += Self.facts("clusters", DeclaredCluster.self, &fields)
    references += Self.facts("nodes", DeclaredNode.self, &fields)
    references += Self.facts("components", DeclaredComponent.self, &fields)
    references += Self.facts("apps", DeclaredApp.self, &fields)
    references += Self.facts("networks", DeclaredNetwork.self, &fields)
    references += Self.facts("repos", DeclaredRepo.self, &fields)
    references += Self.facts("cloud", DeclaredCloud.self, &fields)
    self.references = references
  }

  private static func facts<Value: Declaration>(
    _ block: String, _ type: Value.Type, _ fields: inout Fields
  ) -> [ReferenceUse] {
    fields.optional(block, "Fields of all \(block).", as: type)?.facts.references ?? []
  }
}
