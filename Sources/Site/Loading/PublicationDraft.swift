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

  /// Reads a site; throws what is wrong with `site.yaml`, without which nothing can be understood.
  init(_ request: SiteBuild.Request, clock: inout PhaseClock) throws(Report) {
    let folder = try SiteFolder(at: request.source)
    let configuration = folder.configuration
    let name = request.environment ?? "production"
    let environment = configuration.environments[name]
    let settings = ContentSettings(configuration, zone: folder.zone, environment: name)
    var report = folder.warnings
    let listing = SiteListing(of: folder.root, settings: settings)
    report.add(contentsOf: listing.mistakes)
    let grammars = SiteGrammars(of: folder.root)
    report.add(contentsOf: grammars.mistakes)
    let content: LoadedContent
    do {
      content = try LoadedContent(
        listing, with: ContentReading(settings, markdown: configuration.markdown),
        grammars: grammars.grammars,
        workers: request.workers)
    } catch {
      throw Report([(error as? Mistake)].compactMap(\.self))
    }
    report.add(contentsOf: content.mistakes)
    clock.end(.loading)
    let selection = Selection(
      now: request.now, includesDrafts: request.drafts || environment?.drafts == true,
      includesFuture: request.future || environment?.future == true)
    let tree = ContentTree(
      of: content.files.map(\.entry), resources: listing.resources, defaults: content.defaults,
      settings: settings, selection: selection)
    let assembly = Assembly(tree, files: listing.routed, configuration, settings: settings)
    report.add(
      contentsOf: assembly.faults.map { fault in fault.mistake { Self.source($0, in: folder.root) } })
    var mistakes: [Mistake] = []
    let templates = ThemeFolder.templates(
      of: folder.root, theme: configuration.theme.name, mistakes: &mistakes)
    report.add(contentsOf: mistakes)
    let setting = PublicationSetting(
      configuration, base: request.baseURL ?? environment?.baseURL, zone: folder.zone, environment: name,
      isHidden: environment?.noIndex ?? false, now: request.now, templates: templates)
    publication =
      report.fails(strict: request.strict) ? nil : Publication(of: content.files, assembly, in: setting)
    self.report = report
    clock.end(.assembling)
  }

  /// The text that a mistake points into, read again.
  private static func source(_ path: String, in root: Path) -> Source? {
    do throws(Mistake) { return try TextFile(reading: root.appending(path), as: path).source } catch {
      return nil
    }
  }
}
