import Diagnostics
import Disk
import Nodes

/// The manifests of a checkout that tell what runs.
struct Checkout {
  /// One document of a manifest.
  struct Document {
    /// The file, from the root of the checkout.
    let path: String
    let node: Node

    /// The folder that holds the file; empty for the root.
    var folder: String { Checkout.parent(of: path) }
  }

  private(set) var documents: [Document] = []
  /// The namespaces that `kustomization.yaml` files give to all below them, by folder.
  private(set) var namespaces: [String: String] = [:]
  /// What `Chart.yaml` files depend on, by folder.
  private(set) var charts: [String: (name: String?, version: String?)] = [:]
  private(set) var folders: Set<String> = []
  /// The files that could not be read although they look as if they told something.
  private(set) var skipped: [String] = []

  /// Larger manifests are dashboards and definitions, which tell nothing.
  private static let largestManifest = 1 << 20
  /// More files than any repository of one's own has.
  private static let mostFiles = 50_000

  /// Reads a checkout; hidden folders stay unread, and links that lead out of it.
  init(at root: Path) throws(DiskFailure) {
    for entry in try Tree(walking: root, taking: .everything).files.prefix(Self.mostFiles) {
      let path = entry.path.text
      note(folder: Self.parent(of: path))
      guard Self.isManifest(path), entry.size <= Self.largestManifest else { continue }
      read(try File.read(root.appending(entry.path.bytes), limit: Self.largestManifest), at: path)
    }
  }

  static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}

extension Checkout {
  private mutating func note(folder: String) {
    var folder = folder
    while folders.insert(folder).inserted, !folder.isEmpty { folder = Self.parent(of: folder) }
  }

  private static func isManifest(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return false }
    return !name.contains(".sops.") && !name.contains(".enc.") && !name.hasPrefix(".")
  }

  private mutating func read(_ bytes: [UInt8], at path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let isChart = name == "Chart.yaml"
    let isKustomization = name == "kustomization.yaml" || name == "kustomization.yml"
    guard isChart || isKustomization || Self.tells(bytes) else { return }
    let source = Source(path: path, bytes: bytes)
    for part in Self.parts(of: bytes) {
      let node: Node
      do {
        node = try YAML.read(source, in: part)
      } catch {
        // What is written for a template engine is no manifest yet.
        let isTemplate = bytes[part].contains(UInt8(ascii: "{")) && Self.holds("{{", bytes[part])
        if !isTemplate { skipped.append(path) }
        continue
      }
      guard node["sops"] == nil, node["kind"]?.text != "Secret" else { continue }
      take(node, at: path, isChart: isChart, isKustomization: isKustomization)
    }
  }

  private mutating func take(_ node: Node, at path: String, isChart: Bool, isKustomization: Bool) {
    let folder = Self.parent(of: path)
    if isChart {
      let dependency = node["dependencies"]?.list?.first
      charts[folder] = (
        PlainText.name(dependency?["name"]?.text), PlainText.version(dependency?["version"]?.text)
      )
    } else if isKustomization, node["kind"]?.text != "Kustomization" || node["spec"] == nil {
      if let name = PlainText.name(node["namespace"]?.text) { namespaces[folder] = name }
    } else if node["kind"]?.text == "List" {
      for item in node["items"]?.list ?? [] { documents.append(Document(path: path, node: item)) }
    } else {
      documents.append(Document(path: path, node: node))
    }
  }

  /// Whether one of the kinds is named that are looked for; most files need not be read as YAML at all.
  private static func tells(_ bytes: [UInt8]) -> Bool {
    let kinds: [StaticString] = [
      "HelmRelease", "OCIRepository", "HelmChart", "GitRepository", "Kustomization", "kind: Application",
      "\"Application", "'Application",
    ]
    return kinds.contains { holds($0, bytes[...]) }
  }

  private static func holds(_ word: StaticString, _ bytes: ArraySlice<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + count <= bytes.count {
        if bytes[index] == word.utf8Start[0] {
          var length = 1
          while length < count, bytes[index + length] == word.utf8Start[length] { length += 1 }
          if length == count { return true }
        }
        index += 1
      }
      return false
    }
  }

  /// The documents of a file, so that one that cannot be read takes no other with it.
  private static func parts(of bytes: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var line = 0
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      if bytes[line..<end].starts(with: "---".utf8), line > start {
        parts.append(start..<line)
        start = line
      }
      line = end
    }
    return parts + [start..<bytes.count]
  }
}
