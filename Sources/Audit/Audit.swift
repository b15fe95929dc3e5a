import Diagnostics
import Disk
import Nodes
import Site
import Workers

/// What is wrong with a finished site: every page is read once, then the site is judged as a whole.
///
/// What a build has left is taken as it lies there; all else is built in memory.
///
///     let outcome = try Audit(request).run()
///     outcome.report       what the build tells and what is found beyond it, each once, as grave as the author takes it
public struct Audit: Sendable {
  /// What an audit has to tell.
  public struct Outcome: Sendable {
    public let report: Report
    /// How many pages were looked at.
    public let pages: Int
    /// How many outputs had to be rendered; the last build had left the others.
    public let rendered: Int
    /// What was looked at; taking it apart takes longer than it seems, so whoever ends with it may let it be.
    public var remains: [any Sendable] = []
  }

  private let request: SiteBuild.Request

  /// Audits the site that a build of the same request would write.
  public init(_ request: SiteBuild.Request) { self.request = request }

  /// Builds and judges; writes nothing. `observer` is told how many outputs are done.
  public func run(telling observer: @escaping SiteBuild.Observer = { _, _ in }) throws -> Outcome {
    let inspection: SiteBuild.Inspection<Sight>
    do {
      inspection = try SiteBuild(request).inspect(
        opening: Sight.isOpened, telling: observer,
        keeping: { PageScan($0, redirecting: Redirects.table(of: $0.setting.configuration)) }, look: Sight.of)
    } catch let report as Report {
      return Outcome(report: report, pages: 0, rendered: 0)
    }
    let draft = inspection.draft
    let (settings, wrong) = Self.settings(of: draft.folder)
    var mistakes = inspection.report.sorted
    if let publication = inspection.publication {
      let site = AuditedSite(publication, draft, inspection.sights)
      mistakes = Self.joined(mistakes, try site.mistakes(with: request.workers))
    }
    let report = draft.told(Report(wrong + mistakes.compactMap(settings.judged)))
    return Outcome(
      report: report, pages: inspection.sights.count { $0.sight.facts != nil }, rendered: inspection.rendered,
      remains: [inspection])
  }

  private static func settings(of folder: SiteFolder) -> (CheckSettings, [Mistake]) {
    guard let node = folder.configuration.blocks.check else { return (CheckSettings(), []) }
    do throws(Report) {
      let decoded = try CheckSettings.decode(node, from: folder.source, under: "check")
      return (decoded.value, decoded.warnings.sorted)
    } catch {
      return (CheckSettings(), error.sorted)
    }
  }

  /// What the build tells of a link or a picture is not told again.
  private static func joined(_ told: [Mistake], _ found: [Mistake]) -> [Mistake] {
    let known = Set(told.compactMap(Sameness.init))
    return told + found.filter { Sameness($0).map { !known.contains($0) } ?? true }
  }
}

/// What tells two mistakes about one link apart from those about others.
private struct Sameness: Hashable {
  let path: String
  let line: Int
  let kind: String

  /// The names under which a link that leads nowhere is told.
  private static let broken: Set<String> = ["link-broken", "link-withheld", "link-reference"]

  init?(_ mistake: Mistake) {
    guard let place = mistake.place else { return nil }
    path = mistake.path
    line = place.line
    kind = Self.broken.contains(mistake.finding.code) ? "link" : mistake.finding.code
  }
}
