import Diagnostics
import Disk
import Frontmatter
import Language
import Nodes

/// Defaults that one folder gives to the pages below it, as `_defaults.yaml` or Hugo's `cascade` write them.
///
///     toc: true                        for all pages below
///
///     - target: {path: "/blog/2024/**", kind: page, lang: es, environment: production}
///       tags: [antiguo]                only for the pages that fit the target
public struct Cascade: Sendable {
  public private(set) var rules: [Rule] = []

  /// Defaults, and the pages they are meant for.
  public struct Rule: Sendable {
    public let target: Target
    public let defaults: Metadata
  }

  /// Reads a map of defaults, or a list of them.
  public init(_ node: Node, of source: Source, report: inout Report) {
    guard let items = node.list ?? (node.entries == nil ? nil : [node]) else {
      if !node.isNull { report.add(source.mistake(ContentFinding.defaultsNotAMap, at: node.range)) }
      return
    }
    for item in items {
      guard let entries = item.entries else {
        report.add(source.mistake(ContentFinding.defaultsNotAMap, at: item.range))
        continue
      }
      let target = entries.first { $0.key == "target" || $0.key == "_target" }
      let rest = entries.filter { $0.key != "target" && $0.key != "_target" }
      let (defaults, found) = Metadata.defaults(from: rest, of: source)
      report.add(contentsOf: found.sorted)
      rules.append(Rule(target: Target(target?.value), defaults: defaults))
    }
  }
}

extension Cascade {
  /// Which pages a rule is meant for; what it leaves out fits all.
  public struct Target: Sendable {
    let path: Glob?
    let kind: String?
    let language: String?
    let environment: Glob?

    init(_ node: Node?) {
      path = (node?["path"]?.text).map(Glob.init)
      kind = node?["kind"]?.text
      language = node?["lang"]?.text
      environment = (node?["environment"]?.text).map(Glob.init)
    }

    func fits(_ file: ContentFile, language: String, environment: String) -> Bool {
      if let wanted = self.language, wanted != language { return false }
      if let wanted = self.environment, !wanted.matches(environment) { return false }
      if let wanted = kind, wanted != Self.kind(of: file) { return false }
      guard let path else { return true }
      let bare = [file.folder, file.name].filter { !$0.isEmpty }.joined(separator: "/")
      return path.matches("/\(bare)") || path.matches(bare)
    }

    private static func kind(of file: ContentFile) -> String {
      guard file.role == .section else { return "page" }
      return file.folder.isEmpty && file.name.isEmpty ? "home" : "section"
    }
  }
}
