import Nodes

/// The folders that are one application each, as an ApplicationSet or `apps` names them: `apps/*`.
struct AppFolders {
  let pattern: String
  let exclusions: [String]

  /// Tells whether a folder is meant; a star stands for one part of the path.
  func matches(_ folder: String) -> Bool {
    !folder.isEmpty && Self.matches(pattern, folder) && !exclusions.contains { Self.matches($0, folder) }
  }

  /// What the git generators of an ApplicationSet name, those inside matrices and merges too.
  static func all(of node: Node) -> [AppFolders] {
    generators(node["spec"]?["generators"], depth: 0).flatMap { generator -> [AppFolders] in
      let folders = generator["git"]?["directories"]?.list ?? []
      let exclusions = folders.filter { $0["exclude"]?.boolean == true }.compactMap { $0["path"]?.text }
      return folders.filter { $0["exclude"]?.boolean != true }.compactMap { $0["path"]?.text }
        .map { AppFolders(pattern: $0, exclusions: exclusions) }
    }
  }

  /// Argo CD itself allows a generator inside a generator, and no more.
  private static let deepest = 3

  private static func generators(_ node: Node?, depth: Int) -> [Node] {
    guard depth < deepest else { return [] }
    return (node?.list ?? []).flatMap { generator in
      [generator] + generators(generator["matrix"]?["generators"], depth: depth + 1)
        + generators(generator["merge"]?["generators"], depth: depth + 1)
    }
  }

  private static func matches(_ pattern: String, _ folder: String) -> Bool {
    let wanted = pattern.split(separator: "/").filter { $0 != "." }
    let parts = folder.split(separator: "/")
    guard wanted.count == parts.count else { return false }
    return zip(wanted, parts).allSatisfy { Wildcard(String($0)).matches(String($1)) }
  }
}
