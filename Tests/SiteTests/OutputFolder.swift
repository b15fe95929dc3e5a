import Diagnostics
import Disk
import Foundation
import Site
import TestSupport

/// A site's folder with an output in it, for one test.
final class OutputFolder {
  private let folder: TemporaryFolder
  var root: URL { folder.url }

  init() throws { folder = try TemporaryFolder() }

  var sources: Path { Path(root.path) }
  var output: Path { sources.appending("public") }

  /// Builds a site of these files; values that begin with `@` are copied from that path of the sources.
  @discardableResult
  func build(_ files: [String: String], to output: Path? = nil, home: Path? = nil) throws -> OutputSummary {
    let staging = try Staging(output ?? self.output, of: sources, home: home)
    for (path, content) in files {
      if content.hasPrefix("@") {
        try staging.copy(sources.appending(String(content.dropFirst())), to: path)
      } else {
        try staging.write(path, Array(content.utf8))
      }
    }
    return try staging.commit()
  }

  func put(_ path: String, _ content: String) throws { try folder.write(content, to: path) }

  func remove(_ path: String) throws { try folder.remove(path) }

  /// The files below a folder with what they hold.
  func tree(_ folder: String = "public") throws -> [String: String] {
    let place = sources.appending(folder)
    let files = try Tree(walking: place, taking: .whole).files
    return Dictionary(
      uniqueKeysWithValues: try files.map {
        ($0.path.text, String(decoding: try File.read(place.appending($0.path.bytes)), as: UTF8.self))
      })
  }

  /// The names in the folder of the site.
  func names() throws -> [String] { try File.names(in: sources).map { String(decoding: $0, as: UTF8.self) } }

  /// What a build is refused with, in English and in Spanish, without the way to the test's folder.
  func refusal(of files: [String: String] = ["index.html": "x"], to output: Path? = nil, home: Path? = nil)
    -> String
  {
    do {
      try build(files, to: output, home: home)
      return "not refused"
    } catch let mistake as Mistake {
      return Report([mistake]).told.replacingOccurrences(of: root.path, with: "SITE")
    } catch let report as Report {
      return report.told.replacingOccurrences(of: root.path, with: "SITE")
    } catch {
      return "\(error)"
    }
  }
}
