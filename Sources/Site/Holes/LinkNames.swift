import Bytes
import Language
import Templates

/// The last parts of all paths of a site, so that a link whose last part nothing has is known to lead nowhere.
///
/// Only a shortcut: what it lets through is looked for in every way that there is. It works on bytes, because in a
/// site that was moved here from elsewhere nearly every link ends with it.
struct LinkNames: Sendable {
  private typealias Letters = UnsafeBufferPointer<UInt8>

  /// The digests of the names.
  private(set) var names = DigestSet()
  /// What the files of each language may end in: `.en`.
  private let languageEndings: [[UInt8]]

  init(_ assembly: Assembly, withheld urls: [String], others: [String]) {
    languageEndings = assembly.tree.languages.map { Array(".\($0)".utf8) }
    for route in assembly.routes.routes {
      add(route.url)
      if case .file(let source) = route.output { add(source) }
    }
    for page in assembly.tree.pages { add(page.entry.file.name) }
    for section in assembly.tree.sections { add(section.path) }
    for page in assembly.tree.withheld { add(page.entry.file.name) }
    for url in urls + others { add(url) }
  }

  private mutating func add(_ path: String) {
    var path = path
    _ = path.withUTF8 { path in names.insert(LinkPath.key(LinkPath.name(of: path)).value) }
  }

  func mayHold(_ path: String, reads: inout Reads) -> Bool {
    var path = path
    return path.withUTF8 { path in
      let name = LinkPath.name(of: path)
      guard !Self.namesFolder(name) else { return true }
      let bare = Self.withoutEnding(name)
      if holds(name, &reads) || bare.count != name.count && holds(bare, &reads) { return true }
      return languageEndings.contains { Self.ends(bare, with: $0) }
    }
  }

  /// Whether something has the name, or its slug; what was looked for is noted.
  private func holds(_ name: Letters, _ reads: inout Reads) -> Bool {
    holds(LinkPath.key(name), &reads)
      || !Self.isSlug(name)
        && slug(of: name.span).withUnsafeBufferPointer { holds(LinkPath.key($0), &reads) }
  }

  private func holds(_ name: Digest, _ reads: inout Reads) -> Bool {
    reads.record(FactKey.name(name))
    return names.contains(name.value)
  }
}

extension LinkNames {
  /// Whether a name is its own slug for certain: lower-case letters, digits, and hyphens between them.
  private static func isSlug(_ name: Letters) -> Bool {
    var afterHyphen = true
    for byte in name {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): afterHyphen = false
      case UInt8(ascii: "-") where !afterHyphen: afterHyphen = true
      default: return false
      }
    }
    return !afterHyphen
  }

  /// `..`, `index.md` and their like stand for the folder before them.
  private static func namesFolder(_ name: Letters) -> Bool {
    switch name.first {
    case nil: return true
    case UInt8(ascii: "."): return name.count == 1 || name.count == 2 && name[1] == UInt8(ascii: ".")
    default: return begins(name, with: "index") || begins(name, with: "_index")
    }
  }

  private static func begins(_ name: Letters, with letters: StaticString) -> Bool {
    name.starts(with: Letters(start: letters.utf8Start, count: letters.utf8CodeUnitCount))
  }

  private static func ends(_ name: Letters, with ending: [UInt8]) -> Bool {
    name.count >= ending.count && name[(name.count - ending.count)...].elementsEqual(ending)
  }

  /// The name without the ending of a page's file: of Markdown in whatever case, of HTML in lower case.
  private static func withoutEnding(_ name: Letters) -> Letters {
    for ending in markdownEndings where name.count > ending.utf8CodeUnitCount {
      let start = name.count - ending.utf8CodeUnitCount
      let isSame = (0..<ending.utf8CodeUnitCount).allSatisfy {
        name[start + $0] | 0x20 == ending.utf8Start[$0] | 0x20
      }
      if isSame { return Letters(rebasing: name[..<start]) }
    }
    for ending in pageEndings where ends(name, with: ending) {
      return Letters(rebasing: name[..<(name.count - ending.count)])
    }
    return name
  }

  private static let markdownEndings: [StaticString] = [".md", ".markdown", ".mdx"]
  private static let pageEndings = [".html", ".htm"].map { Array($0.utf8) }
}
