import Diagnostics
import Disk

/// The files of a site by their folders: what there is, before anything but `site.yaml` is read.
public struct SiteListing: Sendable {
  /// Where the content lies.
  public let contentRoot: Path
  /// The files under `content/` that become pages or say something about sections.
  public let pages: [ContentFile]
  /// The `_defaults.yaml` of folders.
  public let defaults: [ContentFile]
  /// All other files under `content/`.
  public let resources: [ContentFile]
  /// The files under `static/`, as paths below it.
  public let staticFiles: [String]
  public let mistakes: [Mistake]

  public static let contentFolder = "content"
  public static let staticFolder = "static"

  /// Lists the folders of a site.
  public init(of root: Path, settings: ContentSettings) {
    var mistakes: [Mistake] = []
    contentRoot = root.appending(Self.contentFolder)
    let content = Self.files(in: contentRoot, as: Self.contentFolder, mistakes: &mistakes).map {
      ContentFile(path: $0, languages: settings.languages)
    }
    pages = content.filter { $0.role != .resource && $0.role != .defaults }
    defaults = content.filter { $0.role == .defaults }
    resources = content.filter { $0.role == .resource }
    staticFiles = Self.files(
      in: root.appending(Self.staticFolder), as: Self.staticFolder, mistakes: &mistakes)
    self.mistakes = mistakes
  }

  /// The static files as the table of routes takes them.
  var routed: [(url: String, source: String)] {
    staticFiles.map { (url: "/\($0)", source: "\(Self.staticFolder)/\($0)") }
  }

  /// The paths of all files below a folder; none when there is no such folder.
  static func files(in folder: Path, as name: String, mistakes: inout [Mistake]) -> [String] {
    guard File.exists(folder) else { return [] }
    do throws(DiskFailure) {
      let tree = try Tree(walking: folder)
      mistakes += tree.failures.map { failure in
        Mistake(failure.reason, path: "\(name)/\(failure.path.text)", place: nil)
      }
      return tree.files.map(\.path.text)
    } catch {
      mistakes.append(error.mistake)
      return []
    }
  }
}
