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

  /// Reads what a listing names.
  public init(
    _ listing: SiteListing, with reading: ContentReading, grammars: Grammars, workers: Workers
  ) throws {
    let root = listing.contentRoot
    let outcomes = try workers.map(
      listing.pages, keeping: { Markdown(highlighter: Highlighter(grammars: grammars)) }
    ) { markdown, file in
      Outcome { () throws(Mistake) in
        let text = try TextFile(reading: root.appending(file.path), as: file.shownPath)
        return (text, LoadedFile(file, text.source, with: reading, markdown: &markdown))
      }
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

  init(_ read: () throws(Mistake) -> (TextFile, LoadedFile)) {
    do throws(Mistake) {
      let (text, file) = try read()
      self.file = file
      let source = text.source
      mistakes = text.repaired.findings(at: source.path) + file.mistakes
    } catch {
      file = nil
      mistakes = [error]
    }
  }
}
