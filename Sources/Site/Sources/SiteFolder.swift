import Diagnostics
import Disk
import Language
import Nodes

/// The folder of a site: where `site.yaml` lies, and what it says.
public struct SiteFolder: Sendable {
  public let root: Path
  /// Whether there is no `content/`, so that Markdown files beside one another are the content.
  public let keepsContentAtRoot: Bool
  /// The text of `site.yaml`, for modules that read their own block of it; empty where there is none.
  public let source: Source
  public let configuration: Configuration
  /// The zone of dates that name none.
  public let zone: Zone
  /// What is odd about `site.yaml` but does not keep it from being read.
  public let warnings: Report

  /// The name of the only configuration file.
  public static let configurationName = "site.yaml"
  private static let contentPrefix = SiteListing.contentFolder + "/"
  /// A file lies no deeper below its site than this.
  private static let depthLimit = 64

  /// Reads the configuration of a folder; a folder without one has the defaults.
  public init(at root: Path) throws(Report) {
    let source = try Self.source(in: root)
    let node = source.bytes.isEmpty ? Node.null : try YAML.read(source)
    self.root = root
    keepsContentAtRoot = !File.exists(root.appending(SiteListing.contentFolder))
    self.source = source
    (configuration, warnings) = try Configuration.decode(node, from: source)
    zone = try Self.zone(of: configuration, in: source)
  }

  /// Where a file of the site lies, by the path that messages and addresses know it by.
  ///
  /// In a folder without `content/`, such as one that holds a single Markdown file, the root itself plays its part.
  public func place(of path: String) -> Path {
    guard keepsContentAtRoot, path.hasPrefix(Self.contentPrefix) else { return root.appending(path) }
    return root.appending(String(path.dropFirst(Self.contentPrefix.utf8.count)))
  }

  /// The path as its author knows it.
  func shown(_ path: String) -> String {
    guard keepsContentAtRoot, path.hasPrefix(Self.contentPrefix) else { return path }
    return String(path.dropFirst(Self.contentPrefix.utf8.count))
  }

  /// Finds the site that a file belongs to: the nearest folder above it with a `site.yaml`; nil if there is none.
  public static func root(above path: Path) -> Path? {
    var folder = path.parent
    for _ in 0..<depthLimit {
      if File.exists(folder.appending(configurationName)) { return folder }
      guard let next = folder.above else { return nil }
      folder = next
    }
    return nil
  }
}

extension SiteFolder {
  /// The text of `site.yaml`; empty where there is none.
  private static func source(in root: Path) throws(Report) -> Source {
    let path = root.appending(configurationName)
    guard File.exists(path) else { return Source(path: configurationName, bytes: []) }
    do throws(Mistake) {
      return try TextFile(reading: path, as: configurationName).source
    } catch {
      throw Report([error])
    }
  }

  private static func zone(of configuration: Configuration, in source: Source) throws(Report) -> Zone {
    let name = configuration.timeZone
    do throws(Zone.FindError) {
      return try Zone(named: name.value.text)
    } catch {
      let finding: ConfigurationFinding =
        switch error {
        case .unknown(let name): .unknownZone(name)
        case .damaged(let name, _): .damagedZone(name)
        }
      throw Report([source.mistake(finding, at: name.range)])
    }
  }
}

extension Path {
  /// The folder above; nil above the root.
  fileprivate var above: Path? {
    if bytes.elementsEqual([UInt8(ascii: "/")]) { return nil }
    let isRelative = bytes.elementsEqual([UInt8(ascii: ".")]) || name.elementsEqual("..".utf8)
    return isRelative ? (bytes.elementsEqual([UInt8(ascii: ".")]) ? Path("..") : appending("..")) : parent
  }
}
