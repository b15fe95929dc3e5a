/// A file under `content/`, as its path alone explains it.
///
///     blog/2025-08-12-talos.en.md   page "2025-08-12-talos" in "blog", in English
///     blog/talos/index.md           leaf bundle "talos" in "blog"; its siblings are its own
///     blog/_index.md                what "blog" says about itself
///     blog/talos/rack.jpg           a file, of the bundle if there is one
public struct ContentFile: Sendable, Hashable {
  /// What a file is for.
  public enum Role: Sendable, Hashable {
    case page, bundle, section, defaults, resource
  }

  /// The path below `content/`.
  public let path: String
  public let role: Role
  /// The folder that the page stands in: for a bundle and a section, the one above their own.
  public let folder: String
  /// What the page is called there: the file's name without its language and ending; for a bundle its folder's.
  public let name: String
  /// The path as messages show it, from the root of the site.
  public let shownPath: String
  /// The language in the file's name; nil when it names none.
  public let language: String?

  /// Explains a path; a language in a file's name counts only when it is one of the site's.
  public init(path: String, languages: [String]) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let here = slash.map { String(path[..<$0]) } ?? ""
    let last = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    self.path = path
    shownPath = "content/\(path)"
    guard last != "_defaults.yaml", let stem = Self.markdownStem(of: last) else {
      role = last == "_defaults.yaml" ? .defaults : .resource
      folder = here
      name = String(last)
      language = nil
      return
    }
    let (bare, language) = Self.splitLanguage(from: stem, languages: languages)
    self.language = language
    // The root has no name to be a bundle by: its index is the home page.
    if bare == "_index" || bare == "index" && here.isEmpty {
      role = .section
    } else {
      role = bare == "index" ? .bundle : .page
    }
    (folder, name) = role == .page ? (here, String(bare)) : Self.split(here)
  }

  /// The folder whose files are the page's own, for a bundle or a section.
  public var ownFolder: String? {
    switch role {
    case .bundle, .section: folder.isEmpty ? name : "\(folder)/\(name)"
    default: nil
    }
  }
}

extension ContentFile {
  /// The name without the ending of a Markdown file; nil for other files.
  private static func markdownStem(of name: Substring) -> Substring? {
    for ending in [".md", ".markdown", ".mdx"] where name.utf8.count > ending.utf8.count {
      let point = name.utf8.index(name.utf8.endIndex, offsetBy: -ending.utf8.count)
      if name.utf8[point...].elementsEqual(ending.utf8) { return name[..<point] }
    }
    return nil
  }

  private static func splitLanguage(
    from stem: Substring, languages: [String]
  ) -> (name: Substring, language: String?) {
    guard let point = stem.utf8.lastIndex(of: UInt8(ascii: ".")), point > stem.startIndex else {
      return (stem, nil)
    }
    let suffix = stem[stem.utf8.index(after: point)...]
    guard let language = languages.first(where: { $0 == suffix }) else { return (stem, nil) }
    return (stem[..<point], language)
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }
}

extension String {
  /// Compares bytes, so that the order is the same whatever the normal form.
  func precedes(_ other: String) -> Bool {
    let (mine, theirs) = (utf8.span, other.utf8.span)
    let common = min(mine.count, theirs.count)
    // Neighbours begin alike: what eight bytes tell is told at once.
    var index = 0
    while index + 8 <= common {
      let one = mine.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let two = theirs.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      if one != two { return one.bigEndian < two.bigEndian }
      index += 8
    }
    while index < common {
      if mine[index] != theirs[index] { return mine[index] < theirs[index] }
      index += 1
    }
    return mine.count < theirs.count
  }
}
