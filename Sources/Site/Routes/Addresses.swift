import Frontmatter
import Language
import Nodes

/// The addresses of pages, from the site's root: lower case, accents folded, with `/` at the end.
///
///     blog/Clúster.md           → /blog/cluster/
///     blog/post.en.md           → /en/blog/post/
///     slug: otro                → the last part
///     url: /aparte/             → all of it
struct Addresses {
  private let settings: ContentSettings
  /// The slugs of folders asked for so far; nil for one that has none.
  private var folders: [String: String] = [:]
  private var lastFolder: (folder: String, slug: String)?

  init(_ settings: ContentSettings) { self.settings = settings }

  /// The address of a page.
  mutating func url(of entry: Entry, in language: String) -> (path: String, faults: [Fault]) {
    var faults: [Fault] = []
    if let url = Self.explicit(of: entry, faults: &faults) { return (url, faults) }
    if entry.slug.isEmpty { faults.append(Fault(.noSlug(of: entry.file.name), in: entry)) }
    let folder = slug(ofFolder: entry.file.folder, faults: &faults, in: entry.file.shownPath)
    var url = settings.root(of: language)
    url.reserveCapacity(url.utf8.count + folder.utf8.count + entry.slug.utf8.count + 1)
    url += folder
    url += entry.slug
    url += "/"
    return (url, faults)
  }

  /// The address of a section.
  mutating func url(
    ofSection folder: String, index: Entry?, in language: String
  ) -> (path: String, faults: [Fault]) {
    var faults: [Fault] = []
    if let index, let url = Self.explicit(of: index, faults: &faults) { return (url, faults) }
    let path = slug(ofFolder: folder, faults: &faults, in: index?.file.shownPath ?? "content/\(folder)")
    if Self.reserved.contains(where: { path == "\($0)/" }), language == settings.language {
      faults.append(Fault(.reserved(folder), path: index?.file.shownPath ?? "content/\(folder)"))
    }
    return (settings.root(of: language) + path, faults)
  }

  /// Folders of the output that are the program's own.
  static let reserved = ["assets"]
}

extension Addresses {
  /// `blog/2025/` for `Blog/2025`; a section may have another path by its settings.
  private mutating func slug(ofFolder folder: String, faults: inout [Fault], in path: String) -> String {
    if let last = lastFolder, last.folder == folder { return last.slug }
    if let known = folders[folder] { return known }
    guard !folder.isEmpty else { return "" }
    let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
    let above = slash.map { String(folder[..<$0]) } ?? ""
    let name = slash.map { String(folder[folder.utf8.index(after: $0)...]) } ?? folder
    var slugged = slug(ofFolder: above, faults: &faults, in: path)
    if let given = settings.sections[folder]?.path {
      slugged = given.split(separator: "/").map { "\(Language.slug(of: String($0)))/" }.joined()
    } else {
      let own = Language.slug(of: name)
      if own.isEmpty { faults.append(Fault(.noFolderSlug(of: folder), path: path)) }
      slugged += "\(own)/"
    }
    folders[folder] = slugged
    lastFolder = (folder, slugged)
    return slugged
  }

  /// The address that a page gives itself; it ends in `/` unless it names a file.
  private static func explicit(of entry: Entry, faults: inout [Fault]) -> String? {
    guard let url = entry.metadata.url else { return nil }
    if let path = SitePath(url, from: "/") { return path.text }
    faults.append(Fault(.badURL(url), in: entry, at: .url))
    return nil
  }
}
