import Bytes
import Language
import Templates

/// The last parts of all paths of a site, so that a link whose last part nothing has is known to lead nowhere.
///
/// Only a shortcut: what it lets through is looked for in every way that there is.
struct LinkNames: Sendable {
  private(set) var names: Set<Digest> = []
  private let languages: [String]

  init(_ assembly: Assembly, withheld urls: [String], others: [String]) {
    languages = assembly.tree.languages
    for route in assembly.routes.routes {
      add(route.url)
      if case .file(let source) = route.output { add(source) }
    }
    for page in assembly.tree.pages { add(page.entry.file.name) }
    for section in assembly.tree.sections { add(section.path) }
    for page in assembly.tree.withheld { add(page.entry.file.name) }
    for url in urls + others { add(url) }
  }

  private mutating func add(_ path: String) { names.insert(LinkPath.key(LinkPath.name(of: path))) }

  func mayHold(_ path: String, reads: inout Reads) -> Bool {
    let name = LinkPath.name(of: path)
    guard !Self.namesFolder(name) else { return true }
    let bare = Self.withoutEnding(name)
    if holds(name) || bare.utf8.count != name.utf8.count && holds(bare) { return true }
    if bare.utf8.contains(UInt8(ascii: ".")), languages.contains(where: { bare.hasSuffix(".\($0)") }) {
      return true
    }
    for name in [name, bare] {
      reads.record(FactKey.name(LinkPath.key(name)))
      if !Self.isSlug(name) { reads.record(FactKey.name(LinkPath.key(slug(of: name)))) }
    }
    return false
  }

  private func holds(_ name: String) -> Bool {
    if names.contains(LinkPath.key(name)) { return true }
    return !Self.isSlug(name) && names.contains(LinkPath.key(slug(of: name)))
  }

  /// Whether a name is its own slug for certain: lower-case letters, digits, and hyphens between them.
  private static func isSlug(_ name: String) -> Bool {
    var afterHyphen = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): afterHyphen = false
      case UInt8(ascii: "-") where !afterHyphen: afterHyphen = true
      default: return false
      }
    }
    return !afterHyphen
  }

  /// `..`, `index.md` and their like stand for the folder before them.
  private static func namesFolder(_ name: String) -> Bool {
    name.isEmpty || name == "." || name == ".." || name.hasPrefix("index") || name.hasPrefix("_index")
  }

  private static func withoutEnding(_ name: String) -> String {
    if let bare = LinkPath.withoutMarkdownEnding(name) { return bare }
    for ending in [".html", ".htm"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.utf8.count))
    }
    return name
  }
}
