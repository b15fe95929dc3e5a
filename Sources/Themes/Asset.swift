import Bytes

/// A file whose name tells its content, so that browsers may keep it for ever.
///
///     Asset("sitegen.css", bytes).file      assets/sitegen.5d1c0f0f6d8b4a2e.css
public struct Asset: Sendable, Equatable {
  /// As templates ask for it: `site.css`, `img/rack.avif`.
  public let name: String
  /// Below the output folder.
  public let file: String
  /// For the attribute `integrity`: browsers refuse the file when its bytes are others.
  public let integrity: String

  /// The folder of the output that such files lie in.
  public static let folder = "assets"

  /// Names a file after its content; `stem` is its name in the output, where that is another.
  public init(_ name: String, publishedAs stem: String? = nil, _ bytes: Span<UInt8>) {
    self.name = name
    file = "\(Self.folder)/\(Self.marked(stem ?? name, with: Digest(of: bytes).text))"
    integrity = SecureDigest.sha384.text(of: bytes)
  }

  /// Puts a mark before the ending of a file's name: `img/rack.avif` becomes `img/rack.MARK.avif`.
  private static func marked(_ name: String, with mark: String) -> String {
    let last = name.lastPart
    guard let point = last.utf8.lastIndex(of: UInt8(ascii: ".")), point > last.startIndex else {
      return "\(name).\(mark)"
    }
    return "\(name[..<point]).\(mark)\(name[point...])"
  }
}
