import CTheme

/// The theme that is compiled into the program: its files by their names, such as `styles/prose.css`.
public enum BuiltInTheme {
  /// The names of all files; style sheets stand in the order in which they are joined.
  public static let names: [String] = (0..<sitegen_theme_count()).map {
    String(cString: sitegen_theme_at($0).name)
  }

  /// The bytes of a file; nil if the theme has none of that name.
  public static func file(named name: String) -> [UInt8]? {
    guard let index = names.firstIndex(of: name) else { return nil }
    let file = sitegen_theme_at(index)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  /// All style sheets as one.
  public static var styleSheet: [UInt8] {
    names.filter { $0.hasPrefix("styles/") }.compactMap { file(named: $0) }.reduce(into: []) { $0 += $1 }
  }
}
