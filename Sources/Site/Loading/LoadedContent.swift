import Diagnostics
import Disk
import Highlight
import Markdown
import Nodes
import TextRepair
import Workers

/// All content of a site, read: each file by itself, by several workers at once.
public struct LoadedContent: Sendable {
  /// In the order of the listing; what could not be read is left out.
  public let files: [LoadedFile]
  public let defaults: [(folder: String, cascade: Cascade)]
  /// What is wrong with files that could not be read, and with defaults.
  let others: [Mistake]

  /// All that is wrong.
  public var mistakes: [Mistake] { files.flatMap(\.mistakes) + others }

  /// Reads what a listing names.
  public init(
    _ listing: SiteListing, with reading: ContentReading, grammars: Grammars, workers: Workers
  ) throws {
    let reader = ContentReader(root: listing.contentRoot, reading: reading, grammars: grammars)
    try self.init(listing, with: reader, workers: workers, known: nil)
  }

  /// Reads what a listing names; what is `known` from before only as far as it changed.
  init(_ listing: SiteListing, with reader: ContentReader, workers: Workers, known: KnownContent?) throws {
    let outcomes = try workers.map(
      listing.pages, keeping: { Markdown(highlighter: Highlighter(grammars: reader.grammars)) }
    ) { markdown, file in
      if let known = known?.file(file, with: reader) { return Outcome.file(known) }
      do throws(Mistake) { return Outcome.file(try reader.read(file, with: &markdown)) } catch {
        return Outcome.mistake(error)
      }
    }
    var report = Report()
    defaults = Self.defaults(listing, report: &report)
    files = outcomes.compactMap { if case .file(let file) = $0 { file } else { nil } }
    others =
      report.sorted + outcomes.compactMap { if case .mistake(let mistake) = $0 { mistake } else { nil } }
  }

  private static func defaults(
    _ listing: SiteListing, report: inout Report
  ) -> [(folder: String, cascade: Cascade)] {
    listing.defaults.compactMap { file in
      do throws(Mistake) {
        let source = try TextFile(
          reading: listing.contentRoot.appending(file.path), as: file.shownPath
        ).source
        do throws(Report) {
          return (file.folder, Cascade(try YAML.read(source), of: source, report: &report))
        } catch {
          report.add(contentsOf: error.sorted)
        }
      } catch {
        report.add(error)
      }
      return nil
    }
  }
}

/// What came of one file.
private enum Outcome: Sendable {
  case file(LoadedFile)
  case mistake(Mistake)
}
