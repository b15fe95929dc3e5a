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
  public let mistakes: [Mistake]

  /// Reads what a listing names; what is `known` from an earlier build only as far as it changed.
  public init(
    _ listing: SiteListing, with reading: ContentReading, grammars: Grammars, workers: Workers
  ) throws {
    try self.init(listing, with: reading, grammars: grammars, workers: workers, known: nil)
  }

  init(
    _ listing: SiteListing, with reading: ContentReading, grammars: Grammars, workers: Workers,
    known: KnownContent?
  ) throws {
    let reader = ContentReader(root: listing.contentRoot, reading: reading, grammars: grammars)
    let outcomes = try workers.map(
      listing.pages, keeping: { Markdown(highlighter: Highlighter(grammars: grammars)) }
    ) { markdown, file in
      if let known = known?.file(file, with: reader) { return Outcome(known) }
      return Outcome.of { () throws(Mistake) in try reader.read(file, with: &markdown) }
    }
    var mistakes = outcomes.flatMap(\.mistakes)
    var report = Report()
    defaults = Self.defaults(listing, report: &report)
    mistakes += report.sorted
    files = outcomes.compactMap(\.file)
    self.mistakes = mistakes
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
private struct Outcome: Sendable {
  let file: LoadedFile?
  let mistakes: [Mistake]

  init(_ file: LoadedFile) {
    self.file = file
    mistakes = file.mistakes
  }

  private init(_ mistake: Mistake) {
    file = nil
    mistakes = [mistake]
  }

  static func of(_ read: () throws(Mistake) -> LoadedFile) -> Outcome {
    let file: LoadedFile
    do throws(Mistake) { file = try read() } catch { return Outcome(error) }
    return Outcome(file)
  }
}
