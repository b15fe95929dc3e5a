// What a field may refer to, as types, so that the schema for editors knows it too.

/// What a field may refer to.
protocol ReferenceTarget: SendableMetatype {
  static var kinds: [Kind] { get }
  /// The list that a part of the thing is taken from; nil where the thing as a whole is meant.
  static var part: String? { get }
}

extension ReferenceTarget {
  static var part: String? { nil }
}

enum ToSite: ReferenceTarget { static let kinds = [Kind.site] }
enum ToHost: ReferenceTarget { static let kinds = [Kind.host] }
enum ToPlatform: ReferenceTarget { static let kinds = [Kind.platform] }
enum ToCluster: ReferenceTarget { static let kinds = [Kind.cluster] }
enum ToComponent: ReferenceTarget { static let kinds = [Kind.component] }
enum ToRepo: ReferenceTarget { static let kinds = [Kind.repo] }

/// Where a guest runs; a guest inside another one is rare, but exists.
enum ToHypervisor: ReferenceTarget { static let kinds = [Kind.host, .guest] }

/// Where a node runs.
enum ToMachine: ReferenceTarget { static let kinds = [Kind.guest, .host] }

/// What software of the platform runs on.
enum ToRuntime: ReferenceTarget { static let kinds = [Kind.cluster, .guest, .host] }

/// What an application belongs to.
enum ToSoftware: ReferenceTarget { static let kinds = [Kind.component, .app] }

/// What keeps an application's data.
enum ToStorage: ReferenceTarget { static let kinds = [Kind.component, .host, .cloud] }

/// What is plugged into a network.
enum ToMember: ReferenceTarget { static let kinds = [Kind.host, .guest, .node] }

enum ToGPU: ReferenceTarget {
  static let kinds = [Kind.host]
  static let part: String? = "gpu"
}

/// Anything that has an id.
enum ToAnything: ReferenceTarget { static let kinds = Kind.allCases }
