import Bytes
import Diagnostics
import Disk
import Frontmatter
import Language
import Nodes
import Templates

/// A draft to begin a page with, made by an archetype that the site may have of its own.
public struct NewPage: Sendable {
  /// What can be begun.
  public enum Kind: String, Sendable, CaseIterable {
    case post, project
  }

  /// The path within the site.
  public let path: String
  private let bytes: [UInt8]
  private let site: Path

  /// Makes the draft; nothing is written yet.
  ///
  /// - Throws: all that is wrong with the title, the archetype, or the place where the page would stand.
  public init(_ kind: Kind, titled words: String, on today: CivilDay, in site: Path) throws(Report) {
    let title = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let folder: String
    let file: String
    do throws(Mistake) {
      let slug = try Self.slug(of: title)
      folder = try Self.folder(of: kind, in: site)
      file = kind == .post ? "\(today.rfc3339)-\(slug).md" : "\(slug)/index.md"
      try Self.refuse(slug, beside: "content/\(folder)", in: site)
      bytes = try Self.draft(
        of: kind, ["title": Node(title), "date": Node(today.rfc3339), "slug": Node(slug)], in: site)
    } catch {
      throw Report([error])
    }
    path = "content/\(folder)/\(file)"
    self.site = site
    try check(kind)
  }

  /// Writes the file, which must not be there yet.
  public func write() throws(Mistake) {
    let place = site.appending(path)
    guard !File.exists(place) else { throw Mistake(StarterFinding.exists, path: path, place: nil) }
    do throws(DiskFailure) {
      try File.makeFolders(place.parent)
      try File.write(bytes, to: place)
    } catch {
      throw error.mistake
    }
  }
}

extension NewPage {
  /// What the archetype has made must be understood, lest the next build complain about it.
  private func check(_ kind: Kind) throws(Report) {
    let header = Header(of: Source(path: path, bytes: bytes))
    if header.report.fails() { throw header.report }
    if case .key = header.metadata.origin(of: .title)?.teller { return }
    throw Report([Mistake(StarterFinding.noDraft, path: Self.archetype(of: kind), place: nil)])
  }

  private static func archetype(of kind: Kind) -> String { "archetypes/\(kind.rawValue).md" }

  private static func draft(of kind: Kind, _ data: Node, in site: Path) throws(Mistake) -> [UInt8] {
    let name = archetype(of: kind)
    let own = site.appending(name)
    let template: [UInt8]
    do throws(DiskFailure) {
      template = try File.exists(own) ? File.read(own) : StarterFile.bytes(of: name)
    } catch {
      throw Mistake(error.reason, path: name, place: nil)
    }
    var options = Templates.Environment.Options()
    // A page is Markdown, not HTML.
    options.escapes = false
    options.filters["yaml"] = { call in .text(String(quotedForYAML: call.subject.plainText ?? "")) }
    var draft: [UInt8] = []
    try Templates.Environment(options) { _ in nil }.template(template, named: name)
      .render(Value(data), into: &draft)
    // A template's last line end is not printed.
    if draft.last != UInt8(ascii: "\n") { draft.append(UInt8(ascii: "\n")) }
    return draft
  }
}

extension NewPage {
  /// Longer ones make addresses that nobody reads, and names that some disks refuse.
  private static let longestSlug = 80

  /// The last part of the address, cut between words when it is long.
  private static func slug(of title: String) throws(Mistake) -> String {
    guard !title.isEmpty else { throw refusal(.noTitle) }
    let whole = Language.slug(of: title)
    guard !whole.isEmpty else { throw refusal(.noSlug(title: title)) }
    var slug = ""
    for word in whole.split(separator: "-") {
      let next = slug.isEmpty ? String(word) : "\(slug)-\(word)"
      guard next.utf8.count <= longestSlug else { break }
      slug = next
    }
    return slug.isEmpty ? String(whole.prefix(longestSlug / 4)) : slug
  }

  /// The folders under `content/` that may hold such pages; a site without one gets the first.
  private static func folders(of kind: Kind) -> [String] {
    switch kind {
    case .post: ["blog", "posts", "entradas", "articulos"]
    case .project: ["proyectos", "projects", "portfolio", "portafolio"]
    }
  }

  private static func folder(of kind: Kind, in site: Path) throws(Mistake) -> String {
    let content = site.appending("content")
    guard File.exists(content) || File.exists(site.appending("site.yaml")) else {
      throw Mistake(StarterFinding.noSite, path: site.text, place: nil)
    }
    let folders = folders(of: kind)
    return folders.first { File.exists(content.appending($0)) } ?? folders[0]
  }

  /// Refuses a page whose address another page of the folder has, whatever its date.
  private static func refuse(_ slug: String, beside folder: String, in site: Path) throws(Mistake) {
    let place = site.appending(folder)
    guard File.exists(place) else { return }
    let tree: Tree
    do throws(DiskFailure) { tree = try Tree(walking: place) } catch { throw error.mistake }
    let names = tree.files.lazy.map { "\(folder)/\($0.path.text)" }
    let depth = folder.utf8.count { $0 == UInt8(ascii: "/") } + 1
    let other = names.first { name in
      let isBundle = name.hasSuffix("/index.md")
      return name.hasSuffix(".md") && !name.hasSuffix("/_index.md")
        && name.utf8.count { $0 == UInt8(ascii: "/") } == (isBundle ? depth + 1 : depth)
        && Language.slug(of: FileName(path: name).slug) == slug
    }
    if let other { throw refusal(.addressTaken(by: other)) }
  }

  /// A refusal that concerns what was asked for, not a file.
  private static func refusal(_ finding: StarterFinding) -> Mistake {
    Mistake(finding, path: "sitegen new", place: nil)
  }
}
