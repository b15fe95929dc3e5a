import Diagnostics
import Disk

/// The files of the folder `inventory/` of a site: those beside each other, and those that they include.
public struct InventoryFolder: Sendable {
  /// By path, as shown to the author: `inventory/hosts.yaml`.
  public let sources: [Source]
  /// What could not be read.
  public let report: Report

  /// The folder below a site's root.
  public static let name = "inventory"
  /// The folder below it that `sitegen inventory pull` writes; nobody declares anything there.
  public static let liveName = "live"

  /// Reads the inventory of a site; a site without one has no sources.
  public init(of site: Path) {
    let folder = site.appending(Self.name)
    guard File.exists(folder) else {
      (sources, report) = ([], Report())
      return
    }
    var report = Report()
    var texts: [Path: Source] = [:]
    do throws(DiskFailure) {
      let tree = try Tree(walking: folder)
      report.add(contentsOf: tree.failures.map { DiskFailure($0.reason, at: Self.shown($0.path)).mistake })
      let files = tree.files.map(\.path).filter(Self.isDeclaration)
      for path in files where !path.bytes.contains(Path.separator) {
        Self.read(path, in: folder, &texts, &report)
      }
      let patterns = Declared.patterns(in: texts.values.sorted { $0.path < $1.path }).map { Glob($0) }
      for path in files where texts[path] == nil && patterns.contains(where: { $0.matches(path.text) }) {
        Self.read(path, in: folder, &texts, &report)
      }
    } catch {
      report.add(error.mistake)
    }
    sources = texts.sorted { $0.key < $1.key }.map(\.value)
    self.report = report
  }

  private static func read(
    _ path: Path, in folder: Path, _ texts: inout [Path: Source], _ report: inout Report
  ) {
    do throws(DiskFailure) {
      let bytes = try File.read(folder.appending(path.bytes))
      texts[path] = Source(path: shown(path).text, bytes: bytes)
    } catch {
      report.add(DiskFailure(error.reason, at: shown(path)).mistake)
    }
  }

  private static func isDeclaration(_ path: Path) -> Bool {
    let isYAML =
      path.bytes.suffix(5).elementsEqual(".yaml".utf8) || path.bytes.suffix(4).elementsEqual(".yml".utf8)
    return isYAML && !path.bytes.starts(with: Array("\(liveName)/".utf8))
  }

  private static func shown(_ path: Path) -> Path { Path(name).appending(path.bytes) }
}
