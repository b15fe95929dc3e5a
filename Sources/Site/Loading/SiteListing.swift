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
  public init(of folder: SiteFolder, settings: ContentSettings) { self.init(of: folder, settings, seen: nil) }

  /// The same; what was `seen` without a failure need not be looked for again.
  init(of folder: SiteFolder, _ settings: ContentSettings, seen: SourceList?) {
    var mistakes: [Mistake] = []
    let root = folder.root
    contentRoot = folder.keepsContentAtRoot ? root : root.appending(Self.contentFolder)
    let paths =
      folder.keepsContentAtRoot
      ? Self.loose(in: root, mistakes: &mistakes)
      : seen?.files(in: Self.contentFolder)
        ?? Self.files(in: contentRoot, as: Self.contentFolder, mistakes: &mistakes)
    let languages = settings.languages
    let content = paths.map { ContentFile(path: $0, languages: languages) }
    pages = content.filter { $0.role != .resource && $0.role != .defaults }
    defaults = content.filter { $0.role == .defaults }
    resources = content.filter { $0.role == .resource }
    staticFiles =
      seen?.files(in: Self.staticFolder)
      ?? Self.files(
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

extension SiteListing {
  /// Folders at the root that are never content.
  private static let ownFolders: Set<Substring> = [
    "archetypes", "assets", "data", "inventory", "public", "static", "strings", "syntaxes", "templates",
    "themes",
  ]
  private static let textEndings = [".md", ".markdown", ".mdx"]
  private static let pictureEndings = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"]

  /// The content of a folder without `content/`: Markdown wherever it lies, and pictures beside it or below it. Nothing
  /// else is taken, as the folder may be anything, and may hold what is nobody's business.
  private static func loose(in root: Path, mistakes: inout [Mistake]) -> [String] {
    let tree: Tree
    do throws(DiskFailure) { tree = try Tree(walking: root) } catch {
      mistakes.append(error.mistake)
      return []
    }
    let paths = tree.files.map(\.path.text).filter { path in
      let slash = path.firstIndex(of: "/")
      return slash.map { !ownFolders.contains(path[..<$0]) } ?? true
    }
    let texts = paths.filter { path in textEndings.contains { path.hasSuffix($0) } }
    let folders = Set(texts.map(Self.folder))
    return paths.filter { path in
      if textEndings.contains(where: { path.hasSuffix($0) }) { return true }
      guard pictureEndings.contains(where: { path.lowercased().hasSuffix($0) }) else { return false }
      return folders.contains(Self.folder(of: path))
        || folders.contains { !$0.isEmpty && path.hasPrefix("\($0)/") }
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
