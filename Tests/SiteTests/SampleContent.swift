import Diagnostics
import Frontmatter
import Language
import Nodes
import Site
import TestSupport

/// A site written as one text: each file under a line `-- path --`, what `site.yaml` says first.
struct SampleContent {
  let configuration: Configuration
  let settings: ContentSettings
  let tree: ContentTree
  var report: Report
  /// The files under `content/`, by their shown paths.
  let sources: [String: Source]

  init(_ text: String, selection: Selection = .sample, history: [String: FileHistory] = [:]) throws {
    let files = Self.files(of: text)
    let site = Source(path: "site.yaml", bytes: files["site.yaml"] ?? [])
    configuration = try Configuration.decode(YAML.read(site), from: site).value
    let zone = try Zone(named: configuration.timeZone.value.text)
    settings = ContentSettings(configuration, zone: zone)
    var sources: [String: Source] = [:]
    var entries: [Entry] = []
    var resources: [ContentFile] = []
    var defaults: [(folder: String, cascade: Cascade)] = []
    var report = Report()
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where !Self.isOutside(path) {
      let file = ContentFile(path: path, languages: settings.languages)
      let source = Source(path: file.shownPath, bytes: bytes)
      sources[source.path] = source
      switch file.role {
      case .resource: resources.append(file)
      case .defaults:
        defaults.append((file.folder, Cascade(try YAML.read(source), of: source, report: &report)))
      default:
        let header = Header(of: source)
        report.add(contentsOf: header.report.sorted)
        let cascade = header.metadata.cascade.map { Cascade($0, of: source, report: &report) }
        entries.append(
          Entry(
            file, header.metadata, cascade: cascade,
            ownTaxonomies: settings.ownTaxonomies, in: zone, history: history[path]))
      }
    }
    self.sources = sources
    tree = ContentTree(
      of: entries, resources: resources, defaults: defaults, settings: settings, selection: selection)
    self.report = report
    add(tree.faults)
  }

  /// Adds what was found to the report, with its places.
  mutating func add(_ faults: [Fault]) {
    report.add(contentsOf: faults.map { $0.mistake { sources[$0] } })
  }

  /// The errors and warnings as a reader of Spanish and of English sees them; a text without a body is no matter here.
  var told: String {
    Report(report.sorted.filter { $0.finding.severity > .note }).told
  }

  /// Whether a path of a sample lies beside `content/`, not in it.
  private static func isOutside(_ path: String) -> Bool {
    path == "site.yaml" || path.hasPrefix("static/") || path.hasPrefix("templates/")
  }

  static func files(of text: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var path = "site.yaml"
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        path = String(line.dropFirst(3).dropLast(3))
        files[path] = []
      } else {
        files[path, default: []] += Array(line.utf8) + [UInt8(ascii: "\n")]
      }
    }
    return files.mapValues { $0 == [UInt8(ascii: "\n")] ? [] : $0 }
  }
}

extension Selection {
  /// The present of all samples: 2026-02-20, noon in Madrid.
  static let sample = Selection(now: Instant(seconds: 1_771_585_200))
}

extension ContentTree {
  /// The tree as readable lines.
  var dump: String {
    var lines: [String] = []
    for section in sections {
      lines.append("section \(section.url)\(section.index.map { " «\($0.metadata.title)»" } ?? "")")
      for page in section.pages {
        let page = pages[page]
        var words = ["  \(page.url)", "«\(page.entry.metadata.title)»"]
        if let date = page.entry.dates.date { words.append(date.dump) }
        if page.entry.metadata.isPinned { words.append("pinned") }
        if let weight = page.entry.metadata.weight { words.append("weight \(weight)") }
        if !page.entry.metadata.tags.isEmpty {
          words.append("[\(page.entry.metadata.tags.joined(separator: ", "))]")
        }
        if let toc = page.entry.metadata.toc { words.append("toc \(toc)") }
        lines.append(words.joined(separator: " "))
        lines += page.resources.map { "    \($0)" }
      }
      lines += section.resources.map { "  + \($0)" }
    }
    lines += withheld.map { "withheld \($0.entry.file.path): \($0.reason)" }
    lines += translations().map { "translations " + $0.map { pages[$0].url }.joined(separator: " ") }
    if let nextChange {
      lines.append("changes \(Stamp(Zone.utc.moment(at: nextChange), hasTime: true).dump)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Stamp {
  var dump: String {
    var out: [UInt8] = []
    if hasTime { out.append(rfc3339: moment) } else { out.append(rfc3339: day) }
    return String(decoding: out, as: UTF8.self)
  }
}
