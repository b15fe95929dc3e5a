import Frontmatter
import Language

/// The defaults of all folders, and the question which of them a page inherits.
struct Folders {
  let language: String
  let environment: String
  let zone: Zone
  private var cascades: [String: [Cascade]] = [:]

  init(language: String, environment: String, zone: Zone) {
    self.language = language
    self.environment = environment
    self.zone = zone
  }

  /// Gives a folder defaults; what is added first wins over what is added later.
  mutating func add(_ cascade: Cascade, to folder: String) {
    if !cascade.rules.isEmpty { cascades[folder, default: []].append(cascade) }
  }

  /// The entry with all defaults of the folders above it: the nearest wins, and the page wins over all.
  func filled(_ entry: Entry) -> Entry {
    guard !cascades.isEmpty else { return entry }
    var metadata = entry.metadata
    var isChanged = false
    for folder in Self.chain(from: entry.file.ownFolder ?? entry.file.folder) {
      for rule in cascades[folder, default: []].flatMap(\.rules)
      where rule.target.fits(
        entry.file, language: entry.language(default: language), environment: environment)
      {
        metadata = metadata.filled(from: rule.defaults)
        isChanged = true
      }
    }
    return isChanged ? entry.saying(metadata, in: zone) : entry
  }

  /// A folder and those above it, the root last: `a/b`, `a`, ``.
  static func chain(from folder: String) -> [String] {
    var chain: [String] = []
    var rest = folder[...]
    while !rest.isEmpty {
      chain.append(String(rest))
      rest = rest.utf8.lastIndex(of: UInt8(ascii: "/")).map { rest[..<$0] } ?? ""
    }
    return chain + [""]
  }
}

extension Entry {
  /// The language of the page: the key, the file's name, or the site's.
  func language(default site: String) -> String { metadata.language ?? file.language ?? site }
}
