import Bytes
import Language

/// A path of a link, worked on as parts between slashes.
enum LinkPath {
  /// The path that another names when it counts from a folder, from the root: `/blog/`, `../x` → `/x`.
  ///
  /// Too many `..` stay at the root, as in a browser. A slash at the end stays.
  static func resolved(_ path: String, from folder: String) -> String {
    if isResolved(path) { return path }
    let slash = UInt8(ascii: "/")
    var full = path.utf8.first == slash ? path : "\(folder)/\(path)"
    return full.withUTF8 { full in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(full.count + 1)
      var endsInFolder = true
      for part in full.split(separator: slash) {
        endsInFolder = isPoints(part)
        if !endsInFolder {
          bytes.append(slash)
          bytes.append(contentsOf: part)
        } else if part.count == 2 {
          bytes.removeSubrange((bytes.lastIndex(of: slash) ?? 0)...)
        }
      }
      if endsInFolder || full.last == slash || bytes.isEmpty { bytes.append(slash) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether a part is `.` or `..`.
  private static func isPoints(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    part.count <= 2 && part.allSatisfy { $0 == UInt8(ascii: ".") }
  }

  /// Whether a path counts from the root, has no empty part, and none that begins with a point.
  private static func isResolved(_ path: String) -> Bool {
    var last = UInt8(ascii: "x")
    for byte in path.utf8 {
      if last == UInt8(ascii: "/"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
      last = byte
    }
    return path.utf8.first == UInt8(ascii: "/")
  }

  /// The folder of an address: `/blog/` for `/blog/x.html`, itself when it ends in `/`.
  static func folder(of url: String) -> String {
    guard let slash = url.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "/" }
    return String(url[...slash])
  }

  /// The last part without the slash around it.
  static func name(of path: String) -> String {
    var path = path
    return path.withUTF8 { String(decoding: name(of: $0), as: UTF8.self) }
  }

  /// The same of a path's bytes.
  static func name(of path: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var end = path.count
    while end > 0, path[end - 1] == UInt8(ascii: "/") { end -= 1 }
    var start = end
    while start > 0, path[start - 1] != UInt8(ascii: "/") { start -= 1 }
    return UnsafeBufferPointer(rebasing: path[start..<end])
  }

  /// The path as the site's own addresses are spelt: each part its slug, with a slash at the end.
  static func slugged(_ path: String) -> String {
    var path = path
    return path.withUTF8 { path in
      var slugged = [UInt8(ascii: "/")]
      for part in path.split(separator: UInt8(ascii: "/")) {
        slugged += slug(of: UnsafeBufferPointer(rebasing: part).span)
        slugged.append(UInt8(ascii: "/"))
      }
      return String(decoding: slugged, as: UTF8.self)
    }
  }

  /// The path with one slash between its parts, and none around them.
  static func bare(_ path: String) -> String {
    var path = path
    return path.withUTF8 { path in
      var bare: [UInt8] = []
      bare.reserveCapacity(path.count)
      for part in path.split(separator: UInt8(ascii: "/")) {
        if !bare.isEmpty { bare.append(UInt8(ascii: "/")) }
        bare.append(contentsOf: part)
      }
      return String(decoding: bare, as: UTF8.self)
    }
  }

  /// The path without the ending of a Markdown file; nil when it has none.
  static func withoutMarkdownEnding(_ path: String) -> String? {
    for ending in [".md", ".markdown", ".mdx"] where path.utf8.count > ending.utf8.count {
      let suffix = path.utf8.suffix(ending.utf8.count)
      if zip(suffix, ending.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
        return String(path.dropLast(ending.utf8.count))
      }
    }
    return nil
  }

  /// Whether the last part has an ending, as files do.
  static func namesFile(_ path: String) -> Bool {
    let name = name(of: path)
    return path.utf8.last != UInt8(ascii: "/") && name.utf8.dropFirst().contains(UInt8(ascii: "."))
  }

  /// A digest that is the same for paths that differ only in case, accents or normal form.
  static func key(_ path: String, in language: String = "") -> Digest {
    var path = path
    return path.withUTF8 { key($0, in: language) }
  }

  /// The same of a path's bytes; plain ones are folded on the stack.
  static func key(_ path: UnsafeBufferPointer<UInt8>, in language: String = "") -> Digest {
    let start = language.utf8.count + 1
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: start + path.count) { folded in
      if start > 1 { _ = folded.initialize(from: language.utf8) }
      folded[start - 1] = 0
      var all: UInt8 = 0
      for index in path.indices {
        let byte = path[index]
        all |= byte
        folded[start &+ index] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      }
      if all < 0x80 { return Digest(of: UnsafeBufferPointer(folded).span) }
      let text = String(decoding: path, as: UTF8.self).composed.accentsFolded.caseFolded
      let bytes = Array(language.utf8) + [0] + text.utf8
      return Digest(of: bytes.span)
    }
  }
}
