/// One place that files of a theme come from: the site itself, a folder under `themes/`, or the program.
public struct ThemeLayer: Sendable {
  /// What messages put before a file's name: empty for the site, `themes/sereno/` for a folder.
  public let prefix: String
  /// By their names, such as `templates/post.html`.
  let files: [String: [UInt8]]
  /// In the order in which styles and scripts of this place are joined.
  let names: [String]

  /// The folders that a theme is made of; whatever else lies beside them is none of its business.
  public static let folders = ["templates", "strings", "styles", "scripts", "icons"]

  /// Where the themes of a site lie.
  public static let home = "themes"

  /// Takes the theme's files out of a listing; one that `read` gives nil for is left out.
  public init(prefix: String, listing: some Sequence<String>, read: (String) -> [UInt8]?) {
    var files: [String: [UInt8]] = [:]
    for name in listing where Self.holds(name) { files[name] = read(name) }
    self.init(
      prefix: prefix, files: files, names: files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  private init(prefix: String, files: [String: [UInt8]], names: [String]) {
    self.prefix = prefix
    self.files = files
    self.names = names
  }

  /// Tells whether a file of that name belongs to a theme.
  public static func holds(_ name: String) -> Bool {
    folders.contains { name.utf8.starts(with: "\($0)/".utf8) }
  }

  /// A place with nothing in it.
  public static let empty = ThemeLayer(prefix: "", files: [:], names: [])

  /// The theme that is compiled into the program.
  public static let builtIn: ThemeLayer = {
    let names = BuiltInTheme.names
    var files: [String: [UInt8]] = [:]
    for name in names { files[name] = BuiltInTheme.file(named: name) }
    return ThemeLayer(prefix: "sitegen/", files: files, names: names)
  }()
}
