import Diagnostics
import Disk
import Nodes
import Templates

/// The files of `data/` as templates see them: `data/equipo/racks.yaml` is `site.data.equipo.racks`.
public struct SiteData: Sendable {
  public let value: Value
  public let mistakes: [Mistake]
  /// The texts that it was read from.
  let sources: [Source]

  /// The folder that the files lie in.
  public static let folder = "data"

  /// Reads the data of a site.
  public init(of root: Path) {
    var mistakes: [Mistake] = []
    var sources: [Source] = []
    var tree = Branch()
    var owners: [String: String] = [:]
    for path in SiteListing.files(in: root.appending(Self.folder), as: Self.folder, mistakes: &mistakes) {
      guard let reader = Self.reader(of: path) else { continue }
      let bare = path[..<(path.lastIndex(of: ".") ?? path.endIndex)]
      if let other = Self.owner(of: String(bare), among: owners) {
        let finding = DataFinding.nameTaken(name: other.name, by: other.file)
        mistakes.append(Mistake(finding, path: "\(Self.folder)/\(path)", place: nil))
        continue
      }
      owners[String(bare)] = "\(Self.folder)/\(path)"
      do {
        let text = try TextFile(
          reading: root.appending("\(Self.folder)/\(path)"), as: "\(Self.folder)/\(path)")
        sources.append(text.source)
        tree.add(Value(try reader(text.source)), at: bare.split(separator: "/").map(String.init)[...])
      } catch let report as Report {
        mistakes += report.sorted
      } catch let mistake as Mistake {
        mistakes.append(mistake)
      } catch {
        preconditionFailure("readers throw mistakes and reports")
      }
    }
    value = tree.value
    self.mistakes = mistakes
    self.sources = sources
  }

  private static func reader(of path: String) -> ((Source) throws -> Node)? {
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return { try YAML.read($0) } }
    if path.hasSuffix(".json") { return { try JSON.read($0) } }
    if path.hasSuffix(".csv") { return { try CSVTable.read($0) } }
    return nil
  }

  /// The file that has a name already: one of another format, or one that stands where a folder would be needed.
  private static func owner(
    of name: String, among owners: [String: String]
  ) -> (name: String, file: String)? {
    var next: Substring? = name[...]
    while let name = next {
      if let file = owners[String(name)] { return (String(name), file) }
      next = name.lastIndex(of: "/").map { name[..<$0] }
    }
    return nil
  }

  /// A folder while it is filled.
  private struct Branch {
    var leaf: Value?
    var branches: [(name: String, branch: Branch)] = []

    mutating func add(_ value: Value, at path: ArraySlice<String>) {
      guard let name = path.first else {
        leaf = value
        return
      }
      if let index = branches.firstIndex(where: { $0.name == name }) {
        branches[index].branch.add(value, at: path.dropFirst())
      } else {
        var branch = Branch()
        branch.add(value, at: path.dropFirst())
        branches.append((name, branch))
      }
    }

    var value: Value { leaf ?? .map(Map(branches.map { ($0.name, $0.branch.value) })) }
  }
}
