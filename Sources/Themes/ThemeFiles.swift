/// The files that pages are made with, each from the first place that has it: the site, its theme's folder, the program.
///
///     let files = ThemeFiles(site: ThemeLayer(prefix: "", listing: names) { contents[$0] })
///     files.template("post.html")?.bytes
///
/// A file of a nearer place replaces the one of the same name; one with a name of its own is added.
public struct ThemeFiles: Sendable {
  /// One file, and where it was found.
  public struct File: Sendable, Equatable {
    /// Within the theme, such as `templates/post.html`.
    public let name: String
    /// As messages show it: `templates/post.html`, `themes/sereno/templates/post.html`, `sitegen/templates/post.html`.
    public let path: String
    public let bytes: [UInt8]
  }

  /// The names of all files: those of the program first, in its order, then what the others add.
  public let names: [String]
  private let files: [String: File]

  /// Lays the places over each other.
  public init(site: ThemeLayer = .empty, theme: ThemeLayer = .empty, builtIn: ThemeLayer = .builtIn) {
    var names: [String] = []
    var files: [String: File] = [:]
    for layer in [builtIn, theme, site] {
      for name in layer.names {
        guard let bytes = layer.files[name] else { continue }
        let file = File(name: name, path: layer.prefix + name, bytes: bytes)
        if files.updateValue(file, forKey: name) == nil { names.append(name) }
      }
    }
    self.names = names
    self.files = files
  }

  /// A file by its name; nil when no place has it.
  public subscript(name: String) -> File? { files[name] }

  /// A template by the name that other templates call it: `post.html`, `partials/head.html`.
  public func template(_ name: String) -> File? { files["templates/\(name)"] }

  /// The names of all templates, as other templates call them.
  public var templateNames: [String] { names(in: "templates") }

  /// The names of what lies in a folder, without the folder.
  public func names(in folder: String) -> [String] {
    names.filter { $0.utf8.starts(with: "\(folder)/".utf8) }.map { String($0.dropFirst(folder.count + 1)) }
  }

  /// All style sheets as one, in the order of their names in the program's list, then those that were added.
  public var styleSheet: [UInt8] { joined("styles", ending: ".css", separator: []) }

  /// All scripts as one; a semicolon parts them, because a file need not end with one.
  public var script: [UInt8] { joined("scripts", ending: ".js", separator: Array(";".utf8)) }

  private func joined(_ folder: String, ending: String, separator: [UInt8]) -> [UInt8] {
    let parts = names(in: folder).filter { $0.hasSuffix(ending) }.compactMap {
      files["\(folder)/\($0)"]?.bytes
    }
    return parts.reduce(into: []) { all, part in
      if !all.isEmpty {
        if all.last != UInt8(ascii: "\n") { all.append(UInt8(ascii: "\n")) }
        all += separator
      }
      all += part
    }
  }
}
