import Diagnostics
import Disk
import Frontmatter
import Language
import Nodes

/// A site read from its folder and assembled, with all that is wrong with it; a publication, if nothing is.
public struct PublicationDraft: Sendable {
  public let report: Report
  /// Nil when an error keeps the site from being rendered.
  public let publication: Publication?
  /// What looks for secrets in everything that is published.
  let lastLook: LastLook
  /// What is wrong with templates that pages and settings name.
  var layoutFaults: [Fault] { reading.layoutFaults }
  /// All content files that could be read.
  let files: [LoadedFile]
  /// What was read beside the content, and how the content was.
  let reading: SiteReading

  public var folder: SiteFolder { reading.folder }
  /// Of all that decides how texts are read.
  var digest: UInt64 { reading.digest }

  /// The text of a file of the site that a mistake points into.
  public func source(_ path: String) -> Source? { folder.source(path) }

  /// Where a file of the site lies.
  public func place(of path: String) -> Path { folder.place(of: path) }

  /// What is wrong, with the paths that the author knows.
  public func told(_ report: Report) -> Report {
    guard folder.keepsContentAtRoot else { return report }
    return report.mapping { mistake in
      mistake.finding.mistake(path: folder.shown(mistake.path), place: mistake.place)
    }
  }

  /// What was known of a site before it is read.
  enum Knowledge: Sendable {
    case nothing
    /// What the system says of files now, and what an earlier build kept, if there was one.
    case build(BuildState?, SourceLook)
    /// An earlier reading by this process; nil where nobody knows which paths have changed since.
    case reading(PublicationDraft, changed: [String]?)

    /// The files that there are now, where somebody has looked.
    var sources: SourceList? { if case .build(_, let look) = self { look.sources } else { nil } }
  }

  /// Reads a site; throws what is wrong with `site.yaml`, without which nothing can be understood.
  ///
  /// What was known before is taken over as far as nothing of it changed. With a `shelf`, texts are let go that do not
  /// fit there, and read again when they are asked for.
  init(
    _ request: SiteBuild.Request, asked: Asked? = nil, knowing knowledge: Knowledge = .nothing,
    keepingTextsOn shelf: TextShelf? = nil, clock: inout PhaseClock
  ) throws {
    var reading = try SiteReading(request, knowing: knowledge, keepingTextsOn: shelf)
    let content = try reading.content(knowing: knowledge)
    files = content.files
    clock.end(.loading)
    let mistakes = content.files.flatMap(\.mistakes)
    publication = try reading.publication(of: content, with: mistakes, asked: asked ?? Asked())
    report = reading.report(with: mistakes)
    lastLook = reading.lastLook
    self.reading = reading
    clock.end(.assembling)
  }

  /// The same site with some of its texts, or of its templates, written anew.
  init(
    _ other: PublicationDraft, _ reading: SiteReading, _ files: [LoadedFile], _ publication: Publication
  ) {
    self.reading = reading
    self.files = files
    self.publication = publication
    lastLook = other.lastLook
    report = reading.report(with: files.flatMap(\.mistakes))
  }
}
