import Diagnostics
import Disk
import Language

/// A site to begin with: one post, one project, one cluster, and all that is configured, with words on what it does.
public struct NewSite: Sendable {
  /// What publishes the site at each change.
  public enum Integration: String, Sendable, CaseIterable {
    case github, gitlab, forgejo, none

    /// Where the service looks for it; nil for none.
    var path: String? {
      switch self {
      case .github: ".github/workflows/site.yml"
      case .gitlab: ".gitlab-ci.yml"
      case .forgejo: ".forgejo/workflows/site.yml"
      case .none: nil
      }
    }
  }

  private let files: [(path: String, bytes: [UInt8])]

  /// The paths of the files, in order.
  public var paths: [String] { files.map(\.path) }

  /// Prepares the files; posts are dated with the day.
  public init(publishedBy integration: Integration, today: CivilDay) {
    let folder = "site/"
    var files = StarterFile.all.filter { $0.name.hasPrefix(folder) }.map { file in
      let path = String(file.name.dropFirst(folder.count))
      // Under its own name it would rule over this repository.
      return (path == "gitignore" ? ".gitignore" : path, Self.dated(file.bytes, today))
    }
    if let path = integration.path {
      files.append((path, StarterFile.bytes(of: "ci/\(integration.rawValue).yml")))
    }
    self.files = files.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// Writes the site into a folder that is new or empty, and tells the paths of the files.
  public func write(into folder: Path) throws(Mistake) -> [String] {
    if File.exists(folder), try !Self.isEmpty(folder) {
      throw Mistake(StarterFinding.notEmpty, path: folder.text, place: nil)
    }
    do throws(DiskFailure) {
      for file in files {
        let path = folder.appending(file.path)
        try File.makeFolders(path.parent)
        try File.write(file.bytes, to: path, durably: false)
      }
      return paths
    } catch {
      throw error.mistake
    }
  }
}

extension NewSite {
  private static let date = Array("{{ date }}".utf8)

  private static func dated(_ bytes: [UInt8], _ today: CivilDay) -> [UInt8] {
    guard let place = bytes.firstRange(of: date) else { return bytes }
    return bytes[..<place.lowerBound] + Array(today.rfc3339.utf8) + bytes[place.upperBound...]
  }

  /// A folder that holds a repository's own state alone is empty: `git init` may come first.
  private static func isEmpty(_ folder: Path) throws(Mistake) -> Bool {
    do throws(DiskFailure) {
      let tree = try Tree(walking: folder, taking: .everything)
      return tree.files.isEmpty && tree.failures.isEmpty
    } catch {
      throw error.mistake
    }
  }
}
