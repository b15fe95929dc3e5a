/// How large a picture is drawn, read from the first bytes of its file: the turned size where a camera noted a turn.
///
/// Bytes needed: GIF 10, PNG 24, WebP 30; SVG the opening tag; JPEG all up to the frame header, which stands behind
/// the camera's notes and colour profiles; AVIF and HEIF all of the leading `meta` box. `usualHeader` bytes are
/// enough for nearly all files; where they are not, the failure says how many are.
public struct ImageSize: Equatable, Sendable {
  public let width: Int
  public let height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// What to read first of a file.
  public static let usualHeader = 64 * 1024

  /// What to read at most: nothing honest keeps its size further in.
  public static let longestHeader = 16 * 1024 * 1024

  /// Reads the size from a file's first bytes, whatever the file's name says.
  public init(header bytes: Span<UInt8>) throws(Unread) {
    let header = Header(count: bytes.count)
    let size: ImageSize
    switch header.format(of: bytes) {
    case .png: size = try header.png(bytes)
    case .gif: size = try header.gif(bytes)
    case .jpeg: size = try header.jpeg(bytes)
    case .webp: size = try header.webp(bytes)
    case .heif: size = try header.heif(bytes)
    case .svg: size = try header.svg(bytes)
    case nil: throw bytes.count < Header.longestSignature ? .cut(needs: Header.longestSignature) : .unknown
    }
    guard size.width > 0, size.height > 0 else { throw .unknown }
    self = size
  }

  /// Why no size was read.
  public enum Unread: Error, Equatable, Sendable {
    /// The file goes on: read at least this many bytes, or, if there are no more, it is damaged.
    case cut(needs: Int)
    /// No picture of a known format, or one that tells no size.
    case unknown
  }
}

extension ImageSize {
  /// The size of the picture lying on its side.
  var turned: ImageSize { ImageSize(width: height, height: width) }
}
