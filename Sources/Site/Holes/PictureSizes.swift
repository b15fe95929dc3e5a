import Bytes
import Disk
import Markdown
import Templates
import Workers

/// How large the pictures of the site are, by their paths from its root; read before anything is filled.
public struct PictureSizes: Sendable {
  private var sizes: [String: ImageSize] = [:]
  private var unread: Set<String> = []

  public init() {}

  /// Takes sizes that are known.
  public init(_ sizes: [String: ImageSize], unread: Set<String> = []) {
    self.sizes = sizes
    self.unread = unread
  }

  /// Reads the sizes of pictures, each file once.
  public init(of files: [String], in folder: SiteFolder, workers: Workers) throws {
    let files = Set(files).sorted { $0.precedes($1) }
    let read = try workers.map(files) { file in try Self.size(of: folder.place(of: file)) }
    for (file, size) in zip(files, read) {
      if let size { sizes[file] = size } else { unread.insert(file) }
    }
  }

  public subscript(file: String) -> ImageSize? { sizes[file] }

  /// Every picture with a digest of what is known of it.
  var facts: [(key: UInt64, digest: UInt64)] {
    sizes.map { file, size in
      var mixer = Mixer()
      mixer.add(size.width)
      mixer.add(size.height)
      return (Self.key(of: file), mixer.value)
    } + unread.map { (Self.key(of: $0), 0) }
  }

  /// Whether the file was looked at and is no picture.
  func isUnread(_ file: String) -> Bool { unread.contains(file) }

  /// The digest key of a picture's size.
  public static func key(of file: String) -> UInt64 {
    var bytes = Array("size:".utf8)
    bytes.append(text: file)
    return Digest(of: bytes.span).value
  }

  private static func size(of path: Path) throws(DiskFailure) -> ImageSize? {
    var limit = ImageSize.usualHeader
    while true {
      let header = try File.readStart(of: path, limit: limit)
      do throws(ImageSize.Unread) {
        return try ImageSize(header: header.span)
      } catch {
        guard case .cut(let needed) = error, needed > limit, header.count == limit,
          needed <= ImageSize.longestHeader
        else { return nil }
        limit = needed
      }
    }
  }
}

extension LinkTargets {
  /// The files of the site that an article shows as pictures, from the root of the site.
  public func pictures(of article: Article, at home: Home) -> [String] {
    var reads = Reads()
    var files: [String] = []
    article.eachPicture { written in
      let destination = Destination(written)
      guard destination.kind == .inside,
        case .found(let landing) = search(destination, from: home, reads: &reads), let file = landing.file
      else { return }
      files.append(file)
    }
    return files
  }
}

extension Article {
  /// Tells every picture whose size is asked for, those inside shortcodes too.
  fileprivate func eachPicture(_ tell: (String) -> Void) {
    for hole in holes {
      switch hole.kind {
      case .dimensions(let written): tell(written)
      case .shortcode(let shortcode):
        if let source = shortcode["src"] ?? shortcode.positional.first { tell(source) }
        shortcode.article?.eachPicture(tell)
      default: continue
      }
    }
  }
}
