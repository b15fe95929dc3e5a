import Diagnostics
import Frontmatter
import Language
import Markdown
import Nodes
import TestSupport
import Themes

@testable import Site

/// A site written as one text, ready to be rendered in memory.
///
/// What `site.yaml` says comes first; under `-- path --` lie content files, `static/…`, `templates/…` and `strings/…`;
/// the last part, `-- render --`, lists the addresses whose bytes a test looks at.
struct SamplePublication {
  let publication: Publication
  private(set) var report: Report
  private let sources: [String: Source]
  private let wanted: [String]

  init(_ text: String, environment: String = "production") throws {
    var files = SampleContent.files(of: text)
    wanted = String(decoding: files.removeValue(forKey: "render") ?? [], as: UTF8.self)
      .split(separator: "\n").map(String.init)
    let site = Source(path: "site.yaml", bytes: files.removeValue(forKey: "site.yaml") ?? [])
    let configuration = try Configuration.decode(YAML.read(site), from: site).value
    let zone = try Zone(named: configuration.timeZone.value.text)
    let settings = ContentSettings(configuration, zone: zone, environment: environment)
    let themed = files.filter { ThemeLayer.holds($0.key) }
    let statics = files.keys.filter { $0.hasPrefix("static/") }.sorted()
    let loaded = Self.load(
      files.filter { themed[$0.key] == nil && !statics.contains($0.key) }, settings, configuration)
    let tree = ContentTree(
      of: loaded.files.map(\.entry), resources: loaded.resources, settings: settings, selection: .sample)
    let layer = ThemeLayer(prefix: "", listing: themed.keys.sorted()) { themed[$0] }
    let theme = SiteTheme(site: layer, languages: tree.languages)
    var setting = PublicationSetting(
      configuration, zone: zone, now: Selection.sample.now, theme: theme)
    setting.environment = environment
    let assembly = Assembly(
      tree, files: statics.map { (String($0.dropFirst("static".count)), $0) },
      assets: setting.assets.map { "/\($0.asset.file)" }, configuration, settings: settings)
    publication = Publication(of: loaded.files, assembly, in: setting)
    sources = loaded.sources
    report = Report(loaded.files.flatMap(\.mistakes) + theme.mistakes)
    let layouts = LayoutCheck(tree: tree, configuration: configuration, files: theme.files)
    add(assembly.faults + layouts.faults)
  }

  private static func load(
    _ files: [String: [UInt8]], _ settings: ContentSettings, _ configuration: Configuration
  ) -> (files: [LoadedFile], resources: [ContentFile], sources: [String: Source]) {
    let reading = ContentReading(settings, markdown: configuration.markdown)
    var markdown = Markdown()
    var loaded: [LoadedFile] = []
    var resources: [ContentFile] = []
    var sources: [String: Source] = [:]
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let file = ContentFile(path: path, languages: settings.languages)
      guard file.role != .resource else {
        resources.append(file)
        continue
      }
      let source = Source(path: file.shownPath, bytes: bytes)
      sources[source.path] = source
      loaded.append(LoadedFile(file, source, with: reading, markdown: &markdown))
    }
    return (loaded, resources, sources)
  }

  private mutating func add(_ faults: [Fault]) {
    report.add(contentsOf: faults.map { fault in fault.mistake { sources[$0] } })
  }

  /// The bytes at an address.
  func render(_ url: String) throws -> String {
    guard let route = publication.assembly.routes.route(at: url) else { return "nothing answers at \(url)\n" }
    var worker = RenderWorker()
    _ = try publication.render(route, with: &worker)
    return String(decoding: worker.out, as: UTF8.self)
  }

  /// What the test looks at, each under its address, and then all that is wrong.
  func rendered() -> String {
    var copy = self
    var text = ""
    for url in wanted {
      text += "== \(url)\n"
      guard let route = publication.assembly.routes.route(at: url) else {
        text += "nothing answers\n"
        continue
      }
      var worker = RenderWorker()
      do throws(Mistake) {
        let rendered = try publication.render(route, with: &worker)
        copy.add(publication.filler.targets.told(rendered.faults))
        copy.report.add(contentsOf: rendered.mistakes)
        text += String(decoding: worker.out, as: UTF8.self)
      } catch {
        copy.report.add(error)
      }
      if text.last != "\n" { text += "\n" }
    }
    return text + Report(copy.report.sorted.filter { $0.finding.severity > .note }).told
  }
}
