import Diagnostics
import Highlight
import Language
import Workers

/// What a site consists of, for its author: the pages that are built, those that wait, and the tags.
public struct Overview: Sendable {
  public let tree: ContentTree
  /// The terms of all taxonomies and languages.
  public let indexes: [TermIndex]
  /// What keeps files from being listed; all else is for the build to tell.
  public let report: Report
  private let folder: SiteFolder

  /// Reads a site as a build at that instant would.
  public init(of folder: SiteFolder, at now: Instant, workers: Workers) throws {
    self.folder = folder
    let settings = ContentSettings(folder.configuration, zone: folder.zone)
    let listing = SiteListing(of: folder, settings: settings)
    let reading = ContentReading(settings, markdown: folder.configuration.markdown)
    let content = try LoadedContent(listing, with: reading, grammars: .builtIn, workers: workers)
    tree = ContentTree(
      of: content.files.map(\.entry), resources: listing.resources, defaults: content.defaults,
      settings: settings, selection: Selection(now: now))
    indexes = TermIndex.all(of: tree, settings: settings)
    report = Report((listing.mistakes + content.mistakes).filter { $0.finding.severity == .error })
  }

  /// The path of a page's file, as its author knows it.
  public func path(of entry: Entry) -> String { folder.shown(entry.file.shownPath) }

  /// The pages that wait or are over for a reason, in the order of their paths.
  public func withheld(for reason: Selection.Reason) -> [Entry] {
    tree.withheld.filter { $0.reason == reason }.map(\.entry)
  }
}
