/// Which files of a site's folder matter to it, by their names: not what editors leave beside them.
struct WatchedNames: Sendable {
  /// Whether Markdown anywhere in the folder is the content.
  let keepsContentAtRoot: Bool
  /// Where builds write, from the root of the site; nil where that lies elsewhere.
  let output: String?

  /// The folders that a site is made of.
  private static let folders: Set<Substring> = [
    "assets", "content", "data", "icons", "inventory", "scripts", "static", "strings", "styles", "syntaxes",
    "templates", "themes",
  ]
  /// What other programs fill with what is none of the site's.
  private static let foreign: Set<Substring> = ["node_modules", "public"]

  /// Tells whether a file is one of the site.
  func contains(file path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, contains(parts.dropLast()), !Self.isLeftover(name) else { return false }
    return keepsContentAtRoot || parts.count > 1 || name == "site.yaml"
  }

  /// Tells whether a folder may hold files of the site; the root does.
  func contains(folder path: String) -> Bool { contains(path.split(separator: "/")[...]) }

  private func contains(_ folders: ArraySlice<Substring>) -> Bool {
    guard let first = folders.first else { return true }
    if let output,
      folders.joined(separator: "/") == output || folders.joined(separator: "/").hasPrefix("\(output)/")
    {
      return false
    }
    guard keepsContentAtRoot ? !Self.foreign.contains(first) : Self.folders.contains(first) else {
      return false
    }
    return folders.allSatisfy { (!$0.hasPrefix(".") || $0 == ".well-known") && $0 != "node_modules" }
  }

  /// Backup copies, swap files, locks, and the names under which editors write before they rename.
  private static func isLeftover(_ name: Substring) -> Bool {
    if name.hasPrefix(".") || name.hasSuffix("~") || name == "4913" { return true }
    if name.hasPrefix("#"), name.hasSuffix("#") { return true }
    return endings.contains { name.hasSuffix($0) }
  }

  private static let endings = [
    ".swp", ".swo", ".swx", ".bak", ".orig", ".tmp", ".part", ".partial", ".crdownload", "___jb_tmp___",
    "___jb_old___",
  ]
}
