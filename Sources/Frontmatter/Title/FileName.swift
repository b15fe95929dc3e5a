/// What a file's path says about its page: a date before the slug, and words for a title of last resort.
public struct FileName: Sendable, Equatable {
  /// The last part of the path without its extension; for an index file, the name of its folder.
  public let stem: String
  /// The extension in lower case, without its point.
  public let fileExtension: String
  /// The date of `2025-08-12-talos.md`; nil when there is none or it does not exist.
  public let date: PageDate?
  /// What follows the date.
  public let slug: String

  /// Names that stand for their folder.
  private static let indexNames: [String] = ["index", "_index", "readme", "README", "Readme"]

  /// Reads a path with `/` between its parts.
  public init(path: String) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    let last = parts.last ?? path.utf8[path.utf8.endIndex...]
    let point = last.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 == last.startIndex ? nil : $0 }
    let name = String(Substring(last[..<(point ?? last.endIndex)]))
    let suffix = Substring(last[(point ?? last.endIndex)...].dropFirst())
    self.init(
      stem: Self.indexNames.contains(name) && parts.count > 1
        ? String(Substring(parts[parts.count - 2])) : name,
      fileExtension: suffix.lowercased())
  }

  private init(stem: String, fileExtension: String) {
    self.stem = stem
    self.fileExtension = fileExtension
    let bytes = stem.utf8.span
    let date = DateReader.day(leading: bytes)
    self.date = date
    let slug = date == nil ? stem : bytes.text(of: min(DateReader.dayLength + 1, bytes.count)..<bytes.count)
    self.slug = slug.isEmpty ? stem : slug
  }

  /// The slug as words: `talos-linux` reads `Talos linux`.
  public var title: String {
    var words: [UInt8] = []
    for byte in slug.utf8 {
      let isSeparator = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: " ")
      if isSeparator, words.last == UInt8(ascii: " ") || words.isEmpty { continue }
      words.append(isSeparator ? UInt8(ascii: " ") : byte)
    }
    if words.last == UInt8(ascii: " ") { words.removeLast() }
    guard let first = String(decoding: words, as: UTF8.self).unicodeScalars.first else { return stem }
    let rest = String(decoding: words.dropFirst(UTF8.width(first)), as: UTF8.self)
    return first.properties.titlecaseMapping + rest
  }
}
